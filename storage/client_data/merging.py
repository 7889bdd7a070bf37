"""Doubts whether two files are one person's, and how files were joined: numbers, and keys of fields."""

from sqlalchemy import Column, ColumnElement, Table, or_, select

from storage.client_data.declared import Rows, belongs_to_client
from storage.mapping import clients
from storage.mapping.merging import doubts, merges


def _naming(first: Column[int], second: Column[int]) -> Rows:
    """Rows that name a client's file, or one that became one with it."""

    def rows(client: int) -> ColumnElement[bool]:
        theirs = select(clients.c.id).where(or_(clients.c.id == client, clients.c.merged_into == client))
        return or_(first.in_(theirs), second.in_(theirs))

    return rows


def _declare(table: Table, first: str, second: str, **what: object) -> None:
    belongs_to_client(table.name, _naming(table.c[first], table.c[second]), **what)  # type: ignore[arg-type]


_declare(doubts, "first", "second", export=("why", "noticed_at", "settled_at"), deleted=True)
_declare(
    merges,
    "left_behind",
    "kept",
    export=("at", "undone_at"),
    stays={"moved": "numbers of rows", "took": "numbers of rows, and keys of fields"},
)
