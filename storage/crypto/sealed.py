"""Sealed columns: a column type, and the value that stands in it. What is sealed is opened when it is asked for.

A text is sealed to its row, so a new row is inserted without it and gets it as soon as it has its number. A text in
clear, written by an earlier program, reads as it is and is sealed when its row is next changed, or by housekeeping.
"""

from typing import Any

from sqlalchemy import Column, Connection, event, update
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapper, object_session
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


SEALED: dict[Column[Any], Column[Any] | None] = {}
"""Every sealed column, and the one that keeps its hash, if it is found by its text."""


def sealed(mapper: Mapper[Any], column: Column[Any], found_by: Column[Any] | None = None) -> None:
    """Seals the attribute of this column; `found_by` keeps the exact hash by which it is found."""
    SEALED[column] = found_by
    attribute = _Attribute(mapper, column, found_by)
    event.listen(mapper, "load", attribute.put)
    event.listen(mapper, "refresh", attribute.put)
    event.listen(mapper, "before_update", lambda _mapper, _connection, thing: attribute.before_update(thing))
    event.listen(
        mapper, "after_insert", lambda _mapper, connection, thing: attribute.inserted(connection, thing)
    )


class _Attribute:
    """One sealed attribute of a mapped class."""

    def __init__(self, mapper: Mapper[Any], column: Column[Any], found_by: Column[Any] | None) -> None:
        self._column, self._table = column, column.table
        self._name = mapper.get_property_by_column(column).key
        self._columns = {self._name: column}
        self._hash = None if found_by is None else mapper.get_property_by_column(found_by).key
        if found_by is not None and self._hash is not None:
            self._columns[self._hash] = found_by

    def put(self, thing: Any, *_how: Any) -> None:
        """What is to be written there and is not yet stays as it is."""
        kept = getattr(thing, self._name)
        if isinstance(kept, SealedText):
            session = object_session(thing)
            kept.put(place_of(self._column, thing.id), session.keys if isinstance(session, Session) else None)

    def before_update(self, thing: Any) -> None:
        secret = getattr(thing, self._name)
        if not isinstance(secret, SealedText) or secret.in_clear:
            for name, value in self._sealed(thing).items():
                setattr(thing, name, value)

    def inserted(self, connection: Connection, thing: Any) -> None:
        if getattr(thing, self._name) is None:
            return
        sealed = self._sealed(thing)
        row = update(self._table).where(self._table.c.id == thing.id)
        connection.execute(row.values({self._columns[name]: value for name, value in sealed.items()}))
        for name, value in sealed.items():
            set_committed_value(thing, name, value)

    def _sealed(self, thing: Any) -> dict[str, Any]:
        """By attribute: the text sealed, and its hash where one is kept."""
        secret: Secret | None = getattr(thing, self._name)
        if secret is None:
            return dict.fromkeys(self._columns)
        keys, place = session_of(thing).must_have_keys(), place_of(self._column, thing.id)
        text = secret.opened()
        kept: dict[str, Any] = {self._name: SealedText(keys.seal(text, place)).put(place, keys)}
        return kept if self._hash is None else kept | {self._hash: keys.hash(text)}
