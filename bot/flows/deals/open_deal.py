"""Opening a deal, from an inquiry or from scratch.

Boris: /deal
Bot:   For whom? Write a name or a phone number.
Boris: [➕ New client]
Bot:   What is the client's name?
Boris: Pavel Ivanov
Bot:   Their phone number?
Boris: 0888 765 432
Bot:   Which trip?
Boris: [✈️ Tailor-made]
Bot:   Where to?
Boris: Istanbul
Bot:   When?
Boris: 12.05.2027
Bot:   How many people?
Boris: [2]
Bot:   What does it cost in all?
Boris: 900
Bot:   And the deposit?
Boris: [180.00 EUR]
Bot:   Istanbul 12.05.2027
Boris: [✅ Open the deal]
Bot:   Deal № 1 is open.
"""

from collections.abc import Sequence
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Amount, Choice, Find
from bot.conversation.questions.suggestions import SuggestedCount, SuggestedName, SuggestedWords
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, ask
from bot.conversation.slots import home_button
from bot.flows.clients.who import caller, caller_questions
from bot.flows.inquiries.wishes import months, places, trip_choice, when_can_be
from bot.flows.trips.trips_to_sell import trips_found
from domain.entities.deposits import usual_deposits
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.deals import leaders
from domain.queries.trips import free_seats
from domain.usecases.deals.booking import Booking, TailorMade, open_deal
from domain.usecases.inquiries.intake import file_for
from domain.values.money import Money
from domain.values.refusals import Refusal
from locales import Sentence, _, lines, verbatim
from locales.terms.phones import pretty_phone

routes = Routes()

NEW, TAILOR_MADE = "new", "tailor_made"


def _inquiry(desk: Desk, answers: Answers) -> Inquiry | None:
    number = answers["inquiry"]
    return desk.repositories.inquiries.get(number) if number else None


def _is_new(answers: Answers) -> bool:
    return bool(answers["client"] == NEW)


def _is_tailor_made(answers: Answers) -> bool:
    return bool(answers["trip"] == TAILOR_MADE)


def _clients(
    exchange: Exchange, _answers: Answers, text: str, limit: int, offset: int
) -> Sequence[tuple[Any, Sentence]]:
    exchange.desk.must(Right.OPEN_DEALS)
    found = exchange.desk.repositories.clients.search(text, limit, offset)
    return [
        (client.id, _("{name} · {phone}")(name=client.name, phone=pretty_phone(client.phone)))
        for client in found
    ]


def _trips(
    exchange: Exchange, answers: Answers, text: str, limit: int, offset: int
) -> Sequence[tuple[Any, Sentence]]:
    """The trip that the inquiry is for comes first."""
    exchange.desk.must(Right.OPEN_DEALS)
    inquiry = _inquiry(exchange.desk, answers)
    found = trips_found(exchange, text, limit, offset)
    if inquiry is None or inquiry.trip is None or text or offset:
        return found
    asked = inquiry.trip
    first = asked.id, _("✓ {trip}")(trip=trip_choice(asked, free_seats(exchange.desk, asked)))
    return [first, *(choice for choice in found if choice[0] != asked.id)][:limit]


def _asked_trip(desk: Desk, inquiry: Inquiry) -> dict[str, int]:
    """The trip and the seats that were asked for, while they are to be had: they need no asking again."""
    trip = inquiry.trip
    if trip is None or trip.departs_at <= desk.now or free_seats(desk, trip) < inquiry.heads:
        return {}
    return {"trip": trip.id, "seats": inquiry.heads}


def _asked_place(exchange: Exchange, answers: Answers) -> list[str]:
    inquiry = _inquiry(exchange.desk, answers)
    return [inquiry.destination] if inquiry else places(exchange, answers)


def _asked_time(exchange: Exchange, answers: Answers) -> list[str]:
    inquiry = _inquiry(exchange.desk, answers)
    return [inquiry.when] if inquiry and inquiry.when else months(exchange, answers)


def _asked_heads(exchange: Exchange, answers: Answers) -> int | None:
    inquiry = _inquiry(exchange.desk, answers)
    return inquiry.heads if inquiry else None


def _how_many(exchange: Exchange, answers: Answers) -> Sentence:
    """Of a trip that is sold out it is said at once; the line for it is offered at the end."""
    asks = _("How many people?")
    trip = None if _is_tailor_made(answers) else exchange.desk.repositories.trips.get(answers["trip"])
    if trip is None or free_seats(exchange.desk, trip):
        return asks
    return lines(_("{trip} is sold out: they can only wait in line.")(trip=trip.title), asks)


def _room(exchange: Exchange, value: int, answers: Answers) -> None:
    """Raises Refusal: not_enough_seats. A sold-out trip is left to the end, where the waiting line is offered."""
    if not _is_tailor_made(answers):
        free = free_seats(exchange.desk, exchange.desk.repositories.trips.get(answers["trip"]))
        if 0 < free < value:
            raise Refusal("not_enough_seats", count=free)


def _price_above_zero(_talk: Exchange, value: Money, _answers: Answers) -> None:
    if not value:
        raise Refusal("no_price")


def _deposit_below_price(_talk: Exchange, value: Money | None, answers: Answers) -> None:
    if value is not None and answers["price"] < value:
        raise Refusal("deposit_above_price", price=answers["price"])


def _deposits(_talk: Exchange, answers: Answers) -> list[Money]:
    return usual_deposits(answers["price"])


def _budget(exchange: Exchange, answers: Answers) -> list[Money]:
    inquiry = _inquiry(exchange.desk, answers)
    return [inquiry.budget] if inquiry and inquiry.budget else []


def _colleagues(exchange: Exchange, _answers: Answers) -> Sequence[tuple[Any, Sentence]]:
    exchange.desk.must(Right.OPEN_DEALS)
    return [(member.id, verbatim(member.name)) for member in leaders(exchange.desk)]


@routes.flow
class DealFlow(Flow):
    """A reservation becomes a deal: who, which journey, how many, who is responsible."""

    name = "deal"
    send = _("✅ Open the deal")
    changes_known = ("trip", "seats")
    questions = (
        Find(
            name="client",
            asks=_("For whom? Write a name or a phone number."),
            label=_("Client"),
            finds=_clients,
            also=((NEW, _("➕ New client")),),
        ),
        *caller_questions(_("What is the client's name?"), _is_new),
        Find(
            name="trip",
            asks=_("Which trip? Choose, or write the name or date of a trip."),
            label=_("Trip"),
            finds=_trips,
            also=((TAILOR_MADE, _("✈️ Tailor-made")),),
            spoils=("seats",),
        ),
        SuggestedName(
            name="destination",
            asks=_("Where to?"),
            label=_("Where"),
            offers=_asked_place,
            when=_is_tailor_made,
        ),
        SuggestedWords(
            name="when",
            asks=_("When?"),
            label=_("When"),
            offers=_asked_time,
            columns=3,
            optional=True,
            most=60,
            check=when_can_be,
            when=_is_tailor_made,
        ),
        SuggestedCount(name="seats", asks=_how_many, label=_("People"), likely=_asked_heads, check=_room),
        Amount(
            name="price",
            asks=_("What does it cost in all?"),
            label=_("Price"),
            offers=_budget,
            check=_price_above_zero,
            when=_is_tailor_made,
            spoils=("deposit",),
        ),
        Amount(
            name="deposit",
            asks=_("And the deposit?"),
            label=_("Deposit"),
            offers=_deposits,
            optional=True,
            check=_deposit_below_price,
            when=_is_tailor_made,
        ),
        Choice(
            name="responsible",
            asks=_("Who is responsible?"),
            label=_("Responsible"),
            options=_colleagues,
        ),
    )

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.OPEN_DEALS)
        if known.get("inquiry"):
            inquiry = exchange.desk.repositories.inquiries.get(known["inquiry"])
            inquiry.must_be_open()
            known["client"] = inquiry.client.id
            known = _asked_trip(exchange.desk, inquiry) | known
        able = leaders(exchange.desk)
        if len(able) == 1:
            known["responsible"] = able[0].id
        return known

    def must_hold(self, exchange: Exchange, answers: Answers) -> None:
        """A colleague may have been quicker."""
        if answers["inquiry"]:
            exchange.desk.repositories.inquiries.get(answers["inquiry"]).must_be_open()

    def review(self, exchange: Exchange, answers: Answers) -> Sentence:
        exchange.desk.must(Right.OPEN_DEALS)
        title, price, deposit = _terms(exchange, answers)
        responsible = exchange.desk.repositories.staff.get(answers["responsible"]).name
        return lines(
            _("<b>{title}</b>")(title=title),
            LINE(label=_("Client"), value=_client_name(exchange, answers)),
            LINE(label=_("People"), value=answers["seats"]),
            LINE(label=_("Price"), value=price),
            LINE(label=_("Deposit"), value=deposit),
            LINE(label=_("Responsible"), value=responsible),
        )

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        if _no_room(exchange, answers):
            client = file_for(exchange.desk, caller(answers))
            exchange.show("no_room_for", answers["trip"], answers["seats"], client.id, answers["inquiry"])
            return
        deal = open_deal(exchange.desk, _booking(exchange, answers))
        exchange.head(_("Deal № {number} is open.")(number=deal.id))
        exchange.show("deal", deal.id)


def _no_room(exchange: Exchange, answers: Answers) -> bool:
    """Whether the seats were sold in the meantime, counted with the trip held."""
    if _is_tailor_made(answers):
        return False
    trip = exchange.desk.repositories.trips.locked(answers["trip"])
    return trip.departs_at > exchange.desk.now and free_seats(exchange.desk, trip) < answers["seats"]


def _booking(exchange: Exchange, answers: Answers) -> Booking:
    journey = _tailor_made(exchange, answers) if _is_tailor_made(answers) else answers["trip"]
    return Booking(caller(answers), journey, answers["seats"], answers["responsible"], answers["inquiry"])


def _tailor_made(exchange: Exchange, answers: Answers) -> TailorMade:
    deposit = answers["deposit"] or Money.zero(exchange.desk.agency.currency)
    return TailorMade(answers["destination"], answers["when"], answers["price"], deposit)


def _terms(exchange: Exchange, answers: Answers) -> tuple[str, Money, Money]:
    """What it is called, what it costs, and the deposit."""
    if _is_tailor_made(answers):
        journey = _tailor_made(exchange, answers)
        return journey.title, journey.price, journey.deposit
    trip, seats = exchange.desk.repositories.trips.get(answers["trip"]), answers["seats"]
    return trip.title, trip.price * seats, trip.deposit * seats


def _client_name(exchange: Exchange, answers: Answers) -> str:
    who = caller(answers)
    return exchange.desk.repositories.clients.get(who.client).name if who.client else who.name


@home_button(rank=40, right=Right.OPEN_DEALS)
def new_deal_at_home(_exchange: Exchange) -> Button:
    return ask(_("➕ New deal"), "deal")
