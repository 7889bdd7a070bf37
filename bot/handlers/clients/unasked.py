"""What clients simply write or send: words are passed on with one tap, and of the rest it is said what works instead."""

from datetime import timedelta

from bot.conversation.exchange import Exchange
from bot.conversation.last_screen import last_screen
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, ask, column, go
from bot.flows.inquiries.tour import Tour
from bot.links.clients import ASKED, SEND_WORDS, UNSENT
from bot.links.home import HOME
from domain.queries.messages import question_of_mine
from domain.usecases.clients.messages import ask_agency
from domain.values.text import units
from locales import Sentence, _, lines, n_
from storage import StoredScreen

routes = Routes(rank=360)

GATHERED = 20_000
"""Characters that are sent with one tap; whoever writes more is asked anew for the rest."""
SHOWN = 1200
SPLIT, A_MOMENT = 3000, timedelta(minutes=1)
"""Telegram splits a long text at 4096 units, or where a word ends before: the parts come one right after the other."""
WHOLE = n_("{count} character, all of it goes.", "{count} characters, all of it goes.")


@routes.takes_unasked
def words_of_a_client(exchange: Exchange) -> bool:
    """What a client simply writes may be meant for us: one tap sends it, and all lines that came before that tap."""
    event = exchange.event
    if exchange.desk.actor.is_staff or event.text is None or event.file is not None or event.command:
        return False
    screen = last_screen(exchange)
    if _is_the_rest(exchange, event.text, screen):
        return True
    text = event.text if event.forwarded is None else f"↪️ {event.forwarded.name}: {event.text}"
    before = screen.view[1] if screen is not None and screen.view[0] == UNSENT.key else ""
    if before and len(before) + len(text) < GATHERED:
        exchange.screen = screen
        exchange.show(UNSENT, f"{before}\n{text}")
    else:
        exchange.show(UNSENT, text)
    return True


def _is_the_rest(exchange: Exchange, text: str, screen: StoredScreen | None) -> bool:
    """Of a long text that Telegram has split: what came first was sent a moment ago, and this goes after it."""
    if screen is None or screen.view[0] != ASKED.key:
        return False
    _view, number, *more = screen.view
    said, reply = question_of_mine(exchange.desk, number), more[0] if more else None
    if units(said.text) < SPLIT or said.at < exchange.desk.now - A_MOMENT:
        return False
    about = said.deal.id if said.deal else None, said.inquiry.id if said.inquiry else None
    rest = ask_agency(exchange.desk, text, *about, reply)
    exchange.screen = screen
    exchange.show(ASKED, rest.id, reply)
    return True


@routes.draws(UNSENT)
def unsent(_exchange: Exchange, text: str) -> Screen:
    return Screen(
        lines(_("Shall I pass this on to the agency?"), "", *_shown(text)),
        column(
            [
                act(_("✉️ Send to the agency"), SEND_WORDS, text),
                ask(_("🏝 Ask for a tour"), Tour),
                go(_("◀ Home"), HOME),
            ]
        ),
    )


def _shown(text: str) -> list[Sentence]:
    """Of a long text how it begins and ends: it was written just above."""
    if len(text) <= SHOWN:
        return [_("“{text}”")(text=text)]
    ends = f"{text[: SHOWN // 2].rstrip()} … {text[-SHOWN // 4 :].lstrip()}"
    return [_("“{text}”")(text=ends), WHOLE(count=len(text))]


@routes.does(SEND_WORDS)
def send_words(exchange: Exchange, text: str) -> None:
    exchange.show(ASKED, ask_agency(exchange.desk, text).id, None)


@routes.takes_unasked
def what_cannot_be_read(exchange: Exchange) -> bool:
    """Stickers, voices and the like: said kindly, with what works instead."""
    event = exchange.event
    if not (event.other or event.contact or event.location):
        return False
    exchange.say(_("Thank you! I can only read words, photos and PDFs, so please write it to us in words."))
    exchange.show(HOME)
    return True
