"""Files of fields: fetched into our own store, or taken away again because they cannot be had."""

from dataclasses import dataclass
from typing import Any

from domain.entities.deals import Deal
from domain.entities.field_files import FieldFile
from domain.entities.field_values import AWAITED, HasFields, put_values, values_of
from domain.entities.fields import DEAL, FIELD_FILE, TRAVELLER
from domain.entities.files import StoredFile
from domain.entities.own_kinds import OwnItem
from domain.notices.fields import FIELD_FILE_REFUSED
from domain.ports.desk import Desk
from domain.queries.field_sources import must_have_fields
from domain.queries.fields import all_fields
from domain.usecases.deals.passing import pass_on
from domain.usecases.files.fetched import on_fetched
from domain.values.labels import said
from domain.values.refusals import NotFound


@dataclass(frozen=True)
class Holder:
    """What a file was sent for, locked; `number` and `part` are those of its screen, `deal` is the one it belongs to."""

    thing: HasFields
    number: int
    part: int
    deal: Deal | None


def field_with(desk: Desk, file: StoredFile) -> FieldFile | None:
    """What this file was sent for."""
    return desk.archive.field_files.with_file(file)


def field_file_arrived(desk: Desk, file: FieldFile) -> None:
    """Now it counts as filled in: a deal that waited for nothing else goes on."""
    holder = _holder(desk, file)
    if holder is None:
        return
    here = {key: kept for key, kept in _kept(holder, file).items() if key != AWAITED}
    _put(desk, holder, file, here)
    if holder.deal is not None:
        pass_on(desk, holder.deal)


def field_file_refused(desk: Desk, file: FieldFile, reason: str) -> None:
    """The field is empty again, and whoever sent the file is told why. Unless something else was sent meanwhile."""
    holder = _holder(desk, file)
    if holder is None:
        return
    _put(desk, holder, file, None)
    one = all_fields(desk).get(file.field_key)
    label = said(one.labels).kept() if one else file.field_key
    about = must_have_fields(desk, file.subject).history or file.subject
    what, whose = "field_refused", {}
    if file.subject == TRAVELLER:
        what, whose = "field_of_one_refused", {"name": holder.thing.name}  # type: ignore[attr-defined]
    desk.note(about, holder.number, what, label=label, why_refused=reason, **whose)
    if file.sent_by is not None:
        facts: dict[str, Any] = {"label": label, "file": file.file.name, "reason": reason}
        facts |= {"subject": file.subject, "number": holder.number}
        facts |= {"part": holder.part, "field": file.field_key}
        sender = desk.archive.people.get(file.sent_by)
        desk.notify(sender, FIELD_FILE_REFUSED, f"{file.id}", **facts)


def _holder(desk: Desk, file: FieldFile) -> Holder | None:
    """None: the field was filled in anew or emptied meanwhile, or the thing is gone."""
    number, part = file.subject_id, 0
    if file.subject == TRAVELLER:
        found = desk.archive.deals.with_travellers([file.subject_id])
        if not found:
            return None
        number, part = found[0].id, file.subject_id
    try:
        thing = must_have_fields(desk, file.subject).lock(desk, number, part)
    except NotFound:
        return None
    deal = desk.archive.deals.get(number) if file.subject in {DEAL, TRAVELLER} else None
    holder = Holder(thing, number, part, deal)
    return holder if _kept(holder, file).get("file") == file.id else None


def _kept(holder: Holder, file: FieldFile) -> dict[str, Any]:
    kept = values_of(holder.thing).get(file.field_key)
    return kept if isinstance(kept, dict) else {}


def _put(desk: Desk, holder: Holder, file: FieldFile, kept: dict[str, Any] | None) -> None:
    put_values(holder.thing, values_of(holder.thing) | {file.field_key: kept})
    if isinstance(holder.thing, OwnItem):
        desk.archive.own_items.changed(holder.thing)


on_fetched(FIELD_FILE, owner=field_with, arrived=field_file_arrived, refused=field_file_refused)
