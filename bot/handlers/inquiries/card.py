"""Inquiries: the list of those that wait, oldest first, and the card staff act on."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go, pages
from bot.conversation.slots import buttons_of, home_button, lines_of
from bot.flows.inquiries.wishes import trip_choice
from bot.handlers.clients.card import inquiry_line, reached_by, said_line, short
from domain.entities.inquiries import Inquiry, InquiryKind, InquiryNumber, InquiryState
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.queries.messages import inquiry_of
from domain.queries.trips import free_seats
from domain.usecases.inquiries.intake import take_charge
from domain.values.refusals import NotFound
from locales import COMMA, Fact, Joined, Sentence, _, lines, n_
from locales.terms.clients import people
from locales.terms.inquiries import CHANNELS, INQUIRY_KINDS
from locales.terms.phones import pretty_phone
from locales.terms.staff import ROLES

routes = Routes(rank=300)

PAGE = 8
SHOWN = 3

WAITING = n_("<b>Inquiries</b> · {count} waits", "<b>Inquiries</b> · {count} wait")


@routes.command("tour", _("Ask for a tour"), for_clients=True, for_staff=False)
def tour(exchange: Exchange, _argument: str) -> None:
    """Staff who ask for a tour do it for somebody."""
    begin(exchange, "phone_inquiry" if exchange.desk.actor.is_staff else "tour")


@routes.command("inquiries", _("Inquiries that wait, oldest first"), right=Right.TAKE_INQUIRIES)
def waiting(exchange: Exchange, _argument: str) -> None:
    exchange.show("inquiries", 0)


@routes.command("inquiry", _("Take an inquiry by phone"), right=Right.TAKE_INQUIRIES)
def take(exchange: Exchange, _argument: str) -> None:
    begin(exchange, "phone_inquiry")


@routes.command("deal", _("Open a deal"), right=Right.OPEN_DEALS)
def open_a_deal(exchange: Exchange, _argument: str) -> None:
    begin(exchange, "deal")


@routes.view("inquiries")
def inquiries(exchange: Exchange, page: int) -> Screen:
    exchange.desk.must(Right.TAKE_INQUIRIES)
    records = exchange.desk.repositories.inquiries
    found = records.open(PAGE + 1, page * PAGE)
    rows = column(go(inquiry_line(inquiry), "inquiry", inquiry.id) for inquiry in found[:PAGE])
    count = records.count_open()
    text = WAITING(count=count) if count else _("No inquiry waits.")
    home = (go(_("◀ Home"), "home"),)
    return Screen(text, (*rows, *pages("inquiries", (), page, len(found) > PAGE), home))


@routes.view("inquiry")
def inquiry_card(exchange: Exchange, number: InquiryNumber) -> Screen:
    exchange.desk.must(Right.TAKE_INQUIRIES)
    inquiry = exchange.desk.repositories.inquiries.get(number)
    text = lines(
        *_told(inquiry),
        _trip(exchange, inquiry),
        *_standing(inquiry),
        *_communication(exchange, inquiry),
        *lines_of(exchange, "inquiry", inquiry),
    )
    buttons = buttons_of(exchange, "inquiry", inquiry, _acts(exchange, inquiry))
    return Screen(text, column([*buttons, go(_("◀ Inquiries"), "inquiries", 0)]))


def _told(inquiry: Inquiry) -> list[Sentence]:
    client = inquiry.client
    told = [
        _("<b>Inquiry № {number}</b> · {kind} · {channel}")(
            number=inquiry.id, kind=INQUIRY_KINDS[inquiry.kind], channel=CHANNELS[inquiry.channel]
        ),
        _("👤 {name} · {phone} · {reach}")(
            name=client.name, phone=pretty_phone(client.phone), reach=reached_by(client)
        ),
        _("🏝 {wish}")(wish=wish_words(inquiry)),
    ]
    if inquiry.kind is InquiryKind.GROUP:
        told.append(_("👥 {group}")(group=inquiry.group_name))
    if inquiry.budget is not None:
        told.append(_("💶 Budget {budget}")(budget=inquiry.budget))
    if inquiry.wishes:
        told.append(_("💬 {wishes}")(wishes=short(inquiry.wishes, 600)))
    return told


def wish_words(inquiry: Inquiry) -> Joined:
    """ "Lisbon, 12.07.2027, 2 people": what is asked for, in a few words."""
    what = [inquiry.trip.title] if inquiry.trip else [inquiry.destination, inquiry.when]
    parts: list[Fact] = [*what, people(inquiry.heads)]
    return Joined([part for part in parts if part is not None], by=COMMA)


def _trip(exchange: Exchange, inquiry: Inquiry) -> Sentence | None:
    if inquiry.trip is None:
        return None
    return _("🚌 {trip}")(trip=trip_choice(inquiry.trip, free_seats(exchange.desk, inquiry.trip)))


def _standing(inquiry: Inquiry) -> list[Sentence]:
    by = inquiry.taken_by.name if inquiry.taken_by else None
    since = _("🕓 Since {at}")(at=inquiry.received_at)
    if inquiry.state is InquiryState.CONVERTED and inquiry.deal is not None:
        return [since, _("✅ Deal № {number}, by {by}")(number=inquiry.deal.id, by=by)]
    if inquiry.is_withdrawn:
        return [since, _("✖ Withdrawn by the client")]
    if inquiry.state is InquiryState.CLOSED:
        return [since, _("✖ Closed by {by}: {reason}")(by=by, reason=inquiry.reason)]
    return [since, _("✍️ Taken by {by}")(by=by)] if by else [since]


def _communication(exchange: Exchange, inquiry: Inquiry) -> list[Sentence]:
    """The last words about this inquiry."""
    said = exchange.desk.repositories.interactions.of(inquiry.client, 30)
    about = [said_line(one) for one in said if one.inquiry is inquiry][:SHOWN]
    return [_("<b>Said lately</b>"), *about] if about else []


def _acts(exchange: Exchange, inquiry: Inquiry) -> list[tuple[int, Button | None]]:
    client, may, is_open = inquiry.client, exchange.desk.actor.may, inquiry.is_open
    writes = may(Right.ANSWER_CLIENTS)
    about = {"client": client.id, "inquiry": inquiry.id}
    acts = [
        ask(_("➕ Make a deal"), "deal", inquiry=inquiry.id) if is_open and may(Right.OPEN_DEALS) else None,
        go(_("🗂 Deal № {number}")(number=inquiry.deal.id), "deal", inquiry.deal.id) if inquiry.deal else None,
        _take(inquiry) if is_open and not _mine(exchange, inquiry) else None,
        ask(_("✉️ Answer the client"), "write_client", **about) if writes and client.reachable else None,
        ask(_("☎️ Note a call"), "note_call", **about) if writes else None,
        go(_("🤝 Hand over"), "give_inquiry", inquiry.id) if is_open and inquiry.taken_by else None,
        ask(_("✖ Close"), "close_inquiry", inquiry=inquiry.id) if is_open else None,
        go(_("👤 {name}")(name=client.name), "client", client.id),
    ]
    return [(10 * place, button) for place, button in enumerate(acts, 1)]


def _mine(exchange: Exchange, inquiry: Inquiry) -> bool:
    return inquiry.taken_by is not None and inquiry.taken_by is exchange.desk.actor.staff


def _take(inquiry: Inquiry) -> Button:
    """Whom it is taken from stands behind the button: who was faster meanwhile is not passed over unseen."""
    holder = inquiry.taken_by
    if holder is None:
        return Button(_("🙋 I take it"), "take_inquiry", (inquiry.id,))
    return Button(_("🙋 Take it over from {name}")(name=holder.name), "take_inquiry", (inquiry.id, holder.id))


@routes.action("take_inquiry")
def take_it(exchange: Exchange, number: InquiryNumber, *over: int) -> None:
    take_charge(exchange.desk, number, over=over[0] if over else None)
    exchange.note(_("It is yours."))
    exchange.show("inquiry", number)


@routes.view("give_inquiry")
def give_inquiry(exchange: Exchange, number: InquiryNumber) -> Screen:
    """Who goes on with it."""
    desk = exchange.desk
    desk.must(Right.TAKE_INQUIRIES)
    inquiry = desk.repositories.inquiries.get(number)
    able = desk.repositories.staff.who_may(Right.TAKE_INQUIRIES)
    if desk.actor.reach is not None:
        able = [one for one in able if one.sees(inquiry.branch)]
    label = _("{name} · {role}")
    buttons = [
        Button(label(name=one.name, role=ROLES[one.role]), "give_inquiry", (number, one.id))
        for one in able
        if one is not inquiry.taken_by
    ]
    asks = _("Who goes on with inquiry № {number}?")(number=number)
    return Screen(asks, column([*buttons, go(_("◀ Back"), "inquiry", number)]))


@routes.action("give_inquiry")
def give_to(exchange: Exchange, number: InquiryNumber, staff: int) -> None:
    inquiry = take_charge(exchange.desk, number, staff)
    assert inquiry.taken_by is not None
    exchange.note(_("{name} goes on with inquiry № {number}.")(name=inquiry.taken_by.name, number=number))
    exchange.show("inquiry", number)


@routes.verb("open_inquiry")
def open_inquiry(exchange: Exchange, notice: Notice) -> None:
    number = inquiry_of(exchange.desk, notice)
    if number is None:
        raise NotFound("no_such_inquiry")
    exchange.show("inquiry", number)


@home_button(rank=10, right=Right.TAKE_INQUIRIES)
def inquiries_at_home(exchange: Exchange) -> Button:
    return go(
        _("📥 Inquiries · {count}")(count=exchange.desk.repositories.inquiries.count_open()), "inquiries", 0
    )
