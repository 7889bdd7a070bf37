"""Column types that mean the same on SQLite and PostgreSQL, and refuse what one would keep wrongly."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    Enum,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    TextClause,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.types import TypeDecorator

Number = BigInteger().with_variant(Integer, "sqlite")
"""The number of a thing. SQLite counts up by itself only in an INTEGER primary key (64 bits there)."""

Facts = JSON(none_as_null=True)

FactsDict = MutableDict.as_mutable(JSON(none_as_null=True))
"""Facts of a mapped class: what is changed in place is noticed (at the first level)."""

_WHERE = "where"


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. Kept in UTC, so that both databases compare it alike; comes back aware."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value!r}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class LocalDateTime(TypeDecorator[datetime]):
    """What a wall clock shows somewhere; the zone stands in another column."""

    impl = DateTime(timezone=False)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is not None:
            raise ValueError(f"a wall-clock time has no time zone: {value!r}")
        return value


class Words(TypeDecorator[str]):
    """Text of any length, sorted by code point on both databases.

    NUL is refused (SQLite would keep it, PostgreSQL not: such data could not be moved), and lone surrogates.
    """

    impl = Text().with_variant(Text(collation="C"), "postgresql")
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        if value is not None and not value.isascii():
            value.encode()  # raises UnicodeEncodeError on lone surrogates
        if value is not None and "\0" in value:
            raise ValueError("text with a NUL character cannot be kept")
        return value


class Keys(TypeDecorator[tuple[str, ...]]):
    """A few short words in their order, as a JSON list; none of them is an empty column."""

    impl = JSON(none_as_null=True)
    cache_ok = True
    nothing: tuple[str, ...] = ()
    """As an empty column is read, for statements that are made once."""

    def process_bind_param(self, value: tuple[str, ...] | None, _dialect: Dialect) -> list[str] | None:
        return list(value) if value else None

    def process_result_value(self, value: list[str] | None, _dialect: Dialect) -> tuple[str, ...]:
        return tuple(value or ())


class Numbers(TypeDecorator[tuple[int, ...]]):
    """A few numbers in their order, as a JSON list; none of them is an empty column."""

    impl = JSON(none_as_null=True)
    cache_ok = True
    nothing: tuple[int, ...] = ()

    def process_bind_param(self, value: tuple[int, ...] | None, _dialect: Dialect) -> list[int] | None:
        return list(value) if value else None

    def process_result_value(self, value: list[int] | None, _dialect: Dialect) -> tuple[int, ...]:
        return tuple(value or ())


class Declared(TypeDecorator[Any]):
    """One of what modules declare, by its key, as plain text: a new one needs no migration."""

    impl = String(32)
    cache_ok = True

    def __init__(self, what: str, table: Mapping[str, Any]) -> None:
        super().__init__()
        self.what = what  # of the parameters, this one tells two such types apart in the cache of statements
        self.declared = table

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        if value is None:
            return None
        if str(value) not in self.declared:
            raise ValueError(f"{value!r} is not declared")
        return str(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any:
        return None if value is None else self.declared[value]


def one_of(kind: type[StrEnum]) -> Enum:
    """An enumeration by its values, as plain text: a new value needs no migration."""
    return Enum(
        kind,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=False,
        length=32,
    )


def number() -> Column[int]:
    """The primary key; the database gives it."""
    return Column("id", Number, primary_key=True, autoincrement=True)


def link(name: str, table: str, **more: Any) -> Column[int]:
    """A reference to a thing in another table; required unless `nullable=True`."""
    return Column(name, Number, ForeignKey(f"{table}.id"), nullable=more.pop("nullable", False), **more)


def of_branch() -> Column[int]:
    """Whose it is; empty when everybody's. No reference: SQLite adds one only by copying the whole table."""
    return Column("branch_id", Number)


def code(length: int = 64) -> String:
    """A short word of ours (a key, a currency, a hash), sorted by code point."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


def partial(name: str | None, *columns: str, where: TextClause, **how: Any) -> Index:
    """An index of some rows only. Each database spells that its own way, and SQLAlchemy loads all of it to write it down."""
    return Index(name, *columns, info={_WHERE: where}, **how)


def spell_out(metadata: MetaData) -> None:
    """For both databases, before the tables are compared or made from here: the program itself does neither."""
    for table in metadata.tables.values():
        for index in table.indexes:
            spell(index)


def spell(index: Index) -> None:
    """For both databases, if it is of some rows only."""
    if (where := index.info.get(_WHERE)) is not None:
        index.dialect_kwargs.update(sqlite_where=where, postgresql_where=where)
