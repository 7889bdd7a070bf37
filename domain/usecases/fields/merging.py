"""Two files of one client become one: what was filled into the fields of the file left behind goes to the other."""

from collections.abc import Sequence
from typing import Any

from domain.entities.clients import Client
from domain.entities.field_values import put_values, told, values_of
from domain.entities.fields import CLIENT, Field
from domain.ports.desk import Desk
from domain.queries.fields import all_fields
from domain.values.labels import said


def merge_fields(desk: Desk, left: int, kept: int) -> list[str]:
    """What the file that is `kept` says itself stays; the history of both says what was taken over and what was not.

    The keys of what was taken over. The file left behind still says what it said. By the agency, for whoever may merge
    clients. Raises NotFound.
    """
    if left == kept:
        return []
    behind, file = (desk.repositories.clients.locked(number) for number in sorted((left, kept)))
    if behind.id != left:
        behind, file = file, behind
    theirs, own = values_of(behind), values_of(file)
    fields = all_fields(desk)
    for key, value in theirs.items():
        _note(desk, (behind, file), key, fields.get(key), (value, own.get(key)))
    for one in desk.archive.field_files.of(CLIENT, left):
        if one.field_key in theirs and one.field_key not in own:
            one.subject_id = kept
    put_values(file, theirs | own)
    return [key for key in theirs if key not in own]


def give_fields_back(desk: Desk, left: Client, kept: Client, keys: Sequence[str]) -> None:
    """Of what was taken over, what nobody has changed since is the other file's again. By the agency, likewise."""
    theirs, own = values_of(left), values_of(kept)
    back = {key for key in keys if key in theirs and own.get(key) == theirs[key]}
    for one in desk.archive.field_files.of(CLIENT, kept.id):
        if one.field_key in back:
            one.subject_id = left.id
    put_values(kept, {key: value for key, value in own.items() if key not in back})


def _note(
    desk: Desk, files: tuple[Client, Client], key: str, one: Field | None, values: tuple[Any, Any]
) -> None:
    """In both; of a field that not everybody may see only that it went over."""
    behind, file = files
    theirs, own = values
    facts: dict[str, Any] = {"label": said(one.labels).kept() if one else key}
    if one is None or not one.sees.openly:
        what = "field_merged"
    elif own is None or own == theirs:
        what, facts = "field_taken_over", facts | {"value": told(one, theirs)}
    else:
        what, facts = "field_stayed", facts | {"value": told(one, own), "value_was": told(one, theirs)}
    for number, other in ((file.id, behind.id), (behind.id, file.id)):
        desk.note(CLIENT, number, what, other=other, **facts)
