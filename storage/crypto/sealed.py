"""Sealed columns: a column type, and the value that stands in it. What is sealed is opened when it is asked for.

A text is sealed to its row, so a new row is inserted without it and gets it as soon as it has its number. A text in
clear, written by an earlier program, reads as it is and is sealed when its row is next changed, or by housekeeping.
"""

from typing import Any

from sqlalchemy import Column, Connection, event, update
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapper, QueryContext
from sqlalchemy.orm.attributes import set_committed_value

from domain.values.secret import Secret
from storage.crypto.sealing import Keys, is_sealed
from storage.engine.columns import Words
from storage.session import Session, session_of


class SealedText:
    """A text as it stands in its row: sealed, or in clear when an earlier program wrote it."""

    __slots__ = ("_keys", "_place", "kept")

    def __init__(self, kept: str) -> None:
        self.kept = kept
        self._keys: Keys | None = None
        self._place = ""

    def put(self, place: str, keys: Keys | None) -> "SealedText":
        """It can be opened now."""
        self._place, self._keys = place, keys
        return self

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SealedText) and self.kept == other.kept

    def __hash__(self) -> int:
        return hash(self.kept)

    @property
    def in_clear(self) -> bool:
        return not is_sealed(self.kept)

    def opened(self) -> str:
        """Raises NotOurs; RuntimeError without keys."""
        if self.in_clear:
            return self.kept
        if self._keys is None:
            raise RuntimeError("this database was opened without keys")
        return self._keys.open(self.kept, self._place)


class Sealed(Words):
    """The type of the column. What is not sealed yet is not written."""

    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        match value:
            case SealedText(kept=kept):
                return kept
            case str():
                return super().process_bind_param(value, dialect)
        return None

    def process_result_value(self, value: Any, _dialect: Dialect) -> Any:
        return None if value is None else SealedText(value)


def place_of(column: Column[Any], number: int) -> str:
    """What its texts are sealed to."""
    return f"{column.table.name}.{column.name}:{number}"


def sealed(mapper: Mapper[Any], column: Column[Any], found_by: Column[Any]) -> None:
    """Seals the attribute of this column; `found_by` keeps the exact hash by which it is found."""
    name, hashed = (mapper.get_property_by_column(each).key for each in (column, found_by))
    table = column.table

    def put(thing: Any, context: QueryContext, _names: Any = None) -> None:
        kept: SealedText | None = getattr(thing, name)
        session = context.session
        if kept is not None:
            kept.put(place_of(column, thing.id), session.keys if isinstance(session, Session) else None)

    def seal(thing: Any) -> tuple[SealedText | None, str | None]:
        secret: Secret | None = getattr(thing, name)
        if secret is None:
            return None, None
        keys, place = session_of(thing).must_have_keys(), place_of(column, thing.id)
        text = secret.opened()
        return SealedText(keys.seal(text, place)).put(place, keys), keys.hash(text)

    def before_update(_mapper: Any, _connection: Connection, thing: Any) -> None:
        secret = getattr(thing, name)
        if not isinstance(secret, SealedText) or secret.in_clear:
            text, mark = seal(thing)
            setattr(thing, name, text)
            setattr(thing, hashed, mark)

    def after_insert(_mapper: Any, connection: Connection, thing: Any) -> None:
        if getattr(thing, name) is None:
            return
        text, mark = seal(thing)
        row = update(table).where(table.c.id == thing.id)
        connection.execute(row.values({column: text, found_by: mark}))
        set_committed_value(thing, name, text)
        set_committed_value(thing, hashed, mark)

    event.listen(mapper, "load", put)
    event.listen(mapper, "refresh", put)
    event.listen(mapper, "before_update", before_update)
    event.listen(mapper, "after_insert", after_insert)
