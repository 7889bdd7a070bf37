"""Finding: staff write a name, a phone or passport number, a trip or a deal's number, and get what fits as buttons."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go, pages
from bot.handlers.home.free_words import Asked, asked_number
from domain.entities.clients import Client
from domain.entities.particulars import may_be_passport
from domain.entities.people import Right
from domain.usecases.travellers.travellers import who_travels_with
from domain.values.refusals import NotFound
from locales import Sentence, _, lines
from locales.terms.deals import deal_line
from locales.terms.phones import pretty_phone
from locales.terms.trips import trip_line
from storage import NotOurs

routes = Routes()

PAGE = 5
"""Of trips and of clients each."""


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
    by_number = [] if page else [*_numbered(exchange, text), *_travelling(exchange, text)]
    trips, more_trips = _trips(exchange, text, page)
    clients, more_clients = _clients(exchange, text, page)
    buttons = [*by_number, *trips, *clients]
    if not buttons:
        return _nothing(exchange, text)
    turning = pages("found", (hidden,), page, more_trips or more_clients)
    return Screen(
        _("🔎 Found for “{text}”:")(text=text),
        (*column(buttons), *turning, *column([go(_("◀ Home"), "home")])),
    )


def _numbered(exchange: Exchange, text: str) -> list[Button]:
    number = asked_number(text)
    if number is None:
        return []
    return [button for button in (_deal(exchange, number), _inquiry(exchange, number)) if button]


def _deal(exchange: Exchange, number: int) -> Button | None:
    if not exchange.desk.actor.may(Right.SEE_DEALS):
        return None
    try:
        return go(_("🗂 {deal}")(deal=deal_line(exchange.desk.repositories.deals.get(number))), "deal", number)
    except NotFound:
        return None


def _travelling(exchange: Exchange, text: str) -> list[Button]:
    """Whose passport has exactly this number; a part of one finds nobody."""
    words = _("🛂 {name} · № {number}")
    found = who_travels_with(exchange.desk, text)[:PAGE]
    return [go(words(name=one.name, number=deal.id), "deal", deal.id) for deal, one in found]


def _inquiry(exchange: Exchange, number: int) -> Button | None:
    if not exchange.desk.actor.may(Right.TAKE_INQUIRIES):
        return None
    try:
        inquiry = exchange.desk.repositories.inquiries.get(number)
    except NotFound:
        return None
    words = _("📥 Inquiry № {number} · {client} · {destination}")
    return go(
        words(number=number, client=inquiry.client.name, destination=inquiry.destination), "inquiry", number
    )


def _trips(exchange: Exchange, text: str, page: int) -> tuple[list[Button], bool]:
    trips = exchange.desk.repositories.trips
    some = trips.search(text, PAGE + 1, page * PAGE)
    line = _("🚌 {trip}")
    buttons = [go(line(trip=trip_line(trip, trips.taken(trip))), "trip", trip.id) for trip in some[:PAGE]]
    return buttons, len(some) > PAGE


def _clients(exchange: Exchange, text: str, page: int) -> tuple[list[Button], bool]:
    if not exchange.desk.actor.may(Right.SEE_DEALS):
        return [], False
    some = exchange.desk.repositories.clients.search(text, PAGE + 1, page * PAGE)
    return [go(_client(client), "client", client.id) for client in some[:PAGE]], len(some) > PAGE


def _client(client: Client) -> Sentence:
    if client.phone is None:
        return _("👤 {client}")(client=client.name)
    return _("👤 {client} · {phone}")(client=client.name, phone=pretty_phone(client.phone))


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
