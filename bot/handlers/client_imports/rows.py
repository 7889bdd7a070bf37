"""The rows of an import: who they are, whom they may be; a doubtful one is settled by one tap."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, back, column, go, turn
from bot.conversation.widgets.listing import listing
from bot.links.client_imports import CLIENT_IMPORT, IMPORT_ROW, IMPORT_ROWS, SETTLE_ROW
from bot.links.clients import CLIENT
from domain.entities.client_imports import (
    ClientImportNumber,
    ImportRowNumber,
    ImportState,
    RowState,
)
from domain.queries.client_imports import RowSeen, import_card, row_seen, rows_seen
from domain.usecases.client_imports.doing import settle_row
from locales import Joined, Sentence, _, lines, verbatim
from locales.terms.client_facts import fact_name
from locales.terms.client_imports import REASONS, ROW_STATES
from locales.terms.phones import pretty_phone

routes = Routes()

SIZE = 6
_SHOWN = {state.value: state for state in RowState if state is not RowState.FAULT}


@routes.draws(IMPORT_ROWS)
def rows(exchange: Exchange, number: ClientImportNumber, row_state: str, page: int) -> Screen:
    state = _SHOWN.get(row_state, RowState.DOUBT)
    found = rows_seen(exchange.desk, number, [state], SIZE + 1, page * SIZE)
    return listing(
        _("<b>Import #{number}, rows: {state}</b>")(number=number, state=ROW_STATES[state]),
        found,
        page,
        line=_line,
        opens=lambda one: go(_label(one), IMPORT_ROW, number, one.row.id),
        turns=lambda label, other: turn(label, IMPORT_ROWS, number, row_state, other),
        empty=_("There are none."),
        below=column([back(CLIENT_IMPORT, number)]),
        size=SIZE,
    )


@routes.draws(IMPORT_ROW)
def row(exchange: Exchange, number: ClientImportNumber, import_row: ImportRowNumber) -> Screen:
    one = import_card(exchange.desk, number).imported
    found = row_seen(exchange.desk, number, import_row)
    settles = one.state is ImportState.READY and found.row.facts is not None and found.row.why is not None
    same = settles and found.client is not None
    return Screen(
        lines(
            _("<b>Line {line}</b>: {state}")(line=found.row.line, state=ROW_STATES[found.row.state]),
            *_told(found),
        ),
        column(
            [
                act(_("👤 The same client"), SETTLE_ROW, number, import_row, "match") if same else None,
                act(_("➕ A new client"), SETTLE_ROW, number, import_row, "new") if settles else None,
                act(_("✖ Leave out"), SETTLE_ROW, number, import_row, "doubt") if settles else None,
                go(_("👤 {name}")(name=found.client.name), CLIENT, found.client.id) if found.client else None,
                back(IMPORT_ROWS, number, found.row.state.value, 0),
            ]
        ),
    )


@routes.does(SETTLE_ROW)
def settle(
    exchange: Exchange, number: ClientImportNumber, import_row: ImportRowNumber, row_state: str
) -> None:
    states = {"match": RowState.MATCH, "new": RowState.NEW}
    settle_row(exchange.desk, number, import_row, states.get(row_state, RowState.DOUBT))
    exchange.show(IMPORT_ROWS, number, RowState.DOUBT.value, 0)


def _label(one: RowSeen) -> Sentence:
    if one.row.facts is None:
        return _("Line {line}")(line=one.row.line)
    return _("{line}. {name}")(line=one.row.line, name=one.row.told.name)


def _line(one: RowSeen) -> Sentence:
    why = _why(one)
    return _("{row}: {why}")(row=_label(one), why=why) if why else _label(one)


def _why(one: RowSeen) -> Sentence | None:
    if one.row.why is not None:
        return REASONS[one.row.why](cell=one.row.about or "")
    return _fills(one)


def _fills(one: RowSeen) -> Sentence | None:
    if one.row.state is not RowState.MATCH:
        return None
    if not one.row.filled:
        return _("nothing to fill in")
    return _("fills in: {fact_keys}")(fact_keys=Joined([fact_name(key) for key in one.row.filled]))


def _told(one: RowSeen) -> list[Sentence | None]:
    if one.row.facts is None:
        return [_why(one)]
    facts = one.row.told
    ways = [pretty_phone(facts.phone) if facts.phone else None, facts.email]
    return [
        _why(one),
        _fills(one) if one.row.why else None,
        verbatim(facts.name),
        verbatim(", ".join(filter(None, ways))) if any(ways) else None,
        _("Born {day}")(day=facts.born_on) if facts.born_on else None,
        verbatim(" ".join(f"#{tag}" for tag in facts.tags)) if facts.tags else None,
        verbatim(facts.notes[:300]) if facts.notes else None,
    ]
