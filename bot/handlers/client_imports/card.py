"""One import of clients: what the dry run found, what is done with it, how it ended; and the list of all."""

from collections.abc import Sequence
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.outgoing import File
from bot.conversation.refusals import words_for
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, turn
from bot.conversation.widgets.card import card
from bot.conversation.widgets.listing import listing
from bot.flows.client_imports.send import SendClients
from bot.links.client_exports import CLIENT_EXPORTS
from bot.links.client_imports import (
    CANCEL_IMPORT,
    CLIENT_IMPORT,
    CLIENT_IMPORT_SLOTS,
    CLIENT_IMPORTS,
    IMPORT_COLUMNS,
    IMPORT_ENCODINGS,
    IMPORT_ROWS,
    START_IMPORT,
    UNDO_IMPORT,
    WRONG_ROWS,
)
from bot.links.home import HOME
from domain.entities.client_imports import (
    AT_WORK,
    TO_DO,
    ClientImport,
    ClientImportNumber,
    ImportState,
    RowState,
)
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.queries.client_imports import ImportCard, import_card, imports_listed, wrong_rows
from domain.usecases.client_imports.doing import start
from domain.usecases.client_imports.sending import cancel
from domain.usecases.client_imports.undoing import start_undo
from domain.values.refusals import Refusal
from imports.wrong_rows import NAME, written
from locales import Sentence, _, lines, n_
from locales.terms.client_imports import STATES

routes = Routes(rank=470)

SIZE = 5
_BY_ENCODING = ("table_encoding", "table_quotes", "table_broken", "table_not_known", "table_cell_too_long")
"""Of what is refused for one of these, another encoding may be all that is wrong."""

FOUND = {
    RowState.NEW: n_("➕ {count} new client", "➕ {count} new clients"),
    RowState.MATCH: n_("👤 {count} client on file", "👤 {count} clients on file"),
    RowState.DOUBT: n_("🪞 {count} row may be one on file", "🪞 {count} rows may be one on file"),
    RowState.FAULT: n_("⚠️ {count} row with errors", "⚠️ {count} rows with errors"),
    RowState.MADE: n_("✅ {count} client added", "✅ {count} clients added"),
    RowState.FILLED: n_("👤 {count} client on file completed", "👤 {count} clients on file completed"),
    RowState.LEFT: n_("{count} row left out", "{count} rows left out"),
    RowState.TAKEN_BACK: n_("↩️ {count} row taken back", "↩️ {count} rows taken back"),
    RowState.STAYED: n_(
        "{count} client stayed: more has come since", "{count} clients stayed: more has come since"
    ),
}


@routes.command("import", _("Add clients from a file"), right=Right.IMPORT_CLIENTS, rank=79)
def import_command(exchange: Exchange, _argument: str) -> None:
    if imports_listed(exchange.desk, 1):
        exchange.show(CLIENT_IMPORTS, 0)
    else:
        begin(exchange, SendClients)


@routes.draws(CLIENT_IMPORTS)
def imports(exchange: Exchange, page: int) -> Screen:
    found = imports_listed(exchange.desk, SIZE + 1, page * SIZE)
    return listing(
        _("<b>📇 Clients from files</b>"),
        found,
        page,
        opens=lambda one: go(_("#{number} {file}")(number=one.id, file=one.file.name), CLIENT_IMPORT, one.id),
        turns=lambda label, other: turn(label, CLIENT_IMPORTS, other),
        empty=_("No file was sent yet."),
        below=column(
            [ask(_("➕ Send a file"), SendClients), go(_("📇 Clients as a file"), CLIENT_EXPORTS), back(HOME)]
        ),
        size=SIZE,
    )


@routes.verb("see_client_import")
def see_import(exchange: Exchange, notice: Notice) -> None:
    exchange.show(CLIENT_IMPORT, notice.facts["client_import"])


@routes.draws(CLIENT_IMPORT)
def import_shown(exchange: Exchange, number: ClientImportNumber) -> Screen:
    found = import_card(exchange.desk, number)
    rows = column(_buttons(exchange, found.imported))
    away = (back(CLIENT_IMPORTS, 0),)
    return card(exchange, found.imported, [_text(found)], CLIENT_IMPORT_SLOTS, first=rows, away=away)


def _text(found: ImportCard) -> Sentence:
    one = found.imported
    counts = [FOUND[state](count=one.count(state)) for state in RowState if one.count(state)]
    waits = found.ahead and _("Import #{number} comes first.")(number=found.ahead.id)
    return lines(
        _("<b>📇 Import #{number}: {file}</b>")(number=one.id, file=one.file.name),
        _refusal(one) if one.state is ImportState.REFUSED else STATES[one.state],
        waits or None,
        "" if counts else None,
        *counts,
        *_explained(one),
    )


def _explained(one: ClientImport) -> list[Sentence]:
    if one.state is not ImportState.READY:
        return []
    told = [
        _("Of clients on file only what is missing is filled in.") if one.count(RowState.MATCH) else None,
        _("Who may be somebody on file is left out unless you say otherwise.")
        if one.count(RowState.DOUBT)
        else None,
        _("Nobody counts as having agreed to mailings."),
    ]
    return [*filter(None, told)]


def _refusal(one: ClientImport) -> Sentence:
    """Why the file could not be read."""
    kept: dict[str, Any] = one.refused
    return words_for(Refusal(kept["kind"], **kept["facts"]))


def _buttons(exchange: Exchange, one: ClientImport) -> Sequence[Button | None]:
    number = one.id
    match one.state:
        case ImportState.READY:
            return _ready(one)
        case ImportState.ASKS:
            return [
                go(_("Columns"), IMPORT_COLUMNS, number),
                act(_("✖ Cancel"), CANCEL_IMPORT, number),
            ]
        case ImportState.REFUSED:
            other = _("Another encoding")
            return [
                go(other, IMPORT_ENCODINGS, number) if one.refused.get("kind") in _BY_ENCODING else None,
                ask(_("➕ Send another file"), SendClients),
            ]
        case ImportState.DONE | ImportState.UNDONE:
            undo = one.can_be_undone(exchange.desk.now)
            return [
                *_lists(one),
                act(_("↩️ Take all of it back"), UNDO_IMPORT, number) if undo else None,
            ]
    if one.state in (ImportState.FETCHING, *AT_WORK):
        cancels = one.state in {ImportState.FETCHING, ImportState.LOOKING, ImportState.READING}
        return [
            go(_("🔄 Refresh"), CLIENT_IMPORT, number),
            act(_("✖ Cancel"), CANCEL_IMPORT, number) if cancels else None,
        ]
    return []


def _ready(one: ClientImport) -> list[Button | None]:
    does = n_("✅ Import {count} client", "✅ Import {count} clients")
    return [
        act(does(count=one.count(*TO_DO)), START_IMPORT, one.id) if one.count(*TO_DO) else None,
        *_lists(one),
        go(_("Columns"), IMPORT_COLUMNS, one.id),
        act(_("✖ Cancel"), CANCEL_IMPORT, one.id),
    ]


def _lists(one: ClientImport) -> list[Button | None]:
    """Rows that somebody may want to look at."""
    number = one.id

    def seen(label: Sentence, *states: RowState) -> Button | None:
        return go(label, IMPORT_ROWS, number, states[0].value, 0) if one.count(*states) else None

    faults = one.count(RowState.FAULT)
    return [
        seen(_("👤 On file"), RowState.MATCH),
        seen(_("🪞 Maybe the same"), RowState.DOUBT),
        seen(_("Left out"), RowState.LEFT),
        seen(_("What stayed"), RowState.STAYED),
        act(_("⚠️ Errors as a file"), WRONG_ROWS, number) if faults else None,
    ]


@routes.does(START_IMPORT)
def begin_import(exchange: Exchange, number: ClientImportNumber) -> None:
    start(exchange.desk, number)
    exchange.head(_("I will write to you when all of them are there."))
    exchange.show(CLIENT_IMPORT, number)


@routes.does(CANCEL_IMPORT)
def cancel_import(exchange: Exchange, number: ClientImportNumber) -> None:
    cancel(exchange.desk, number)
    exchange.show(CLIENT_IMPORT, number)


@routes.does(UNDO_IMPORT)
def undo_import(exchange: Exchange, number: ClientImportNumber) -> None:
    start_undo(exchange.desk, number)
    exchange.head(_("I will write to you when it is taken back."))
    exchange.show(CLIENT_IMPORT, number)


@routes.does(WRONG_ROWS)
def send_wrong_rows(exchange: Exchange, number: ClientImportNumber) -> None:
    """The cells as they came, and why they were not taken: to be corrected and sent again."""
    one = import_card(exchange.desk, number).imported
    rows = [
        (row.line, row.why or "", row.about or "", row.facts or "[]")
        for row in wrong_rows(exchange.desk, number)
    ]
    facts = (rows, [column or "" for column in one.layout.get("columns") or ()], exchange.voice.on_paper())
    exchange.send_file(
        File(
            caption=exchange.voice.html(_("⚠️ Rows with errors in {file}")(file=one.file.name)),
            name=NAME,
            paper=(written, facts),
            by_rows=True,
        )
    )
