"""Extra fields as the owner reads them who defines them."""

from dataclasses import dataclass

from domain.entities.fields import (
    FIELD,
    Field,
    Fields,
    Option,
    fields_of,
    must_be_one,
    must_have_option,
)
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.fields import all_fields


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
