"""What stands behind /note goes to a client's file when it names one; what everybody will read is shown before it is kept.

Boris: /note Anna Petrova needs a ground floor room
Bot:   Noted on the file of Anna Petrova.

Boris: /note Ohrid: hotel Bellevue renovates its pool till May
Bot:   🔭 Everybody in the agency will read this, under Ohrid:
       hotel Bellevue renovates its pool till May
Boris: [✅ Save for all]
Bot:   Noted under Ohrid.

Several clients of that name, nobody, or a client who is called like a town: it asks where it belongs.
"""

from collections.abc import Iterator
from typing import Any

from bot.conversation.contents import Content, sent_in
from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, apart, ask, column, go
from bot.flows.interactions.note import NoteDown
from bot.flows.interactions.note_on import NoteOnClient
from bot.flows.observations.note import MOST, NoteObservation
from bot.links.home import HOME
from bot.links.interactions import MESSAGE
from bot.links.noting import NOTE_ON, NOTING
from domain.entities.clients import ClientNumber
from domain.entities.interactions import Sent
from domain.entities.note_lines import NoteLine
from domain.entities.observations import Watched
from domain.entities.people import Right
from domain.queries.interactions import Named, clients_named
from domain.queries.observations import must_note, named_before
from domain.usecases.interactions.noting import note_down
from domain.values import text
from domain.values.translated import Translated
from locales import Sentence, _, lines
from locales.terms.clients import client_label
from locales.terms.observations import WATCHED

routes = Routes(rank=456)

NAMESAKES = 4
"""So many clients of one name are offered; the others are found by their surname."""
_SHOWN = 800


@routes.command(
    "note", _("Write down something about a client, or about the market"), right=Right.NOTE_MARKET, rank=74
)
def note(exchange: Exchange, argument: str) -> None:
    if not argument.strip():
        begin(exchange, NoteObservation)
        return
    must_note(exchange.desk)
    written = text.words(argument, MOST)
    line = NoteLine.of(written)
    named = clients_named(exchange.desk, line)
    if len(named.clients) != 1 or _watched(exchange, line) is not None:
        exchange.show(NOTING, written)
    elif named.words:
        _note(exchange, named.clients[0].id, named.words, sent_in(exchange.event))
    else:
        begin(exchange, NoteDown, client=named.clients[0].id)


@routes.draws(NOTING)
def where(exchange: Exchange, written: str) -> Screen:
    """Where it goes stands above the words, or is asked."""
    must_note(exchange.desk)
    line = NoteLine.of(written)
    named, about = clients_named(exchange.desk, line), _watched(exchange, line)
    told = lines(
        *_who_reads(exchange, line, named, about),
        _("<blockquote>{text}</blockquote>")(text=(named.words or written)[:_SHOWN]),
    )
    return Screen(told, column([*_buttons(exchange, line, named, about)]))


def _who_reads(exchange: Exchange, line: NoteLine, named: Named, about: Watched | None) -> Iterator[Sentence]:
    everybody = _("🔭 Everybody in the agency will read this, under {place}:")
    if about is not None and not named.clients:
        yield everybody(place=line.name)
        return
    yield _("✍️ Where does this note belong?")
    if exchange.desk.actor.may(Right.ANSWER_CLIENTS):
        yield _("On a client's file only those read it who may open that file.")
    yield _("🔭 Under a destination or a supplier everybody in the agency reads it.")


def _buttons(exchange: Exchange, line: NoteLine, named: Named, about: Watched | None) -> Iterator[Button]:
    words = named.words or None
    for client in named.clients[:NAMESAKES]:
        yield _on(client_label(client), client.id, words)
    if about is not None and not named.clients:
        yield _for_all(_("✅ Save for all"), about, line)
    if exchange.desk.actor.may(Right.ANSWER_CLIENTS):
        label = _("👤 Another client") if named.clients else _("👤 A client")
        yield ask(label, NoteOnClient, **_content(line.words))
    if about is None or named.clients:
        for watched, label in WATCHED.items():
            if about in (None, watched):
                yield _for_all(label, watched, line)
    yield apart(go(_("🗑 Do not save"), HOME))


def _on(label: Sentence, client: int, words: str | None) -> Button:
    return act(label, NOTE_ON, client, words) if words else ask(label, NoteDown, client=client)


def _content(words: str) -> dict[str, Any]:
    return {"content": Content(words, Sent())} if words else {}


def _for_all(label: Sentence, about: Watched, line: NoteLine) -> Button:
    """What is missing is asked for."""
    known: dict[str, Any] = {"text": line.words, "file": None} if line.words else {}
    if (place := _place(line)) is not None:
        known["place"] = place
    return ask(label, NoteObservation, about=about, **known)


def _watched(exchange: Exchange, line: NoteLine) -> Watched | None:
    place = _place(line)
    return None if place is None else named_before(exchange.desk, place)


def _place(line: NoteLine) -> Translated | None:
    """None for what is no name: a phone number."""
    named = line.name is not None and any(map(str.isalpha, line.name))
    return Translated(text.name(line.name or "")) if named else None


@routes.does(NOTE_ON)
def note_on(exchange: Exchange, client: ClientNumber, words: str) -> None:
    _note(exchange, client, words)


def _note(exchange: Exchange, client: int, words: str, sent: Sent | None = None) -> None:
    said = note_down(exchange.desk, client, words, sent=sent)
    exchange.head(_("Noted on the file of {name}.")(name=said.client.name))
    exchange.show(MESSAGE, said.id)
