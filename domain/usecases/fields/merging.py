"""Two files of one client become one: what was filled into the fields of the file left behind goes to the other."""

from typing import Any

from domain.entities.clients import Client
from domain.entities.field_values import put_values, told, values_of
from domain.entities.fields import CLIENT, Field
from domain.ports.desk import Desk
from domain.queries.fields import all_fields
from domain.values.labels import said


def merge_fields(desk: Desk, left: int, kept: int) -> None:
    """What the file that is `kept` says itself stays; the history of both says what was taken over and what was not.

    A value that was not taken over stays with the file left behind. By the agency, for whoever may merge clients.
    Raises NotFound.
    """
    if left == kept:
        return
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
    put_values(behind, {key: value for key, value in theirs.items() if key in own and own[key] != value})


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
