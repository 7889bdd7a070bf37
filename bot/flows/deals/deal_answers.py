"""What is answered while a deal is opened, and what it comes to: a trip with its seats, or a journey made to measure."""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.flows.clients.who import Called, caller
from domain.entities.inquiries import Inquiry
from domain.ports.desk import Desk
from domain.queries.clients import client
from domain.queries.inquiries import inquiry_of_deal_to_be
from domain.queries.trips import known_destination, trip_offered
from domain.usecases.deals.booking import Booking, TailorMade
from domain.values.money import Money
from domain.values.month import Month
from domain.values.translated import Translated
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
    seats: int = asked()
    price: Money = asked()
    deposit: Money | None = asked()
    responsible: int = asked()

    @property
    def is_new(self) -> bool:
        """Whether the client is."""
        return self.client == NEW

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
        return Terms(journey.title, journey.price, journey.deposit)
    trip, seats = trip_offered(exchange.desk, answers.chosen_trip).trip, answers.seats
    return Terms(trip.title, trip.price * seats, trip.deposit * seats)


def booking(exchange: Exchange, answers: DealAnswers) -> Booking:
    trip = answers.chosen_trip
    journey = _tailor_made(exchange, answers) if trip is None else trip
    return Booking(caller(answers), journey, answers.seats, answers.responsible, answers.inquiry)


def _tailor_made(exchange: Exchange, answers: DealAnswers) -> TailorMade:
    deposit = answers.deposit or Money.zero(exchange.desk.agency.currency)
    where = known_destination(exchange.desk, answers.destination)
    title = tailor_made_title(where, answers.when, exchange.voice.language)
    return TailorMade(title, answers.price, deposit)


def client_name(exchange: Exchange, answers: DealAnswers) -> str:
    who = caller(answers)
    return client(exchange.desk, who.client).name if who.client else who.name


def asked_for(desk: Desk, answers: DealAnswers) -> Inquiry | None:
    """The inquiry that the deal is made of."""
    return inquiry_of_deal_to_be(desk, answers.inquiry) if answers.inquiry else None
