"""The join link of a trip: to be sent to clients, closed and renewed."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Row, Screen, act, back
from bot.links.trips import JOIN_LINK, RENEW_LINK, REVOKE_LINK, TRIP
from domain.entities.trips import TripNumber
from domain.queries import joining
from domain.queries.joining import JoinLink
from domain.usecases.trips.planning import renew_link, revoke_link
from locales import Link, Sentence, _, lines

routes = Routes()


@routes.draws(JOIN_LINK)
def join_link(exchange: Exchange, number: TripNumber) -> Screen:
    found = joining.join_link(exchange.desk, number)
    title = _("<b>{trip}</b>: join link")(trip=found.trip.title)
    text = lines(title, *_link_words(exchange, found))
    return Screen(text, (*_link_buttons(found), (back(TRIP, number),)))


def _link_words(exchange: Exchange, found: JoinLink) -> list[Sentence | Link]:
    if found.trip.departs_at <= exchange.desk.now:
        return [_("The trip has left: nobody can join it now.")]
    if found.payload is None:
        return [_("There is no open link: nobody can join by link.")]
    address = exchange.deep_link(found.payload)
    return [_("Send it to a client or a whole group: anybody who opens it can join."), Link(address, address)]


def _link_buttons(found: JoinLink) -> tuple[Row, ...]:
    trip = found.trip
    if not found.changeable:
        return ()
    revoke = act(_("🚫 Close the link"), REVOKE_LINK, trip.id, trip.join_version)
    renew = act(_("🔄 New link"), RENEW_LINK, trip.id, trip.join_version)
    return ((revoke, renew),) if trip.join_open else ((renew,),)


@routes.does(REVOKE_LINK)
def close(exchange: Exchange, number: TripNumber, version: int) -> None:
    revoke_link(exchange.desk, number, version)
    exchange.note(_("The link is closed."))
    exchange.show(JOIN_LINK, number)


@routes.does(RENEW_LINK)
def renew(exchange: Exchange, number: TripNumber, version: int) -> None:
    renew_link(exchange.desk, number, version)
    exchange.note(_("Here is a new link; the old one is closed."))
    exchange.show(JOIN_LINK, number)
