"""The personal link of a client without Telegram: made from the card, sent or printed, opened by the client."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.links import HOME
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, column, go
from bot.conversation.widgets.confirm import confirm
from bot.links.clients import CLIENT, CLIENT_SLOTS
from bot.links.personal_links import CLOSE_LINK, DISCONNECT, GIVE_LINK, HAVE_LINK, NOT_THEM, PERSONAL_LINK
from domain.entities.clients import Client, ClientNumber
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.queries.personal_links import LinkOfClient
from domain.queries.personal_links import personal_link as read
from domain.usecases.clients.personal_links import Opened, close_link, disconnect, give_link, open_link
from locales import Link, Sentence, _, lines
from papers.qr import link_picture

routes = Routes()


@CLIENT_SLOTS.button(22, Right.ANSWER_CLIENTS)
def link_button(_exchange: Exchange, client: Client) -> Button | None:
    gone = client.person or client.forgotten_at
    return None if gone else act(_("🔗 Personal link"), HAVE_LINK, client.id)


@routes.does(HAVE_LINK)
def have(exchange: Exchange, number: ClientNumber) -> None:
    if read(exchange.desk, number).newest is None:
        give(exchange, number)
    else:
        exchange.show(PERSONAL_LINK, number)


@routes.does(GIVE_LINK)
def give(exchange: Exchange, number: ClientNumber) -> None:
    """What the client gets comes in messages of its own, to be passed on; below them, what may be done with the link."""
    address = exchange.deep_link(f"p_{give_link(exchange.desk, number)}")
    agency = exchange.desk.agency.name
    exchange.leave_tapped()
    exchange.say(
        lines(
            _("<b>{agency}</b> is on Telegram. Your trips, documents and messages are here:")(agency=agency),
            Link(address, address),
        )
    )
    scan = _("Scan this with your phone’s camera: {agency} on Telegram.")(agency=agency)
    exchange.send_file(
        File(exchange.voice.html(scan), is_photo=True, name="telegram.png", paper=(link_picture, (address,)))
    )
    exchange.show(PERSONAL_LINK, number)


@routes.draws(PERSONAL_LINK)
def personal_link(exchange: Exchange, number: ClientNumber) -> Screen:
    found = read(exchange.desk, number)
    text = lines(_("<b>🔗 Personal link of {name}</b>")(name=found.client.name), *_told(exchange, found))
    return Screen(text, (*column(_buttons(found)), (back(CLIENT, number),)))


def _told(exchange: Exchange, found: LinkOfClient) -> Iterable[Sentence]:
    link, zone = found.newest, exchange.desk.agency.zone
    if link is not None and found.is_open:
        yield _("Send it to {name} or print it. It brings one person, to this file, until {day}.")(
            name=found.client.name, day=link.expires_at.astimezone(zone).date()
        )
        yield _("We do not keep the link itself: if it is lost, make a new one. The old one is closed then.")
    elif link is not None and link.used_by is not None and link.used_at is not None:
        yield _("Opened on {day} by {person}.")(
            day=link.used_at.astimezone(zone).date(), person=link.used_by.name
        )
    else:
        yield _("There is no open link: nobody can come by it.")


def _buttons(found: LinkOfClient) -> Iterable[Button]:
    number = found.client.id
    if found.client.person is None:
        yield act(_("🔄 New link"), GIVE_LINK, number)
    if found.is_open:
        yield act(_("🚫 Close the link"), CLOSE_LINK, number)
    if found.brought is not None:
        yield go(_("✖ Not {name}")(name=found.client.name), NOT_THEM, number)


@routes.does(CLOSE_LINK)
def close(exchange: Exchange, number: ClientNumber) -> None:
    close_link(exchange.desk, number)
    exchange.note(_("The link is closed."))
    exchange.show(PERSONAL_LINK, number)


@routes.draws(NOT_THEM)
def not_them(exchange: Exchange, number: ClientNumber) -> Screen:
    found = read(exchange.desk, number)
    person = found.client.person
    asks = _("Was the link opened by the wrong person? Then {person} no longer sees anything of {name}.")
    return confirm(
        asks(person=person.name if person else None, name=found.client.name),
        act(_("✖ Yes, disconnect"), DISCONNECT, number),
        back(PERSONAL_LINK, number),
    )


@routes.does(DISCONNECT)
def disconnect_them(exchange: Exchange, number: ClientNumber) -> None:
    disconnect(exchange.desk, number)
    exchange.head(_("Disconnected: the file is without Telegram again."))
    exchange.show(PERSONAL_LINK, number)


@routes.link("p")
def opened(exchange: Exchange, token: str) -> None:
    outcome, client = open_link(exchange.desk, token)
    if outcome is Opened.COLLEAGUE:
        exchange.head(_("This link is for the client: for them it is still good."))
        exchange.show(CLIENT, client.id)
        return
    if outcome is Opened.JOINED:
        exchange.become_client(client)
        exchange.head(_("Welcome! What we have arranged with you so far is here now."))
    elif outcome in _SAID:
        exchange.head(_SAID[outcome])
    exchange.refresh_menu()
    exchange.show(HOME)


_SAID = {
    Opened.DOUBTED: _("Thank you! A colleague will add it to what you already have here."),
    Opened.TAKEN: _(
        "This link has already been used. Was it meant for you? Write to us here, and we will help."
    ),
}


@routes.verb("not_them")
def wrong_person(exchange: Exchange, notice: Notice) -> None:
    exchange.show(NOT_THEM, notice.facts["client"])


@routes.verb("open_client")
def open_client(exchange: Exchange, notice: Notice) -> None:
    exchange.show(CLIENT, notice.facts["client"])
