"""A client's own inquiries and places in line: what we have of them, where they stand, and the way out."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go
from bot.handlers.inquiries.card import wish_words
from domain.entities.inquiries import Inquiry, InquiryNumber, InquiryState
from domain.entities.trips import WaitingPlace
from domain.queries.inquiries import inquiry_of_mine, takers
from domain.usecases.inquiries.intake import withdraw_inquiry
from locales import Sentence, _, lines
from locales.terms.phones import pretty_phone
from locales.terms.trips import seats

routes = Routes()

SHOWN = 5
"""Of each kind; whoever asks for more than that knows their numbers."""


@dataclass(frozen=True)
class Asked:
    """What a client waits for: open inquiries, newest first, and places in line."""

    inquiries: Sequence[Inquiry] = ()
    places: Sequence[WaitingPlace] = ()

    def __bool__(self) -> bool:
        return bool(self.inquiries or self.places)

    def told(self) -> list[Sentence]:
        """ "№ 5 · Lisbon, in June: we are looking"."""
        asked = [
            _("📥 № {number} · {wish}: {stands}")(number=one.id, wish=wish_words(one), stands=_stands(one))
            for one in self.inquiries
        ]
        waits = _("🕐 {trip}, {seats}: you wait in line")
        return asked + [waits(trip=one.trip.title, seats=seats(one.seats)) for one in self.places]

    def buttons(self) -> list[Button]:
        asked = [
            go(_("📥 № {number} · {wish}")(number=one.id, wish=wish_words(one)), "my_inquiry", one.id)
            for one in self.inquiries
        ]
        return asked + [
            go(_("🕐 {trip}")(trip=one.trip.title), "my_place", one.trip.id, one.id) for one in self.places
        ]


def asked_by(exchange: Exchange) -> Asked:
    """What this client waits for just now."""
    client, archive = exchange.desk.actor.client, exchange.desk.archive
    if client is None:
        return Asked()
    inquiries = [one for one in archive.inquiries.of(client) if one.is_open]
    return Asked(inquiries[:SHOWN], archive.trips.waited_for(client, exchange.desk.now)[:SHOWN])


def _stands(inquiry: Inquiry) -> Sentence:
    who = inquiry.taken_by
    return _("{name} is looking")(name=who.name) if who and who.active else _("we are looking")


@routes.view("my_inquiry")
def my_inquiry(exchange: Exchange, number: InquiryNumber) -> Screen:
    """What a client has asked for, and what happens next."""
    inquiry = inquiry_of_mine(exchange.desk, number)
    taken = _("We have your inquiry № {number}: {wish}.")(number=number, wish=wish_words(inquiry))
    rows = [
        go(_("🧳 My trip"), "my_deal", inquiry.deal.id) if inquiry.deal else None,
        ask(_("💬 Write to us"), "question", inquiry=number),
        go(_("✖ Withdraw it"), "withdrawing_inquiry", number) if inquiry.is_open else None,
        go(_("🏠 Home"), "home"),
    ]
    return Screen(lines(taken, _next(exchange, inquiry)), column(rows))


def _next(exchange: Exchange, inquiry: Inquiry) -> Sentence:
    """Who will come back to the client, and where; or how it ended."""
    if inquiry.state is InquiryState.CONVERTED:
        return _("It has become a reservation.")
    if inquiry.state is InquiryState.CLOSED:
        return _("You have withdrawn it.") if inquiry.is_withdrawn else _("It is closed.")
    who = _who(exchange, inquiry)
    if inquiry.client.phone:
        return _("{who} will write to you here or call you on {phone}.")(
            who=who, phone=pretty_phone(inquiry.client.phone)
        )
    return _("{who} will write to you here.")(who=who)


def _who(exchange: Exchange, inquiry: Inquiry) -> Sentence | str:
    if inquiry.taken_by is not None and inquiry.taken_by.active:
        return inquiry.taken_by.name
    members = takers(exchange.desk, inquiry.branch)
    if not members:
        return exchange.desk.agency.name
    if len(members) == 1:
        return members[0].name
    return _("{name} or a colleague")(name=members[0].name)


@routes.view("withdrawing_inquiry")
def withdrawing(exchange: Exchange, number: InquiryNumber) -> Screen:
    inquiry = inquiry_of_mine(exchange.desk, number)
    inquiry.must_be_open()
    asks = _("Withdraw inquiry № {number}: {wish}?")(number=number, wish=wish_words(inquiry))
    yes = Button(_("✖ Yes, withdraw it"), "withdraw_inquiry", (number,))
    return Screen(asks, column([yes, go(_("◀ Back"), "my_inquiry", number)]))


@routes.action("withdraw_inquiry")
def withdraw(exchange: Exchange, number: InquiryNumber) -> None:
    withdraw_inquiry(exchange.desk, number)
    exchange.note(_("Inquiry № {number} is withdrawn.")(number=number))
    exchange.show("home")
