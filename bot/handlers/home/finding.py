"""Finding: staff write a name, a phone or passport number, a trip or a deal's number, and get what fits as buttons."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, ask, column, go, pages
from bot.conversation.searches import Page
from bot.conversation.searches import found as everything_found
from bot.handlers.home.free_words import Asked
from domain.entities.particulars import may_be_passport
from domain.entities.people import Right
from domain.values.refusals import NotFound
from locales import _, lines
from storage import NotOurs

routes = Routes(rank=900)


@routes.takes_unasked
def find(exchange: Exchange) -> bool:
    event = exchange.event
    if not exchange.desk.actor.may(Right.SEE_TRIPS) or event.forwarded or event.file or not event.text:
        return False
    exchange.show("found", _hidden(exchange, Asked.of(event.text).text), 0)
    return True


def _hidden(exchange: Exchange, text: str) -> str:
    """The screen is kept for months: no passport's number may stand in it."""
    return exchange.unit.secrets.seal(text, _PLACE) if may_be_passport(text) else text


_PLACE = "screens.view:found"


@routes.view("found")
def found(exchange: Exchange, hidden: str, page: int) -> Screen:
    exchange.desk.must(Right.SEE_TRIPS)
    try:
        text = exchange.unit.secrets.open(hidden, _PLACE)
    except NotOurs:
        raise NotFound("out_of_date") from None
    buttons, more = everything_found(exchange, Page(text, page))
    if not buttons:
        return _nothing(exchange, text)
    turning = pages("found", (hidden,), page, more)
    return Screen(
        _("🔎 Found for “{text}”:")(text=text),
        (*column(buttons), *turning, *column([go(_("◀ Home"), "home")])),
    )


def _nothing(exchange: Exchange, text: str) -> Screen:
    offers = [
        ask(_("☎️ Take an inquiry"), "phone_inquiry")
        if exchange.desk.actor.may(Right.TAKE_INQUIRIES)
        else None,
        ask(_("➕ New deal"), "deal") if exchange.desk.actor.may(Right.OPEN_DEALS) else None,
        go(_("◀ Home"), "home"),
    ]
    nothing = _("🔎 Nothing found for “{text}”.")(text=text)
    return Screen(lines(nothing, _("Try another spelling, or a part of it.")), column(offers))
