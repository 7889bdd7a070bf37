"""Extra fields as they are read: which there are, and of one thing those that the actor sees, with what was filled in."""

from dataclasses import dataclass
from typing import Any

from domain.entities.deals import Deal
from domain.entities.field_values import Filled, HasFields, filled
from domain.entities.fields import (
    FIELD,
    OF_A_SEAT,
    AskedOf,
    Field,
    Fields,
    FieldType,
    Sees,
    fields_of,
    first_at,
)
from domain.entities.files import StoredFile
from domain.ports.desk import Desk
from domain.queries.field_sources import must_have_fields
from domain.values.refusals import Forbidden, NotFound
from domain.values.translated import Translated


def all_fields(desk: Desk) -> Fields:
    return desk.agency.definitions.all(FIELD)


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
