"""What the columns of a file hold, and in which encoding it is written: seen by its first rows, and settled by taps."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, act, apart, back, column, go, pairs
from bot.links.client_imports import (
    CHOOSE_COLUMN,
    CHOOSE_ENCODING,
    CLIENT_IMPORT,
    IMPORT_COLUMN,
    IMPORT_COLUMNS,
    IMPORT_ENCODINGS,
    READ_ON,
    SAY_HEADER,
)
from domain.entities.client_imports import ClientImport, ClientImportNumber, Column, ImportState
from domain.queries.client_imports import import_card
from domain.usecases.client_imports.sending import choose_column, choose_encoding, read_on, say_header
from imports.encodings import ENCODINGS
from imports.layouts import sample_from
from locales import Sentence, _, lines, verbatim
from locales.terms.client_imports import COLUMNS, LEFT_OUT

routes = Routes()

SHORT = 14
"""Characters of a cell on a button."""
_CHANGES = (ImportState.ASKS, ImportState.READY)


@routes.draws(IMPORT_COLUMNS)
def columns(exchange: Exchange, number: ClientImportNumber) -> Screen:
    one = import_card(exchange.desk, number).imported
    rows = _sample(one)
    changes = one.state in _CHANGES and one.layout.get("kind") != "vcard"
    header = one.layout.get("has_header", False)
    buttons = [
        act(_("✅ Read the file so"), READ_ON, number) if one.state is ImportState.ASKS else None,
        act(HEADER[header], SAY_HEADER, number, not header) if changes else None,
        go(_("Another encoding"), IMPORT_ENCODINGS, number) if one.layout.get("kind") == "csv" else None,
        back(CLIENT_IMPORT, number),
    ]
    picks = pairs([_pick(number, place, one, rows) for place in range(len(one.columns))]) if changes else ()
    return Screen(_text(one, rows), (*picks, *column(buttons)))


HEADER = {True: _("☑ Headings in the first row"), False: _("☐ Headings in the first row")}


def _text(one: ClientImport, rows: Sequence[Sequence[str]]) -> Sentence:
    return lines(
        _("<b>Columns of {file}</b>")(file=one.file.name),
        _("These are the first rows. Tap a column to say what it holds."),
        "",
        *(verbatim(" | ".join(row)[:200]) for row in rows),
    )


def _pick(number: int, place: int, one: ClientImport, rows: Sequence[Sequence[str]]) -> Button:
    """As many as the file has: choices of one kind, like the seats of a coach."""
    shown = next((row[place] for row in rows if place < len(row) and row[place]), f"{place + 1}")[:SHORT]
    known = one.columns[place]
    label = _("{cell}: {column}")(cell=shown, column=COLUMNS[known] if known else verbatim("?"))
    return apart(go(label, IMPORT_COLUMN, number, place))


@routes.draws(IMPORT_COLUMN)
def column_choice(exchange: Exchange, number: ClientImportNumber, nth: int) -> Screen:
    one = import_card(exchange.desk, number).imported
    cells = [row[nth] for row in _sample(one) if 0 <= nth < len(row)]
    choices: list[Row] = [
        *pairs([apart(act(words, CHOOSE_COLUMN, number, nth, key.value)) for key, words in COLUMNS.items()]),
        *column([act(LEFT_OUT, CHOOSE_COLUMN, number, nth, ""), back(IMPORT_COLUMNS, number)]),
    ]
    return Screen(lines(_("What does this column hold?"), *map(verbatim, cells)), tuple(choices))


@routes.draws(IMPORT_ENCODINGS)
def encodings(exchange: Exchange, number: ClientImportNumber) -> Screen:
    one = import_card(exchange.desk, number).imported
    chosen = one.layout.get("encoding", "")
    text = lines(
        _("<b>In which encoding is {file} written?</b>")(file=one.file.name),
        _("Now: {encoding}")(encoding=chosen) if chosen else None,
        *(verbatim(" | ".join(row)[:200]) for row in _sample(one)),
    )
    choices = pairs([apart(act(verbatim(name), CHOOSE_ENCODING, number, name)) for name in ENCODINGS])
    return Screen(text, (*choices, *column([back(CLIENT_IMPORT, number)])))


@routes.does(CHOOSE_COLUMN)
def choose(exchange: Exchange, number: ClientImportNumber, nth: int, column_key: str) -> None:
    choose_column(exchange.desk, number, nth, Column(column_key) if column_key in {*Column} else None)
    exchange.show(IMPORT_COLUMNS, number)


@routes.does(SAY_HEADER)
def say(exchange: Exchange, number: ClientImportNumber, header: bool) -> None:  # noqa: FBT001 (as a button keeps it)
    say_header(exchange.desk, number, has_header=header)
    exchange.show(IMPORT_COLUMNS, number)


@routes.does(CHOOSE_ENCODING)
def choose_other(exchange: Exchange, number: ClientImportNumber, encoding: str) -> None:
    choose_encoding(exchange.desk, number, encoding)
    exchange.show(CLIENT_IMPORT, number)


@routes.does(READ_ON)
def read(exchange: Exchange, number: ClientImportNumber) -> None:
    read_on(exchange.desk, number)
    exchange.show(CLIENT_IMPORT, number)


def _sample(one: ClientImport) -> list[list[str]]:
    return sample_from(one.sample) if one.sample else []
