"""An inquiry's card: what is asked for, who has it, and what staff can do with it."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, pairs
from bot.conversation.slots import buttons_of
from bot.conversation.widgets.card import card, folded
from bot.flows.clients.note_call import NoteCall
from bot.flows.clients.write import WriteClient
from bot.flows.inquiries.close import CloseInquiry
from bot.flows.inquiries.wishes import trip_choice
from bot.handlers.clients.words import reached_by, said_line, short
from bot.handlers.inquiries.words import wish_words
from bot.links.clients import CLIENT
from bot.links.deals import DEAL, MAKE_DEAL
from bot.links.inquiries import GIVE_INQUIRY, INQUIRIES, INQUIRY, INQUIRY_MORE, INQUIRY_SLOTS, TAKE_INQUIRY
from domain.entities.clients import Client
from domain.entities.definitions import Definitions
from domain.entities.inquiries import Inquiry, InquiryNumber, InquiryState
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.ports.desk import Actor
from domain.queries.inquiries import InquiryCard
from domain.queries.inquiries import inquiry_card as read
from domain.queries.messages import inquiry_of
from domain.values.refusals import NotFound
from locales import Sentence, _
from locales.terms.clients import people
from locales.terms.inquiries import INQUIRY_KINDS, came_by
from locales.terms.phones import pretty_phone
from locales.terms.reasons import reason_words

routes = Routes()


@routes.draws(INQUIRY)
def inquiry_card(exchange: Exchange, number: InquiryNumber) -> Screen:
    found, actor = read(exchange.desk, number), exchange.desk.actor
    return card(
        exchange,
        found.inquiry,
        [*_told(found), *_standing(found, exchange.desk.agency.definitions), *_said(found)],
        INQUIRY_SLOTS,
        first=column(_onward(actor, found)),
        buttons=_buttons(actor, found.inquiry),
        last=((_client(found.inquiry.client),),),
        away=(_away(exchange),),
        more=go(_("⋯ More"), INQUIRY_MORE, number),
    )


@routes.draws(INQUIRY_MORE)
def more_of_inquiry(exchange: Exchange, number: InquiryNumber) -> Screen:
    """What the card has no room for."""
    found, actor = read(exchange.desk, number), exchange.desk.actor
    offered = buttons_of(exchange, INQUIRY_SLOTS.card, found.inquiry, _buttons(actor, found.inquiry))
    _shown, rest = folded(offered, column(_onward(actor, found)), ((_client(found.inquiry.client),),))
    head = _("<b>Inquiry #{number}</b> · {client}")(number=number, client=found.inquiry.client.name)
    return Screen(head, (*pairs(rest), (back(INQUIRY, number),)))


def _told(found: InquiryCard) -> Iterable[Sentence]:
    inquiry, client = found.inquiry, found.inquiry.client
    channel = came_by(inquiry)
    if inquiry.trip is not None:
        yield _("<b>Inquiry #{number}</b> · {channel}")(number=inquiry.id, channel=channel)
    else:
        yield _("<b>Inquiry #{number}</b> · {kind} · {channel}")(
            number=inquiry.id, kind=INQUIRY_KINDS[inquiry.kind], channel=channel
        )
    yield _("👤 {name} · {phone} · {reach}")(
        name=client.name, phone=pretty_phone(client.phone), reach=reached_by(client)
    )
    if inquiry.trip is not None and found.free is not None:
        yield _("🚌 {trip}")(trip=trip_choice(inquiry.trip, found.free))
        yield _("👥 {people}")(people=people(inquiry.heads))
    else:
        yield _("🏝 {wish}")(wish=wish_words(inquiry))
    if inquiry.group_name:
        yield _("👥 {group}")(group=inquiry.group_name)
    if inquiry.budget is not None:
        yield _("💶 Budget {budget}")(budget=inquiry.budget)
    if inquiry.wishes:
        yield _("💬 {wishes}")(wishes=short(inquiry.wishes, 600))


def _standing(found: InquiryCard, settled: Definitions) -> list[Sentence]:
    inquiry = found.inquiry
    by = inquiry.taken_by.name if inquiry.taken_by else None
    since = _("🕓 Since {at}")(at=inquiry.received_at)
    if inquiry.state is InquiryState.CONVERTED and inquiry.deal is not None:
        return [since, _("✅ Deal #{number}, by {by}")(number=inquiry.deal.id, by=by)]
    if inquiry.is_withdrawn:
        return [since, _("✖ Withdrawn by the client")]
    if inquiry.state is InquiryState.CLOSED:
        reason = reason_words(inquiry.reason, settled) if inquiry.reason else None
        return [since, _("✖ Closed by {by}: {reason}")(by=by, reason=reason)]
    return [since, *_hands(found)]


def _hands(found: InquiryCard) -> list[Sentence]:
    """Who wrote it down, and who has it since, if that is another."""
    entered, taken = found.entered_by, found.inquiry.taken_by
    return [
        *([_("✍️ Entered by {by}")(by=entered.name)] if entered else ()),
        *([_("🙋 Taken by {by}")(by=taken.name)] if taken and taken is not entered else ()),
    ]


def _said(found: InquiryCard) -> list[Sentence]:
    """The last words about this inquiry."""
    return [_("<b>Recent messages</b>"), *map(said_line, found.said)] if found.said else []


def _onward(actor: Actor, found: InquiryCard) -> list[Button | None]:
    """What it becomes, and who goes on with it."""
    inquiry = found.inquiry
    convertible = inquiry.is_open and actor.may(Right.OPEN_DEALS)
    return [
        act(_("➕ Open a deal"), MAKE_DEAL, inquiry.id) if convertible else None,
        go(_("🗂 Deal #{number}")(number=inquiry.deal.id), DEAL, inquiry.deal.id) if inquiry.deal else None,
        _take(inquiry) if inquiry.is_open and not found.mine else None,
    ]


def _take(inquiry: Inquiry) -> Button:
    """Whom it is taken from stands behind the button: who was faster meanwhile is not passed over unseen."""
    holder = inquiry.taken_by
    if holder is None:
        return act(_("🙋 I take it"), TAKE_INQUIRY, inquiry.id, None)
    return act(_("🙋 Take it over from {name}")(name=holder.name), TAKE_INQUIRY, inquiry.id, holder.id)


def _buttons(actor: Actor, inquiry: Inquiry) -> list[tuple[int, Button | None]]:
    client, writes = inquiry.client, actor.may(Right.ANSWER_CLIENTS)
    answer = ask(_("✉️ Answer"), WriteClient, client=client.id, inquiry=inquiry.id)
    call = ask(_("☎️ Note a call"), NoteCall, client=client.id, inquiry=inquiry.id)
    hand_over = go(_("🤝 Hand over"), GIVE_INQUIRY, inquiry.id)
    return [
        (40, answer if writes and client.reachable else None),
        (50, call if writes else None),
        (60, ask(_("✖ Close"), CloseInquiry, inquiry=inquiry.id) if inquiry.is_open else None),
        (70, hand_over if inquiry.is_open and inquiry.taken_by else None),
    ]


def _client(client: Client) -> Button:
    """A row of its own: names are long."""
    return go(_("👤 {name}")(name=client.name), CLIENT, client.id)


def _away(exchange: Exchange) -> Button:
    """Back to the page of the list; or to wherever else it was opened from."""
    key, *args = exchange.way[-2] if len(exchange.way) > 1 else (INQUIRIES.key, 0)
    if key == INQUIRIES.key:
        return go(_("◀ Inquiries"), INQUIRIES, *args)
    return back(INQUIRIES, 0)


@routes.verb("open_inquiry")
def open_inquiry(exchange: Exchange, notice: Notice) -> None:
    number = inquiry_of(exchange.desk, notice)
    if number is None:
        raise NotFound("no_such_inquiry")
    exchange.show(INQUIRY, number)
