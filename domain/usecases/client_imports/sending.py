"""A file of clients is sent, fetched and looked at; what its columns hold is told by their names, or asked."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.entities.client_imports import AT_WORK, CLIENTS_FILE, ClientImport, Column, ImportState
from domain.entities.files import MEGABYTE, SentFile, StoredFile
from domain.entities.people import Right
from domain.notices.client_imports import IMPORT_TOLD
from domain.ports.desk import Desk
from domain.usecases.files.fetched import on_fetched
from domain.values.refusals import Refusal

_CHANGEABLE = (ImportState.ASKS, ImportState.READY, ImportState.REFUSED)


def send_clients(desk: Desk, file: SentFile) -> ClientImport:
    """To be fetched and read. Raises Forbidden, Refusal: clients_file_too_big, not_a_clients_file."""
    desk.must(Right.IMPORT_CLIENTS)
    file.must_be_acceptable(CLIENTS_FILE)
    assert desk.actor.staff is not None
    one = ClientImport(desk.actor.staff, file.wanted(CLIENTS_FILE, desk.now), desk.now, desk.actor.reach)
    desk.repositories.client_imports.add(one)
    desk.repositories.flush()
    return one


def import_with(desk: Desk, file: StoredFile) -> ClientImport | None:
    """The import this file was sent for."""
    return desk.repositories.client_imports.with_file(file)


def clients_fetched(_desk: Desk, one: ClientImport) -> None:
    one.state = ImportState.LOOKING


def clients_not_fetched(desk: Desk, one: ClientImport, reason: str) -> None:
    cannot_be_read(desk, one.id, _NOT_FETCHED.get(reason) or Refusal("table_not_fetched"))


_NOT_FETCHED = {
    "content_too_big": Refusal("clients_file_too_big", most=CLIENTS_FILE.largest // MEGABYTE),
    "content_not_a_paper": Refusal("table_empty"),
}


def looked(desk: Desk, number: int, layout: Mapping[str, Any], sample: str) -> None:
    """What the file is: read on at once when its columns are known, asked about when they are not."""
    one = desk.repositories.client_imports.locked(number)
    one.must_be(ImportState.LOOKING)
    one.layout, one.sample = dict(layout), sample
    if one.columns and _tells_who(one.columns):
        one.state = ImportState.READING
    else:
        one.state = ImportState.ASKS
        tell(desk, one)


def cannot_be_read(
    desk: Desk,
    number: int,
    refusal: Refusal,
    layout: Mapping[str, Any] | None = None,
    sample: str | None = None,
) -> None:
    """The whole file is refused, whatever was read of it; what it seemed to be helps to choose another encoding."""
    one = desk.repositories.client_imports.locked(number)
    if layout is not None:
        one.layout, one.sample = dict(layout), sample
    one.state, one.refused = ImportState.REFUSED, {"kind": refusal.kind, "facts": refusal.facts}
    _forget_rows(desk, one)
    tell(desk, one)


def choose_encoding(desk: Desk, number: int, encoding: str) -> ClientImport:
    """The file is looked at anew. Raises Forbidden, NotFound, Refusal: import_elsewhere."""
    one = _to_change(desk, number)
    one.layout, one.state = {"encoding": encoding}, ImportState.LOOKING
    return one


def choose_column(desk: Desk, number: int, place: int, column: Column | None) -> ClientImport:
    """Raises Forbidden, NotFound, Refusal: import_elsewhere."""
    one = _to_change(desk, number)
    columns = list(one.layout.get("columns") or ())
    columns += [None] * (place + 1 - len(columns))
    columns[place] = column
    one.layout = {**one.layout, "columns": columns}
    one.state = ImportState.ASKS
    return one


def say_header(desk: Desk, number: int, *, has_header: bool) -> ClientImport:
    """Whether the first row only says what the columns hold. Raises Forbidden, NotFound, Refusal: import_elsewhere."""
    one = _to_change(desk, number)
    one.layout = {**one.layout, "has_header": has_header}
    one.state = ImportState.ASKS
    return one


def read_on(desk: Desk, number: int) -> ClientImport:
    """The columns are settled. Raises Forbidden, NotFound, Refusal: import_elsewhere, no_names_in_file."""
    one = _to_change(desk, number)
    if not _tells_who(one.columns):
        raise Refusal("no_names_in_file")
    one.state = ImportState.READING
    return one


def cancel(desk: Desk, number: int) -> ClientImport:
    """Nothing is taken over, and what the file said is forgotten. Raises Forbidden, NotFound, Refusal: import_elsewhere."""
    one = _held(desk, number)
    one.must_be(ImportState.FETCHING, *AT_WORK[:2], *_CHANGEABLE)
    one.state, one.sample = ImportState.CANCELLED, None
    _forget_rows(desk, one)
    return one


def cancel_unread(desk: Desk, number: int) -> None:
    """A dry run at the command line was all that was wanted."""
    one = desk.archive.client_imports.locked(number)
    one.state, one.sample = ImportState.CANCELLED, None
    _forget_rows(desk, one)


def tell(desk: Desk, one: ClientImport) -> None:
    """Whoever sent it hears how it stands, once for each time it comes to stand so."""
    key = f"{one.id}:{one.state}:{desk.now.isoformat()}"
    desk.notify(one.by.person, IMPORT_TOLD, key, client_import=one.id, state=one.state)


def _tells_who(columns: Sequence[Column | None]) -> bool:
    names = {Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.LATIN_NAME}
    return any(column in names for column in columns)


def _held(desk: Desk, number: int) -> ClientImport:
    desk.must(Right.IMPORT_CLIENTS)
    return desk.repositories.client_imports.locked(number)


def _to_change(desk: Desk, number: int) -> ClientImport:
    """Nothing was taken over yet: what the dry run found is found anew."""
    one = _held(desk, number)
    one.must_be(*_CHANGEABLE)
    _forget_rows(desk, one)
    return one


def _forget_rows(desk: Desk, one: ClientImport) -> None:
    desk.repositories.imported_rows.clear(one.id)
    one.read_upto, one.counts = 0, {}


on_fetched(CLIENTS_FILE, owner=import_with, arrived=clients_fetched, refused=clients_not_fetched)
