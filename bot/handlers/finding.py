"""Finding: staff write a name, a phone or passport number, a trip or a deal's number, and get what fits as buttons."""

from bot.asked import Asked, asked_number
from bot.routes import Routes
from bot.screen import Button, Screen, ask, column, go, pages
from bot.talk import Talk
from domain.clients import Client
from domain.particulars import may_be_passport
from domain.people import Right
from domain.refusals import NotFound
from domain.usecases.travellers import who_travels_with
from locales import Sentence, _, lines
from locales.phones import pretty_phone
from locales.things import deal_line, trip_line
from storage import NotOurs

routes = Routes()

PAGE = 5
"""Of trips and of clients each."""


@routes.takes_unasked
def find(talk: Talk) -> bool:
    heard = talk.heard
    if not talk.desk.actor.may(Right.SEE_TRIPS) or heard.forwarded or heard.file or not heard.text:
        return False
    talk.show("found", _hidden(talk, Asked.of(heard.text).text), 0)
    return True


def _hidden(talk: Talk, text: str) -> str:
    """The screen is kept for months: no passport's number may stand in it."""
    return talk.unit.secrets.seal(text, _PLACE) if may_be_passport(text) else text


_PLACE = "screens.view:found"


@routes.view("found")
def found(talk: Talk, hidden: str, page: int) -> Screen:
    talk.desk.must(Right.SEE_TRIPS)
    try:
        text = talk.unit.secrets.open(hidden, _PLACE)
    except NotOurs:
        raise NotFound("out_of_date") from None
    by_number = [] if page else [*_numbered(talk, text), *_travelling(talk, text)]
    trips, more_trips = _trips(talk, text, page)
    clients, more_clients = _clients(talk, text, page)
    buttons = [*by_number, *trips, *clients]
    if not buttons:
        return _nothing(talk, text)
    turning = pages("found", (hidden,), page, more_trips or more_clients)
    return Screen(
        _("🔎 Found for “{text}”:")(text=text),
        (*column(buttons), *turning, *column([go(_("◀ Home"), "home")])),
    )


def _numbered(talk: Talk, text: str) -> list[Button]:
    number = asked_number(text)
    if number is None:
        return []
    return [button for button in (_deal(talk, number), _inquiry(talk, number)) if button]


def _deal(talk: Talk, number: int) -> Button | None:
    if not talk.desk.actor.may(Right.SEE_DEALS):
        return None
    try:
        return go(_("🗂 {deal}")(deal=deal_line(talk.desk.records.deals.get(number))), "deal", number)
    except NotFound:
        return None


def _travelling(talk: Talk, text: str) -> list[Button]:
    """Whose passport has exactly this number; a part of one finds nobody."""
    words = _("🛂 {name} · № {number}")
    found = who_travels_with(talk.desk, text)[:PAGE]
    return [go(words(name=one.name, number=deal.id), "deal", deal.id) for deal, one in found]


def _inquiry(talk: Talk, number: int) -> Button | None:
    if not talk.desk.actor.may(Right.TAKE_INQUIRIES):
        return None
    try:
        inquiry = talk.desk.records.inquiries.get(number)
    except NotFound:
        return None
    words = _("📥 Inquiry № {number} · {client} · {destination}")
    return go(
        words(number=number, client=inquiry.client.name, destination=inquiry.destination), "inquiry", number
    )


def _trips(talk: Talk, text: str, page: int) -> tuple[list[Button], bool]:
    trips = talk.desk.records.trips
    some = trips.search(text, PAGE + 1, page * PAGE)
    line = _("🚌 {trip}")
    buttons = [go(line(trip=trip_line(trip, trips.taken(trip))), "trip", trip.id) for trip in some[:PAGE]]
    return buttons, len(some) > PAGE


def _clients(talk: Talk, text: str, page: int) -> tuple[list[Button], bool]:
    if not talk.desk.actor.may(Right.SEE_DEALS):
        return [], False
    some = talk.desk.records.clients.search(text, PAGE + 1, page * PAGE)
    return [go(_client(client), "client", client.id) for client in some[:PAGE]], len(some) > PAGE


def _client(client: Client) -> Sentence:
    if client.phone is None:
        return _("👤 {client}")(client=client.name)
    return _("👤 {client} · {phone}")(client=client.name, phone=pretty_phone(client.phone))


def _nothing(talk: Talk, text: str) -> Screen:
    offers = [
        ask(_("☎️ Take an inquiry"), "phone_inquiry") if talk.desk.actor.may(Right.TAKE_INQUIRIES) else None,
        ask(_("➕ New deal"), "deal") if talk.desk.actor.may(Right.OPEN_DEALS) else None,
        go(_("◀ Home"), "home"),
    ]
    nothing = _("🔎 Nothing found for “{text}”.")(text=text)
    return Screen(lines(nothing, _("Try another spelling, or a part of it.")), column(offers))
