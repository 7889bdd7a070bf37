"""Sealed columns that are not sealed with the newest key: passports in clear by an earlier program, or under an older key."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Select, or_, select, text, type_coerce, update

from storage.crypto.sealed import SEALED, place_of
from storage.crypto.sealing import Keys
from storage.engine.columns import Words
from storage.mapping import travellers
from storage.session import Session

# Spelled out as in the index, so that both databases know they may use it.
IN_CLEAR = text("substr(travellers.passport, 1, 7) <> 'sealed:'")


def seal_clear(session: Session, keys: Keys, limit: int) -> int:
    """Seals the passports an earlier program wrote in clear; how many rows that were."""
    column = travellers.c.passport
    held = _rows([column]).where(IN_CLEAR).limit(limit).with_for_update(skip_locked=True)
    rows = session.execute(held).all()
    for number, passport in rows:
        _rewrite(session, keys, column, number, passport)
    return len(rows)


def reseal(session: Session, keys: Keys, after: int, limit: int) -> int | None:
    """The rows of each table with the next numbers behind `after`, sealed with the newest key.

    How far it has come in all of them; None when that was all.
    """
    far = [_reseal_rows(session, keys, columns, after, limit) for columns in _by_table()]
    return min((one for one in far if one is not None), default=None)


def _by_table() -> Iterable[list[Column[Any]]]:
    """Every sealed column, those of one table together."""
    tables: dict[str, list[Column[Any]]] = {}
    for column in SEALED:
        tables.setdefault(column.table.name, []).append(column)
    return tables.values()


def _reseal_rows(
    session: Session, keys: Keys, columns: list[Column[Any]], after: int, limit: int
) -> int | None:
    """The number of the last of these rows; None when no more are left. Some may be looked at again."""
    table = columns[0].table
    rows = session.execute(_rows(columns).where(table.c.id > after).limit(limit).with_for_update()).all()
    for number, *texts in rows:
        for column, kept in zip(columns, texts, strict=True):
            if kept is not None and not keys.sealed_by_newest(kept):
                _rewrite(session, keys, column, number, keys.open(kept, place_of(column, number)))
    return rows[-1].id if rows else None


def _rows(columns: list[Column[Any]]) -> Select[Any]:
    table = columns[0].table
    texts = (type_coerce(column, Words).label(column.name) for column in columns)
    return (
        select(table.c.id, *texts)
        .where(or_(*(column.is_not(None) for column in columns)))
        .order_by(table.c.id)
    )


def _rewrite(session: Session, keys: Keys, column: Column[Any], number: int, words: str) -> None:
    found_by = SEALED[column]
    hashed = {} if found_by is None else {found_by: keys.hash(words)}
    row = update(column.table).where(column.table.c.id == number)
    session.execute(row.values({column: keys.seal(words, place_of(column, number)), **hashed}))
