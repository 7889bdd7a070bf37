"""What each table holds of a client: declared for every table, so that a merge, an export or a shredding forgets none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, and_, or_, select

from domain.declarations import declare
from storage.crypto.sealed import SealedText, place_of
from storage.mapping.registry import metadata
from storage.session import Session

Rows = Callable[[int], ColumnElement[bool]]

GONE = "—"
"""Stands where words must stand and theirs are shredded."""


@dataclass(frozen=True)
class ClientData:
    """Which rows of a table are of a client, and what becomes of them."""

    table: Table
    rows: Rows
    """The condition for those of the client with this number."""
    client: str | None
    """The column that names the client; a merge writes the other's number into it."""
    export: tuple[str, ...]
    """The columns a client gets who asks for their data."""
    shred: Mapping[str, Any]
    """The columns that are personal, and what stands in them afterwards."""
    deleted: bool
    """Whether shredding deletes the rows."""
    stays: Mapping[str, str]
    """The columns with free words that shredding leaves as they are, and why."""
    opens: Mapping[str, Callable[[Session, int, Any], Any]] = field(default_factory=dict)
    """How a column is read that is sealed: (session, number of the row, as it stands there)."""


DATA: dict[str, ClientData] = {}
"""By table; complete as soon as `storage.client_data` is imported."""
NOTHING_OF_CLIENTS: dict[str, str] = {}
"""The other tables, and what they are about."""
SUBJECTS_OF_CLIENTS: dict[str, str] = {}
"""What of a client's has a history or is searched for: its table, by the subject under which that is kept."""


def belongs_to_client(
    name: str,
    rows: Rows | None = None,
    *,
    client: str | None = None,
    through: str | None = None,
    export: tuple[str, ...] = (),
    shred: Mapping[str, Any] | None = None,
    deleted: bool = False,
    stays: Mapping[str, str] | None = None,
    opens: Mapping[str, Callable[[Session, int, Any], Any]] | None = None,
) -> None:
    """Declares a table with something of clients, in which a client's rows are found in one of three ways:

    by the column that names the client, if no condition says more, through the column that names a row of another such table,
    or by a condition.
    """
    table = metadata.tables[name]
    if client is not None and rows is None:
        rows = _named(table.c[client])
    if through is not None:
        rows = _through(table.c[through])
    assert rows is not None, f"{name}: how are a client's rows found?"
    data = ClientData(table, rows, client, export, shred or {}, deleted, stays or {}, opens or {})
    declare(DATA, name, data)


def nothing_of_clients(name: str, about: str) -> None:
    """Declares that a table holds nothing of clients."""
    declare(NOTHING_OF_CLIENTS, metadata.tables[name].name, about)


def subject_of_client(subject: str, table: str) -> None:
    """Declares that a client's things of this table have a history, or are found by words, under this subject."""
    declare(SUBJECTS_OF_CLIENTS, subject, table)


def about_things_of(client: int, subject: Column[str], number: Column[int]) -> ColumnElement[bool]:
    """The condition for rows about things of this client."""
    return or_(
        *(
            and_(subject == kind, number.in_(numbers(table, client)))
            for kind, table in sorted(SUBJECTS_OF_CLIENTS.items())
        )
    )


def numbers(name: str, client: int) -> Any:
    """A subquery: the numbers of this client's rows in another table."""
    data = DATA[name]
    return select(data.table.c.id).where(data.rows(client))


def opens(column: Column[Any]) -> Callable[[Session, int, SealedText | None], str | None]:
    """How a sealed column is read."""

    def opened(session: Session, number: int, kept: SealedText | None) -> str | None:
        return None if kept is None else kept.put(place_of(column, number), session.keys).opened()

    return opened


def _named(column: Column[Any]) -> Rows:
    return lambda client: column == client


def _through(column: Column[Any]) -> Rows:
    [link] = column.foreign_keys
    owner = link.column.table.name
    return lambda client: column.in_(numbers(owner, client))
