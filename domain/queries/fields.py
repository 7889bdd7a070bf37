"""Extra fields as they are read: which there are, and of one thing those that the actor sees, with what was filled in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.entities.deals import Deal
from domain.entities.field_values import Filled, HasFields, filled
from domain.entities.fields import (
    CLIENT,
    DEAL,
    FIELD,
    INQUIRY,
    OF_A_SEAT,
    SUBJECTS,
    TRAVELLER,
    TRIP,
    AskedOf,
    Field,
    Fields,
    FieldType,
    Option,
    Sees,
    fields_of,
    first_at,
    must_be_one,
    must_have_option,
)
from domain.entities.files import StoredFile
from domain.entities.own_kinds import OWN, OWN_KIND
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries import clients, inquiries, trips
from domain.queries.deals import deal, mine, serves
from domain.values.refusals import Forbidden, NotFound
from domain.values.translated import Translated


def all_fields(desk: Desk) -> Fields:
    return desk.agency.definitions.all(FIELD)


def stages_to_wait_at(desk: Desk) -> tuple[str, ...]:
    """The stages at which a deal can be made to wait for a field: all but the last of each pipeline."""
    return tuple(stage for one in desk.agency.pipelines.all.values() for stage in one.stages[:-1])


@dataclass(frozen=True)
class FieldCard:
    """A field as the owner sees it. `revision` is what a change of it has to name; `used`: its type stays for ever."""

    key: str
    field: Field
    revision: int
    used: bool
    first: bool
    """Whether nothing of the same subject stands before it."""


def field_card(desk: Desk, key: str) -> FieldCard:
    """Raises Forbidden, NotFound: no_such_field."""
    one = field_to_change(desk, key)
    others = list(fields_of(all_fields(desk), one.subject))
    return FieldCard(
        key,
        one,
        desk.agency.definitions.revision(FIELD, key),
        desk.archive.field_use.used(key),
        one.retired or others[:1] == [key],
    )


def option_card(desk: Desk, key: str, option: str) -> tuple[FieldCard, Option]:
    """One of the answers of a choice. Raises Forbidden, NotFound: no_such_field, no_such_option."""
    found = field_card(desk, key)
    return found, must_have_option(found.field, option)


def field_to_change(desk: Desk, key: str) -> Field:
    """Raises Forbidden, NotFound: no_such_field."""
    desk.must(Right.CHANGE_SETTINGS)
    return must_be_one(all_fields(desk), key)


def fields_defined(desk: Desk, subject: str) -> Fields:
    """All fields of a subject, those that are retired last. Raises Forbidden."""
    desk.must(Right.CHANGE_SETTINGS)
    return fields_of(all_fields(desk), subject, retired=True)


def sees_field(desk: Desk, one: Field) -> bool:
    """Whether the actor may see what is filled in there, of a thing that they see."""
    if desk.actor.is_staff or desk.actor.is_agency:
        return one.sees.right is None or desk.actor.may(one.sees.right)
    return one.sees is Sees.CLIENT_TOO


def fills_field(desk: Desk, one: Field) -> bool:
    """Whether the actor may fill it in: colleagues what they see, clients what they are asked for."""
    if one.retired or not sees_field(desk, one):
        return False
    return desk.actor.is_staff or desk.actor.is_agency or one.asked_of is AskedOf.CLIENT


def asked_with(desk: Desk, subject: str) -> Fields:
    """The fields that the actor is asked to fill in while they make such a thing; colleagues for a client too."""
    some = fields_of(all_fields(desk), subject)
    return {
        key: one for key, one in some.items() if one.asked_of is not AskedOf.NOBODY and fills_field(desk, one)
    }


def fields_seen(desk: Desk, subject: str, thing: HasFields) -> list[Filled]:
    """The fields of a thing that is at hand, as far as the actor sees them."""
    some = fields_of(all_fields(desk), subject, retired=True)
    return filled({key: one for key, one in some.items() if sees_field(desk, one)}, thing)


def fields_listed(desk: Desk) -> Fields:
    """Those that have a column in the participant list, for the actor."""
    some = {key: one for key, one in all_fields(desk).items() if one.listed and one.subject in OF_A_SEAT}
    shown = {key: one for key, one in some.items() if not one.retired and sees_field(desk, one)}
    return dict(sorted(shown.items(), key=lambda item: (OF_A_SEAT.index(item[1].subject), item[1].place)))


@dataclass(frozen=True)
class FieldsOf:
    """A thing with its fields. `called` is its name; `fillable` are the keys of those the actor may fill in now."""

    called: Translated
    thing: Any
    fields: list[Filled]
    fillable: frozenset[str]

    @property
    def empty(self) -> list[str]:
        """The keys of what the actor may fill in and nobody has, in their order."""
        return [one.key for one in self.fields if one.kept is None and one.key in self.fillable]

    def one(self, key: str) -> Filled:
        """Raises NotFound: no_such_field."""
        for each in self.fields:
            if each.key == key:
                return each
        raise NotFound("no_such_field")


def thing_with_fields(desk: Desk, subject: str, number: int, part: int = 0) -> FieldsOf:
    """`part` is the traveller, of the deal with this number. What a deal waits for now stands first.

    Raises Forbidden, NotFound, for clients of all that is not their own.
    """
    source = must_have_fields(desk, subject)
    thing = source.find(desk, number, part)
    stage = source.stage(desk, number) if source.stage else None
    fields = first_at(fields_of(all_fields(desk), subject, retired=True), stage)
    seen = filled({key: one for key, one in fields.items() if sees_field(desk, one)}, thing)
    may = source.may_fill(desk, thing, number)
    fillable = {one.key for one in seen if may and fills_field(desk, one.field)}
    return FieldsOf(source.called(thing), thing, seen, frozenset(fillable))


def field_to_fill(desk: Desk, subject: str, number: int, part: int, key: str) -> Filled:
    """One of them that the actor may fill in. Raises Forbidden, NotFound: no_such_field."""
    found = thing_with_fields(desk, subject, number, part)
    one = found.one(key)
    if key not in found.fillable:
        raise Forbidden("forbidden")
    return one


def file_of_field(desk: Desk, subject: str, number: int, part: int, key: str) -> StoredFile:
    """What was sent for a field that the actor sees. Raises Forbidden, NotFound."""
    found = thing_with_fields(desk, subject, number, part)
    one = found.one(key)
    if one.field.type is not FieldType.FILE or one.kept is None:
        raise NotFound("not_found")
    kept = desk.archive.field_files.get(one.kept["file"])
    if (kept.subject, kept.subject_id) != (subject, found.thing.id):
        raise NotFound("not_found")
    return kept.file


def fields_of_mine(desk: Desk, found: Deal) -> bool:
    """Whether the client of this deal sees any field of it, of themselves or of who travels."""
    seen = (one for one in all_fields(desk).values() if one.subject in OF_A_SEAT and sees_field(desk, one))
    return found.client is desk.actor.client and any(not one.retired for one in seen)


@dataclass(frozen=True)
class Source:
    """How things of one subject are found by who sees them, and who of those may fill in their fields."""

    find: Callable[[Desk, int, int], Any]
    called: Callable[[Any], Translated]
    may_fill: Callable[[Desk, Any, int], bool]
    lock: Callable[[Desk, int, int], Any]
    stage: Callable[[Desk, int], str] | None = None
    """Of the deal with this number."""
    history: str | None = None
    """The subject in whose history a change is told, when it is another one."""


def must_have_fields(desk: Desk, subject: str) -> Source:
    """Raises NotFound: not_found for what has no fields."""
    if subject in SUBJECTS:
        return SOURCES[subject]
    if subject.startswith(OWN) and subject.removeprefix(OWN) in desk.agency.definitions.all(OWN_KIND):
        return SOURCES[OWN]
    raise NotFound("not_found")


def _is_me(desk: Desk, client: object) -> bool:
    return desk.actor.client is not None and desk.actor.client is client


def _client(desk: Desk, number: int, _part: int) -> Any:
    own = desk.actor.client
    if own is not None and own.id == number and not desk.actor.may(Right.SEE_DEALS):
        return own
    if not desk.actor.is_staff and not desk.actor.is_agency:
        raise NotFound("not_found")
    return clients.client(desk, number)


def _inquiry(desk: Desk, number: int, _part: int) -> Any:
    if not desk.actor.may(Right.TAKE_INQUIRIES):
        return inquiries.inquiry_of_mine(desk, number)
    return inquiries.inquiry_card(desk, number, 0).inquiry


def _deal(desk: Desk, number: int, _part: int) -> Deal:
    return deal(desk, number) if desk.actor.may(Right.SEE_DEALS) else mine(desk, number)


def _fills_client(desk: Desk, client: Any, _number: int) -> bool:
    may = desk.actor.may
    return _is_me(desk, client) or may(Right.OPEN_DEALS) or may(Right.TAKE_INQUIRIES)


def _fills_deal(desk: Desk, number: int) -> bool:
    found = _deal(desk, number, 0)
    return found.is_open and (serves(desk) or _is_me(desk, found.client))


def _fills_inquiry(desk: Desk, inquiry: Any, _number: int) -> bool:
    return desk.actor.may(Right.TAKE_INQUIRIES) or (inquiry.is_open and _is_me(desk, inquiry.client))


def _item(desk: Desk, number: int, _part: int) -> Any:
    desk.must(Right.SEE_TRIPS)
    return desk.repositories.own_items.get(number)


def _stage(desk: Desk, number: int) -> str:
    return _deal(desk, number, 0).stage


SOURCES: dict[str, Source] = {
    CLIENT: Source(
        _client,
        lambda client: Translated(client.name),
        _fills_client,
        lambda desk, number, _part: desk.repositories.clients.locked(number),
    ),
    INQUIRY: Source(
        _inquiry,
        lambda inquiry: inquiry.about,
        _fills_inquiry,
        lambda desk, number, _part: desk.repositories.inquiries.locked(number),
    ),
    DEAL: Source(
        _deal,
        lambda found: found.called,
        lambda desk, _found, number: _fills_deal(desk, number),
        lambda desk, number, _part: desk.repositories.deals.locked(number),
        stage=_stage,
    ),
    TRAVELLER: Source(
        lambda desk, number, part: _deal(desk, number, 0).going(part),
        lambda traveller: Translated(traveller.name),
        lambda desk, _traveller, number: _fills_deal(desk, number),
        lambda desk, number, part: desk.repositories.deals.locked(number).going(part),
        stage=_stage,
        history=DEAL,
    ),
    TRIP: Source(
        lambda desk, number, _part: trips.trip_card(desk, number).trip,
        lambda trip: trip.title,
        lambda desk, trip, _number: trips.may_change(desk, trip),
        lambda desk, number, _part: desk.repositories.trips.locked(number),
    ),
    OWN: Source(
        _item,
        lambda item: Translated(item.name),
        lambda desk, _item, _number: desk.actor.may(Right.PLAN_TRIPS),
        lambda desk, number, _part: desk.repositories.own_items.locked(number),
        history="own_item",
    ),
}
"""By subject; one for the items of all own lists."""
