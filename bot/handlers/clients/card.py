"""Clients as staff see them: the card, and what can be done for them."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import MOST, Button, Screen, ask, back, column, go, pairs, turn
from bot.conversation.slots import buttons_of
from bot.conversation.widgets.card import card, folded
from bot.conversation.widgets.listing import turning
from bot.flows.clients.join import JoinFiles
from bot.flows.clients.note_call import NoteCall
from bot.flows.clients.write import WriteClient
from bot.flows.deals.open_deal import DealFlow
from bot.handlers.clients.words import inquiry_line, reached_by, said_line
from bot.handlers.staff.reach import branch_words
from bot.links.clients import CLIENT, CLIENT_MORE, CLIENT_SLOTS
from bot.links.deals import DEAL
from bot.links.history import HISTORY
from bot.links.home import HOME
from bot.links.inquiries import INQUIRY
from bot.links.interactions import MESSAGE
from bot.links.merging import APART, SAME
from bot.links.timeline import TIMELINE
from domain.entities.clients import Client, ClientNumber
from domain.entities.interactions import MESSAGES, Said
from domain.entities.people import Right
from domain.entities.timeline import TALKS
from domain.ports.desk import Actor
from domain.queries.clients import ClientCard
from domain.queries.clients import client_card as read
from domain.queries.doubts import DoubtFound
from locales import Sentence, _
from locales.terms.client_sketch import sketch_lines
from locales.terms.clients import named_with_phone
from locales.terms.phones import pretty_phone

routes = Routes()


@routes.draws(CLIENT)
def client_card(exchange: Exchange, number: ClientNumber) -> Screen:
    found = read(exchange.desk, number)
    return card(
        exchange,
        found.client,
        _told(exchange, found),
        CLIENT_SLOTS,
        first=column(_opened(exchange.desk.actor, found)),
        buttons=_buttons(exchange, found),
        below=_said_lately(found),
        away=(back(HOME),),
        more=go(_("⋯ More"), CLIENT_MORE, number, 0),
    )


@routes.draws(CLIENT_MORE)
def more_of_client(exchange: Exchange, number: ClientNumber, page: int = 0) -> Screen:
    """What the card has no room for, a screen's choices at a time."""
    found = read(exchange.desk, number)
    offered = buttons_of(exchange, CLIENT_SLOTS.card, found.client, _buttons(exchange, found))
    _shown, rest = folded(offered, column(_opened(exchange.desk.actor, found)), ())
    begins, ends = page * MOST, (page + 1) * MOST
    turns = turning(lambda label, other: turn(label, CLIENT_MORE, number, other), page, more=len(rest) > ends)
    return Screen(
        _("<b>{name}</b>")(name=found.client.name),
        (*pairs(rest[begins:ends]), *turns, (back(CLIENT, number),)),
    )


def _told(exchange: Exchange, found: ClientCard) -> Iterable[Sentence]:
    client, zone = found.client, exchange.desk.agency.zone
    yield _("<b>{name}</b>")(name=client.name)
    yield from sketch_lines(found.sketch)
    yield _("📱 {phone} · {reach}")(phone=pretty_phone(client.phone), reach=reached_by(client))
    yield _("🕓 Client since {day}")(day=client.known_since.astimezone(zone).date())
    whole = exchange.desk.actor.reach is None
    counted = _("🗂 Deals: {deals}, inquiries: {inquiries}")
    if not whole:
        counted = _("🗂 Deals of your branch: {deals}, inquiries: {inquiries}")
    yield counted(deals=found.beside.deals, inquiries=found.beside.inquiries)
    yield from branch_words(exchange.desk.actor)
    for doubt in found.doubts:
        yield _("🪞 Same person? {other}")(other=named_with_phone(doubt.other(client)))
    for one in found.joined:
        yield _("🤝 Joined with #{number} {name}, {day}")(
            number=one.merge.left, name=one.left, day=one.merge.at.astimezone(zone).date()
        )


def _said_lately(found: ClientCard) -> Iterable[Sentence]:
    """Below all that is known."""
    if found.said:
        yield _("<b>Recent messages</b>")
        yield from map(said_line, found.said)


def _opened(actor: Actor, found: ClientCard) -> Iterable[Button]:
    """The newest deals, and inquiries that wait, for whoever may open them."""
    for deal in found.deals:
        yield go(_("🗂 #{number} · {title}")(number=deal.id, title=deal.called), DEAL, deal.id)
    for inquiry in found.waiting if actor.may(Right.TAKE_INQUIRIES) else ():
        yield go(_("📥 {inquiry}")(inquiry=inquiry_line(inquiry)), INQUIRY, inquiry.id)


def _buttons(exchange: Exchange, found: ClientCard) -> list[tuple[int, Button | None]]:
    client, actor = found.client, exchange.desk.actor
    writes = actor.may(Right.ANSWER_CLIENTS)
    return [
        *((rank, _opens_doubt(doubt)) for rank, doubt in enumerate(found.doubts[:1])),
        (10, ask(_("➕ New deal"), DealFlow, client=client.id) if actor.may(Right.OPEN_DEALS) else None),
        (20, _write(client) if writes and client.reachable else None),
        (21, _my_last(exchange, found)),
        (30, ask(_("☎️ Note a call"), NoteCall, client=client.id) if writes else None),
        (40, _all_messages(found) if found.said else None),
        *_merging(exchange, found),
    ]


def _all_messages(found: ClientCard) -> Button:
    """A client who was only phoned lately may have no messages: then the whole timeline is opened."""
    written = any(one.how in MESSAGES for one in found.said)
    return go(_("💬 All messages"), TIMELINE, found.client.id, TALKS.key if written else "", 0)


def _my_last(exchange: Exchange, found: ClientCard) -> Button | None:
    """What the actor has sent last, as long as it can be taken back."""
    now, mine = exchange.desk.now, exchange.desk.actor.staff
    sent = (one for one in found.said if one.how is Said.ANSWER and one.staff is mine)
    last = next((one for one in sent if one.can_be_deleted(now)), None)
    return go(_("↩️ What I sent"), MESSAGE, last.id) if last is not None and mine is not None else None


def _opens_doubt(doubt: DoubtFound) -> Button:
    return go(_("🪞 Same person?"), SAME, doubt.first.id, doubt.second.id)


def _merging(exchange: Exchange, found: ClientCard) -> Iterable[tuple[int, Button]]:
    """What was done to the files that were joined; taking the last apart, as long as that can be; joining by hand."""
    for rank, one in enumerate(found.joined[:2], 795):
        told = _("🕘 #{number} {name}")(number=one.merge.left, name=one.left)
        yield rank, go(told, HISTORY, "client", one.merge.left, 0)
    if not exchange.desk.actor.may(Right.MERGE_CLIENTS):
        return
    for one in found.joined[:1]:
        if one.merge.can_be_undone(exchange.desk.now):
            yield 45, go(_("↩️ Take apart"), APART, one.merge.id)
    yield 790, ask(_("🤝 Join with another"), JoinFiles, client=found.client.id)


def _write(client: Client) -> Button:
    return ask(_("✉️ Write to client"), WriteClient, client=client.id)
