"""What is answered while a deal is opened, and what it comes to: a trip with its seats, or a journey made to measure."""

from dataclasses import dataclass
from datetime import date

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.flows.clients.who import Called, caller
from domain.entities.inquiries import Inquiry
from domain.ports.desk import Desk
from domain.queries.clients import client
from domain.queries.destinations import known_destination
from domain.queries.inquiries import inquiry_of_deal_to_be
from domain.queries.joining import trip_offered
from domain.queries.taking_up import span_asked_for
from domain.usecases.deals.booking import Booking, TailorMade
from domain.values.money import Money
from domain.values.month import Month
from domain.values.translated import Dated, Translated
from locales.terms.trips import tailor_made_title

NEW, TAILOR_MADE = "new", "tailor_made"


@dataclass(kw_only=True)
class DealAnswers(Called):
    """`client` may be NEW."""

    inquiry: int | None = None
    trip: int | str = asked()
    """Its number, or TAILOR_MADE."""
    destination: Translated = asked()
    when: Month | str | None = asked()
    starts: date | None = asked()
    """The first day, where `when` does not tell it."""
    ends: date | None = asked()
    lacks_phone: bool | None = None
    """Whether the client on file has none, and cannot be written to either."""
    seats: int = asked()
    price: Money | None = asked()
    deposit: Money | None = asked()
    responsible: int = asked()

    @property
    def for_client(self) -> int | None:
        """The number of the client on file, if it is one."""
        return self.client if isinstance(self.client, int) else None

    @property
    def is_new(self) -> bool:
        """Whether the client is."""
        return self.client == NEW

    @property
    def asks_phone(self) -> bool:
        return self.is_new or bool(self.lacks_phone)

    @property
    def is_tailor_made(self) -> bool:
        return self.trip == TAILOR_MADE

    @property
    def chosen_trip(self) -> int | None:
        """The number of the trip; None for a journey made to measure."""
        return self.trip if isinstance(self.trip, int) else None


@dataclass(frozen=True)
class Terms:
    """What the deal is called and costs, as the review tells."""

    title: str
    price: Money
    deposit: Money


def terms(exchange: Exchange, answers: DealAnswers) -> Terms:
    if answers.chosen_trip is None:
        journey = _tailor_made(exchange, answers)
        title = journey.title
        return Terms(Dated(title, title.others, title.written_in), journey.price, journey.deposit)
    trip, seats = trip_offered(exchange.desk, answers.chosen_trip).trip, answers.seats
    return Terms(trip.title, trip.price * seats, trip.deposit * seats)


def booking(exchange: Exchange, answers: DealAnswers) -> Booking:
    trip = answers.chosen_trip
    journey = _tailor_made(exchange, answers) if trip is None else trip
    return Booking(caller(answers), journey, answers.seats, answers.responsible, answers.inquiry)


def _tailor_made(exchange: Exchange, answers: DealAnswers) -> TailorMade:
    nothing = Money.zero(exchange.desk.agency.currency)
    where = known_destination(exchange.desk, answers.destination)
    title = tailor_made_title(where, answers.when, exchange.voice.language)
    return TailorMade(
        title, answers.price or nothing, answers.deposit or nothing, answers.starts, answers.ends
    )


def client_name(exchange: Exchange, answers: DealAnswers) -> str:
    who = caller(answers)
    return client(exchange.desk, who.client).name if who.client else who.name


def fill_in_wish(desk: Desk, answers: DealAnswers, inquiry: Inquiry) -> None:
    """Where to and when, as it was asked for."""
    answers.destination, answers.when = inquiry.asked_place, inquiry.asked_time
    for name, day in days_told(desk, answers.when).items():
        setattr(answers, name, day)


def days_told(desk: Desk, when: Month | str | None) -> dict[str, date]:
    """The days that are told with the time, as answers to the questions about them."""
    span = span_asked_for(desk, when)
    known = {"starts": span.first, "ends": span.last} if span else {}
    return {name: day for name, day in known.items() if day is not None}


def asked_for(desk: Desk, answers: DealAnswers) -> Inquiry | None:
    """The inquiry that the deal is made of."""
    return inquiry_of_deal_to_be(desk, answers.inquiry) if answers.inquiry else None
