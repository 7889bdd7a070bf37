"""How things of one kind lie in their table: what of a thing stands in which column, and back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Table, bindparam, insert, update

from storage.engine.compiled import Compiled


@dataclass(frozen=True)
class Part:
    """A value that fills several columns, an amount of money say; None when all of them are empty."""

    made_of: Callable[..., Any]
    columns: tuple[str, ...]

    def spread(self, value: Any) -> dict[str, Any]:
        if value is None:
            return dict.fromkeys(self.columns)
        fields = self.made_of.__dataclass_fields__  # type: ignore[attr-defined]
        return {column: getattr(value, field) for column, field in zip(self.columns, fields, strict=True)}


@dataclass(frozen=True)
class One:
    """Another thing; its number stands in the column called `<attribute>_id`."""

    kind: type


@dataclass(frozen=True)
class Several:
    """A list of things that are in nobody else's; in their table the number of whose they are stands in `owner`."""

    kind: type
    owner: str


@dataclass(frozen=True)
class Sealed:
    """What is read from this column as it stands there, and written only by whoever has the keys."""

    column: str


How = str | Part | One | Several | Sealed


class Layout:
    """Of one kind. `how` says what is not simply a column of the same name; a text is the column of another name."""

    def __init__(self, kind: type, table: Table, leave_out: Iterable[str] = (), **how: How) -> None:
        self.kind = kind
        self.table = table
        self.columns: tuple[Column[Any], ...] = tuple(each for each in table.c if each.key not in leave_out)
        places = {column.key: place for place, column in enumerate(self.columns)}
        self.ones = {name: one.kind for name, one in how.items() if isinstance(one, One)}
        self.lists = {name: several for name, several in how.items() if isinstance(several, Several)}
        self.refers = tuple((name, kind, places[f"{name}_id"]) for name, kind in self.ones.items())
        """(attribute, kind, place of the number in a row)."""
        self._parts = {name: part for name, part in how.items() if isinstance(part, Part)}
        self._made = [
            (name, part.made_of, itemgetter(*(places[column] for column in part.columns)))
            for name, part in self._parts.items()
        ]
        spoken_for = {column for part in self._parts.values() for column in part.columns}
        spoken_for |= {f"{name}_id" for name in self.ones}
        sealed = {one.column: name for name, one in how.items() if isinstance(one, Sealed)}
        self.sealed = bool(sealed)
        renamed = sealed | {column: name for name, column in how.items() if isinstance(column, str)}
        read = {renamed.get(key, key): key for key in places if key not in spoken_for}
        self._names = tuple(read)
        self._pick = itemgetter(*(places[key] for key in read.values()))
        self._plain = {name: key for name, key in read.items() if key not in sealed}
        self.insertion = Compiled(insert(table).returning(table.c.id))
        self.change = Compiled(update(table).where(table.c.id == bindparam("_number")))

    def facts(self, row: Sequence[Any]) -> dict[str, Any]:
        """What a row tells of its thing; other things and lists are put to it by whoever has them."""
        facts = dict(zip(self._names, self._pick(row), strict=True))
        for name, made_of, pick in self._made:
            values = pick(row)
            facts[name] = None if values[0] is None else made_of(*values)
        return facts

    def row(self, thing: Any, names: Iterable[str] | None = None) -> dict[str, Any]:
        """By column: what stands there of these attributes, or of all. Things it refers to have their numbers."""
        row: dict[str, Any] = {}
        for name in (*self._plain, *self._parts, *self.ones) if names is None else names:
            value = getattr(thing, name)
            if name in self._plain:
                row[self._plain[name]] = value
            elif name in self._parts:
                row |= self._parts[name].spread(value)
            elif name in self.ones:
                row[f"{name}_id"] = None if value is None else value.id
        return row
