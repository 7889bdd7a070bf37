"""Clients: the newest, one's own, those with open deals, those whom nothing reaches; and files that may be one person's."""

from collections.abc import Iterable, Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, apart, back, column, go, turn
from bot.conversation.slots import home_button
from bot.conversation.widgets.listing import chips, listing
from bot.handlers.clients.tags import tag_of
from bot.handlers.home.finding import show_found
from bot.links.clients import CLIENT, CLIENT_TAGS, CLIENTS, CLIENTS_OF_TRIP
from bot.links.home import MENU
from bot.links.merging import DOUBTS
from bot.links.trips import PARTICIPANTS
from domain.entities.clients import Client
from domain.entities.people import Right
from domain.entities.trips import TripNumber
from domain.queries.client_lists import (
    ClientsWho,
    clients_of_trip,
    clients_tagged,
    clients_who,
    tags_of_clients,
)
from domain.queries.doubts import count_doubts
from locales import Sentence, _, lines
from locales.terms.clients import client_label
from locales.terms.today import counted

routes = Routes(rank=347)

SIZE = 7
CHIPS: tuple[tuple[str, Sentence], ...] = (
    (ClientsWho.NEWEST, _("Newest")),
    (ClientsWho.MINE, _("🙋 Only mine")),
    (ClientsWho.OPEN, _("🗂 Open deals")),
    (ClientsWho.UNREACHABLE, _("📵 Not reached")),
)


@home_button(rank=30, right=Right.SEE_DEALS)
def clients_at_home(_exchange: Exchange) -> Button:
    return go(_("👥 Clients"), CLIENTS, ClientsWho.NEWEST, 0)


@routes.command(
    "clients",
    _("Clients; or write a name, a phone, an e-mail or a tag behind it"),
    right=Right.SEE_DEALS,
    rank=45,
)
def clients_command(exchange: Exchange, argument: str) -> None:
    if argument:
        show_found(exchange, argument)
    else:
        exchange.show(CLIENTS, ClientsWho.NEWEST, 0)


@routes.draws(CLIENTS)
def clients(exchange: Exchange, which: str, page: int) -> Screen:
    return listing(
        lines(
            _("<b>👥 Clients</b>"), _("Type a name, a phone number, an e-mail address or a #tag to find one.")
        ),
        _some(exchange, which, page),
        page,
        opens=lambda client: go(client_label(client), CLIENT, client.id),
        turns=lambda label, other: turn(label, CLIENTS, which, other),
        empty=_("There is none."),
        chips=_chips(exchange, which),
        below=(*column(_doubts(exchange)), (back(MENU),)),
        size=SIZE,
    )


def _some(exchange: Exchange, which: str, page: int) -> Sequence[Client]:
    tag = tag_of(which)
    if tag is not None:
        return clients_tagged(exchange.desk, tag, SIZE + 1, page * SIZE)
    return clients_who(exchange.desk, ClientsWho(which), SIZE + 1, page * SIZE)


def _chips(exchange: Exchange, which: str) -> list[Row]:
    rows: list[Row] = [
        chips(row, which, lambda label, other: turn(label, CLIENTS, other, 0))
        for row in (CHIPS[:2], CHIPS[2:])
    ]
    tag = tag_of(which)
    chosen = [apart(turn(_("✓ {choice}")(choice=f"#{tag}"), CLIENTS, which, 0))] if tag else []
    if chosen or tags_of_clients(exchange.desk, 1):
        rows.append((*chosen, apart(go(_("🏷 Tags"), CLIENT_TAGS, 0))))
    return rows


@routes.draws(CLIENTS_OF_TRIP)
def who_has_booked(exchange: Exchange, number: TripNumber, page: int) -> Screen:
    found = clients_of_trip(exchange.desk, number, SIZE + 1, page * SIZE)
    return listing(
        lines(_("<b>👥 Clients</b>"), found.trip.title),
        found.clients,
        page,
        opens=lambda client: go(client_label(client), CLIENT, client.id),
        turns=lambda label, other: turn(label, CLIENTS_OF_TRIP, number, other),
        empty=_("There is none."),
        below=((back(PARTICIPANTS, number, None, 0),),),
        size=SIZE,
    )


def _doubts(exchange: Exchange) -> Iterable[Button]:
    if not exchange.desk.actor.may(Right.MERGE_CLIENTS):
        return
    count = count_doubts(exchange.desk)
    if count:
        yield go(_("🪞 Same person? · {count}")(count=counted(count)), DOUBTS, 0)
