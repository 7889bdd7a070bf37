"""A database with rows in every table there is, whatever its columns hold: for tests of copies."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, Table, insert, types
from sqlalchemy.ext.asyncio import create_async_engine

from storage import mapping as tables
from storage.engine.columns import Declared, Keys, LocalDateTime, UtcDateTime

ROWS = 3
_WORDS = ("O'Brien\t\\N \\u0000 \\.", "Анна\nПетрова «ё» 👨‍👩‍👧", "李美\u202e \U0010ffff \x7f")


async def fill(url: str, rows: int = ROWS) -> None:
    """So many rows in each table; texts with all that a careless copy trips over."""
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        for table in tables.metadata.sorted_tables:
            for number in range(1, rows + 1):
                await connection.execute(insert(table).values(_row(table, number)))
    await engine.dispose()


async def one_more(url: str, table: str, number: int) -> int:
    """Another row; the number the database gave it."""
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        row = _row(tables.metadata.tables[table], number)
        result = await connection.execute(insert(tables.metadata.tables[table]).values(row))
    await engine.dispose()
    assert result.inserted_primary_key is not None
    return int(result.inserted_primary_key[0])


def _row(table: Table, number: int) -> dict[str, Any]:
    """Every other optional value is absent; the database numbers the rows itself."""
    return {
        column.name: None if _absent(column, number) else _value(column, number)
        for column in table.columns
        if column is not table.autoincrement_column
    }


def _absent(column: Column[Any], number: int) -> bool:
    return bool(column.nullable) and not column.foreign_keys and number % 2 == 0


def _value(column: Column[Any], number: int) -> Any:
    return next(make(column, number) for kind, make in _MAKERS if isinstance(column.type, kind))


def _words(column: Column[Any], number: int) -> str:
    length = getattr(column.type, "length", None)
    return f"{column.name[: length - 2]}{number}" if length else f"{_WORDS[number % 3]}{number}"


def _declared(column: Column[Any]) -> list[Any]:
    assert isinstance(column.type, Declared)
    return list(column.type.declared.values())


_MAKERS: tuple[tuple[Any, Callable[[Column[Any], int], Any]], ...] = (
    (types.Enum, lambda column, number: list(column.type.enum_class)[number % len(column.type.enum_class)]),  # type: ignore[attr-defined]
    (Declared, lambda column, number: _declared(column)[number % len(_declared(column))]),
    (types.Boolean, lambda _, number: number % 2 == 1),
    (types.Integer, lambda _, number: number),
    (types.Float, lambda _, number: 41.1 + number / 7),
    (UtcDateTime, lambda _, number: datetime(2027, 3, 1, 10, number, 5, 17 * number, tzinfo=UTC)),
    (LocalDateTime, lambda _, number: datetime(2027, 10, 31, 3, 30, number)),
    (types.Date, lambda _, number: date(1899, 12, 28 + number)),
    (Keys, lambda _, number: (_WORDS[number % 3], "2")[: number % 3]),
    (types.JSON, lambda _, number: [{"имя": _WORDS[number % 3], "n": [1.5, None, True]}]),
    (types.LargeBinary, lambda _, number: bytes(range(256)) * number),
    (types.TypeEngine, _words),
)
