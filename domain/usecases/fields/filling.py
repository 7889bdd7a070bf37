"""Extra fields are filled in: of whatever the actor sees, those they may, each told in the history."""

from collections.abc import Mapping
from typing import Any

from domain.entities.deals import Deal
from domain.entities.field_files import FieldFile
from domain.entities.field_values import AWAITED, HasFields, must_fit, put_values, told, values_of
from domain.entities.fields import DEAL, FIELD_FILE, TRAVELLER, Field, FieldType
from domain.entities.files import SentFile
from domain.entities.own_kinds import OwnItem
from domain.ports.desk import Desk
from domain.queries.field_sources import must_have_fields
from domain.queries.fields import FieldsOf, all_fields, thing_with_fields
from domain.queries.my_deals import within_reach
from domain.usecases.deals.passing import pass_on
from domain.values.labels import said
from domain.values.refusals import Forbidden, NotFound


def fill_fields(desk: Desk, subject: str, number: int, values: Mapping[str, Any], part: int = 0) -> FieldsOf:
    """By the keys of the fields: a value as it is kept, a SentFile, or None to empty it. What is not named stays.

    Raises Forbidden, NotFound, Refusal: choice_wanted, value_does_not_fit, too_long, nothing_written.
    """
    found = thing_with_fields(desk, subject, number, part)
    if not values.keys() <= found.fillable:
        raise Forbidden("forbidden")
    thing = must_have_fields(desk, subject).lock(desk, number, part)
    before, after = values_of(thing), values_of(thing)
    for key, value in values.items():
        one = found.one(key).field
        kept = _stored(desk, subject, thing.id, key, value) if isinstance(value, SentFile) else value
        if kept is not None:
            must_fit(one, kept)
        after[key] = kept
        if before.get(key) != kept:
            _note(desk, subject, number, thing, one, (before.get(key), kept))
    if any(before.get(key) != after[key] for key in values):
        put_values(thing, after)
        if isinstance(thing, OwnItem):
            desk.repositories.own_items.changed(thing)
        desk.archive.field_use.use(key for key, kept in values.items() if kept is not None)
    if subject in {DEAL, TRAVELLER}:
        pass_on(desk, desk.repositories.deals.locked(number))
    return thing_with_fields(desk, subject, number, part)


def take_over_fields(desk: Desk, number: int, traveller: int, earlier: int) -> None:
    """What was filled in of somebody who went before holds for them on this deal too, where nobody said otherwise.

    Raises Forbidden, NotFound.
    """
    deal = within_reach(desk, number)
    one = deal.going(traveller)
    known = next((each for each in _went_before(desk, deal) if each.id == earlier), None)
    if known is None:
        raise NotFound("not_found")
    copy_fields(desk, known, one)


def copy_fields(desk: Desk, before: HasFields, to: HasFields) -> None:
    """What was filled in of one thing holds for another of its kind, where nobody said otherwise."""
    fields = all_fields(desk)
    kept = {key: value for key, value in values_of(before).items() if _goes_along(fields.get(key))}
    put_values(to, kept | values_of(to))


def _went_before(desk: Desk, deal: Deal) -> Any:
    return (each for earlier in desk.repositories.deals.of(deal.client) for each in earlier.travellers)


def _goes_along(one: Field | None) -> bool:
    """A file belongs to one thing."""
    return one is not None and not one.retired and one.type is not FieldType.FILE


def _stored(desk: Desk, subject: str, number: int, key: str, sent: SentFile) -> dict[str, Any]:
    """To be fetched. Raises Refusal: file_too_big, file_type_not_taken."""
    sent.must_be_acceptable(FIELD_FILE)
    person = desk.actor.person
    file = sent.wanted(FIELD_FILE, desk.now)
    kept = FieldFile(file, subject, number, key, person.id if person else None)
    desk.repositories.field_files.add(kept)
    desk.repositories.flush()
    return {"file": kept.id, "name": sent.name, AWAITED: True}


def _note(desk: Desk, subject: str, number: int, thing: Any, one: Field, was_is: tuple[Any, Any]) -> None:
    """What few may see is not told to all who read the history: only that it was changed."""
    about = must_have_fields(desk, subject).history or subject
    facts: dict[str, Any] = {"label": said(one.labels).kept()}
    if subject == TRAVELLER:
        facts["name"] = thing.name
    what = "field_of_one" if subject == TRAVELLER else "field"
    if not one.sees.openly:
        desk.note(about, number, f"{what}_changed", **facts)
        return
    was, now = (told(one, kept) for kept in was_is)
    desk.note(about, number, f"{what}_filled", **facts, value_was=was, value=now)
