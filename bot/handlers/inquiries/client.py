"""A client's own inquiries and places in line: what we have of them, where they stand, and the way out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go
from bot.conversation.slots import buttons_of
from bot.conversation.widgets.confirm import confirm
from bot.flows.clients.question import QuestionFlow
from bot.handlers.inquiries.words import wish_words
from bot.links.deals import MY_DEAL
from bot.links.home import HOME
from bot.links.inquiries import MY_INQUIRY, MY_INQUIRY_SLOTS, WITHDRAW_INQUIRY, WITHDRAWING_INQUIRY
from bot.links.trips import MY_PLACE
from domain.entities.inquiries import Inquiry, InquiryNumber, InquiryState
from domain.entities.people import StaffMember
from domain.queries.contacts import contact_about
from domain.queries.inquiries import Awaited, awaited_by_me, inquiry_of_mine, takers
from domain.usecases.inquiries.intake import withdraw_inquiry
from domain.values.refusals import NotFound, Refusal
from locales import Sentence, _, lines
from locales.terms.phones import pretty_phone
from locales.terms.trips import seats

routes = Routes()

SHOWN = 5
"""Of each kind; whoever asks for more than that knows their numbers."""


@dataclass(frozen=True)
class AwaitedWords:
    """What a client waits for, as lines and as buttons."""

    awaited: Awaited = field(default_factory=Awaited)
    who: Mapping[int, StaffMember | None] = field(default_factory=dict)
    """Whoever looks after each inquiry, by its number."""

    def __bool__(self) -> bool:
        return bool(self.awaited)

    def told(self) -> list[Sentence]:
        """ "№ 5 · Lisbon, in June: we are looking"."""
        asked = [
            _("📥 {wish}: {stands}")(wish=wish_words(one), stands=_stands(self.who.get(one.id)))
            for one in self.awaited.inquiries
        ]
        waits = _("🕐 {trip}, {seats}: you are on the waiting list")
        return asked + [waits(trip=one.trip.title, seats=seats(one.seats)) for one in self.awaited.places]

    def buttons(self) -> list[Button]:
        asked = [
            go(_("📥 {wish}")(wish=wish_words(one)), MY_INQUIRY, one.id) for one in self.awaited.inquiries
        ]
        return asked + [
            go(_("🕐 {trip}")(trip=one.trip.title), MY_PLACE, one.trip.id, one.id)
            for one in self.awaited.places
        ]


def asked_by(exchange: Exchange) -> AwaitedWords:
    """What this client waits for just now."""
    desk = exchange.desk
    awaited = awaited_by_me(desk, SHOWN)
    return AwaitedWords(awaited, {one.id: contact_about(desk, one) for one in awaited.inquiries})


def _stands(who: StaffMember | None) -> Sentence:
    return _("{name} is on it")(name=who.first_name) if who else _("we are on it")


@routes.draws(MY_INQUIRY)
def my_inquiry(exchange: Exchange, number: InquiryNumber) -> Screen:
    """What a client has asked for, and what happens next."""
    inquiry = inquiry_of_mine(exchange.desk, number)
    taken = _("We have received your inquiry: {wish}.")(wish=wish_words(inquiry))
    rows = [
        *buttons_of(exchange, MY_INQUIRY_SLOTS.card, inquiry),
        go(_("🧳 My trip"), MY_DEAL, inquiry.deal.id) if inquiry.deal else None,
        ask(_("💬 Write to us"), QuestionFlow, inquiry=number),
        go(_("✖ Withdraw it"), WITHDRAWING_INQUIRY, number) if inquiry.is_open else None,
        go(_("🏠 Home"), HOME),
    ]
    return Screen(lines(taken, _next(exchange, inquiry)), column(rows))


def _next(exchange: Exchange, inquiry: Inquiry) -> Sentence:
    """Who will come back to the client, and where; or how it ended."""
    if inquiry.state is InquiryState.CONVERTED:
        booked = inquiry.deal is None or inquiry.deal.is_booking
        return _("It has become a booking.") if booked else _("We are preparing your trip.")
    if inquiry.state is InquiryState.CLOSED:
        return _("You have withdrawn it.") if inquiry.is_withdrawn else _("It is closed.")
    who = _who(exchange, inquiry)
    if inquiry.client.phone:
        return _("{who} will write to you here or call you on {phone}.")(
            who=who, phone=pretty_phone(inquiry.client.phone)
        )
    return _("{who} will write to you here.")(who=who)


def _who(exchange: Exchange, inquiry: Inquiry) -> Sentence | str:
    if (has_it := contact_about(exchange.desk, inquiry)) is not None:
        return has_it.first_name
    members = takers(exchange.desk, inquiry.branch)
    if not members:
        return exchange.desk.agency.name
    if len(members) == 1:
        return members[0].first_name
    return _("{name} or a colleague")(name=members[0].first_name)


@routes.draws(WITHDRAWING_INQUIRY)
def withdrawing(exchange: Exchange, number: InquiryNumber) -> Screen:
    inquiry = inquiry_of_mine(exchange.desk, number)
    if not inquiry.is_open:  # a button of when it was
        return my_inquiry(exchange, number)
    asks = _("Withdraw your inquiry: {wish}?")(wish=wish_words(inquiry))
    yes = act(_("✖ Yes, withdraw it"), WITHDRAW_INQUIRY, number)
    return confirm(asks, yes, back(MY_INQUIRY, number))


@routes.does(WITHDRAW_INQUIRY)
def withdraw(exchange: Exchange, number: InquiryNumber) -> None:
    """What a colleague has made of it meanwhile is said as the client sees it."""
    try:
        withdraw_inquiry(exchange.desk, number)
    except NotFound:
        raise
    except Refusal:
        exchange.show(MY_INQUIRY, number)
        return
    exchange.note(_("Your inquiry is withdrawn."))
    exchange.show(HOME)
