"""Finding: staff write a name, a phone or passport number, a trip or a deal's number, and get what fits."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin_heard
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go
from bot.conversation.searches import Page
from bot.conversation.searches import found as everything_found
from bot.conversation.widgets.listing import turning
from bot.flows.deals.open_deal import DealFlow
from bot.flows.inquiries.caller_line import read_line
from bot.flows.inquiries.phone_inquiry import PhoneInquiry
from bot.handlers.home.free_words import SearchWords
from bot.handlers.staff.reach import search_words
from bot.links.home import FOUND, HOME
from domain.entities.particulars import may_be_passport
from domain.entities.people import Right
from domain.queries.trips import must_see
from domain.values.refusals import NotFound
from locales import _, lines
from storage import NotOurs

routes = Routes(rank=900)


@routes.takes_unasked
def find(exchange: Exchange) -> bool:
    event = exchange.event
    if not exchange.desk.actor.may(Right.SEE_TRIPS) or event.forwarded or event.file or not event.text:
        return False
    show_found(exchange, event.text)
    return True


def show_found(exchange: Exchange, words: str) -> None:
    """What is the only one that fits is opened at once; back from there leads to what else may be done with the words."""
    text = SearchWords.of(words).text
    hidden = _hidden(exchange, text)
    listed = [FOUND.key, hidden, 0]
    buttons, more = everything_found(exchange, Page(text, 0))
    if not buttons and _is_a_call(exchange, words):
        begin_heard(exchange, PhoneInquiry)
    elif len(buttons) == 1 and buttons[0].action == "go":
        exchange.way = [listed]
        exchange.show_step(list(buttons[0].args))
    else:
        exchange.show_step(listed, drawn=_listed(exchange, hidden, Page(text, 0), buttons, more=more))


def _is_a_call(exchange: Exchange, text: str) -> bool:
    """A name with a phone number that nobody has yet, and perhaps where to, when and how many."""
    return exchange.desk.actor.may(Right.TAKE_INQUIRIES) and read_line(exchange, text) is not None


def _hidden(exchange: Exchange, text: str) -> str:
    """The screen is kept for months: no passport's number may stand in it."""
    return exchange.unit.secrets.seal(text, _PLACE) if may_be_passport(text) else text


_PLACE = "screens.view:found"


@routes.draws(FOUND)
def found(exchange: Exchange, hidden: str, page: int) -> Screen:
    must_see(exchange.desk)
    try:
        text = exchange.unit.secrets.open(hidden, _PLACE)
    except NotOurs:
        raise NotFound("out_of_date") from None
    asked = Page(text, page)
    buttons, more = everything_found(exchange, asked)
    return _listed(exchange, hidden, asked, buttons, more=more)


def _listed(exchange: Exchange, hidden: str, page: Page, buttons: Sequence[Button], *, more: bool) -> Screen:
    if not buttons:
        return _nothing(exchange, page.text)
    turns = turning(lambda label, other: go(label, FOUND, hidden, other), page.number, more=more)
    head = _("🔎 Found for “{text}”:")(text=page.text)
    return Screen(head, (*column(buttons), *turns, (go(_("◀ Home"), HOME),)))


def _nothing(exchange: Exchange, text: str) -> Screen:
    may = exchange.desk.actor.may
    offers: list[Button | None] = [
        ask(_("☎️ Take an inquiry"), PhoneInquiry) if may(Right.TAKE_INQUIRIES) else None,
        ask(_("➕ New deal"), DealFlow) if may(Right.OPEN_DEALS) else None,
        go(_("◀ Home"), HOME),
    ]
    nothing = _("🔎 Nothing found for “{text}”")(text=text)
    another = _("Try another spelling, or a part of it.")
    return Screen(lines(nothing, another, *search_words(exchange.desk.actor)), column(offers))
