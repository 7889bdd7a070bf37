"""What is filled into extra fields: plain JSON in one sealed text of the thing, read and checked by the field's type."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from domain.entities.fields import Field, Fields, FieldType
from domain.values.labels import said
from domain.values.money import Money
from domain.values.reading.around import FARTHEST_YEAR
from domain.values.reading.decimals import MOST_NUMBER
from domain.values.refusals import Refusal
from domain.values.text import words
from domain.values.translated import Translated

Kept = Any
"""A value as it is kept: a text, True or False, or of a file its number and name."""
Values = Mapping[str, Kept]
"""By the keys of their fields."""
Read = str | Translated | Decimal | Money | date | bool | None
"""A value as it can be said; of a file its name."""

LONGEST_TEXT = 500
AWAITED = "awaited"
"""Stands with a file that was sent, and of which nobody knows yet whether it can be used."""


class HasFields(Protocol):
    """Something that fields can be filled in of."""

    extra: Any
    """A JSON object as text, or None."""


def values_of(thing: HasFields) -> dict[str, Kept]:
    """All that was filled in, of retired fields too."""
    return json.loads(thing.extra) if thing.extra else {}


def put_values(thing: HasFields, values: Values) -> None:
    """In place of all that was there. What is None is left out."""
    left = {key: value for key, value in values.items() if value is not None}
    thing.extra = json.dumps(left, ensure_ascii=False, sort_keys=True) if left else None


def is_filled(thing: HasFields, key: str) -> bool:
    """Whether a deal need not wait for it any more: a file counts when it is here."""
    kept = values_of(thing).get(key)
    return kept is not None and not (isinstance(kept, dict) and kept.get(AWAITED))


def as_read(one: Field, kept: Kept) -> Read:
    """For whoever reads it. What does not fit its field (any more) is said as it is: nothing becomes unreadable."""
    try:
        return _READS[one.type](one, kept)
    except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation, Refusal):
        return str(kept)


def must_fit(one: Field, kept: Kept) -> None:
    """Whether it can be filled in. Raises Refusal: value_does_not_fit, nothing_written, too_long, choice_wanted."""
    if one.type is FieldType.CHOICE and kept not in [option.key for option in one.offered]:
        raise Refusal("choice_wanted")
    try:
        _CHECKS[one.type](kept)
    except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation):
        raise Refusal("value_does_not_fit", label=said(one.labels)) from None


@dataclass(frozen=True)
class Filled:
    """A field of a thing, and what was filled in: None as long as nothing was."""

    key: str
    field: Field
    kept: Kept

    @property
    def read(self) -> Read:
        return None if self.kept is None else as_read(self.field, self.kept)


def filled(fields: Fields, thing: HasFields) -> list[Filled]:
    """Every field with its value; of those that are retired only the ones that were filled in."""
    if not fields:
        return []
    values = values_of(thing)
    pairs = ((key, one, values.get(key)) for key, one in fields.items())
    return [Filled(key, one, kept) for key, one, kept in pairs if kept is not None or not one.retired]


def told(one: Field, kept: Kept) -> Any:
    """For the history, as plain JSON that can be read when the field is another one: `read_told`."""
    if kept is None:
        return None
    read = as_read(one, kept)
    if isinstance(read, Translated):
        return ["words", read.kept()]
    return [one.type.value, read if isinstance(read, bool) else str(read)]


def read_told(kept: Any) -> Read:
    """Raises ValueError, TypeError, KeyError for what `told` has not made."""
    kind, value = kept
    match kind:
        case "words":
            return Translated.of_kept(value)
        case "money":
            return Money.kept(value)
        case "day":
            return date.fromisoformat(value)
        case "number":
            return Decimal(value)
    return value  # type: ignore[no-any-return]


def _option(one: Field, kept: Kept) -> Read:
    option = one.option(kept)
    return str(kept) if option is None else said(option.labels)


_READS: dict[FieldType, Callable[[Field, Kept], Read]] = {
    FieldType.TEXT: lambda _one, kept: str(kept),
    FieldType.NUMBER: lambda _one, kept: Decimal(kept),
    FieldType.MONEY: lambda _one, kept: Money.kept(kept),
    FieldType.DAY: lambda _one, kept: date.fromisoformat(kept),
    FieldType.YES_NO: lambda _one, kept: bool(kept),
    FieldType.CHOICE: _option,
    FieldType.FILE: lambda _one, kept: str(kept["name"]),
}


def _number(kept: Kept) -> None:
    if not abs(Decimal(kept)) <= MOST_NUMBER:
        raise ValueError(kept)


def _day(kept: Kept) -> None:
    if not 1900 <= date.fromisoformat(kept).year <= FARTHEST_YEAR:
        raise ValueError(kept)


def _yes_no(kept: Kept) -> None:
    if not isinstance(kept, bool):
        raise TypeError(kept)


def _file(kept: Kept) -> None:
    int(kept["file"]), str(kept["name"])


_CHECKS: dict[FieldType, Callable[[Kept], object]] = {
    FieldType.TEXT: lambda kept: words(kept, LONGEST_TEXT),
    FieldType.NUMBER: _number,
    FieldType.MONEY: Money.kept,
    FieldType.DAY: _day,
    FieldType.YES_NO: _yes_no,
    FieldType.CHOICE: str,
    FieldType.FILE: _file,
}
