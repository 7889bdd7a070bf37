"""What is asked about a trip that is put up, in this order: what it is, when and where it leaves, its seats and its price."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.questions.basic import Amount, Choice, Count, Name, Place, Time, Words
from bot.conversation.questions.days import Day
from bot.conversation.questions.zones import Zone
from bot.flows.trips.deadlines import DEADLINES, USUAL, departure_day
from bot.flows.trips.trip_answers import TripAnswers
from domain.entities.deposits import deposits_to_offer
from domain.entities.trip_plans import MOST_SEATS, Transport, ahead, check_deposit, check_price, check_returns
from domain.queries.pipelines import kinds_to_plan
from domain.values.labels import said
from domain.values.local_time import zone
from domain.values.money import OFFERED, Money
from domain.values.refusals import Refusal
from domain.values.text import one_line
from locales import Fact, Sentence, _, lines, n_, verbatim
from locales.terms.cities import city
from locales.terms.payments import NO_DEPOSIT
from locales.terms.trips import TRANSPORTS

SIGNS = {
    Transport.COACH: "🚌",
    Transport.PLANE: "✈️",
    Transport.TRAIN: "🚆",
    Transport.SHIP: "🛳",
    Transport.OWN: "🚗",
}
LATER = n_("{count} day later · {day}", "{count} days later · {day}")


def not_over(exchange: Exchange, day: date, _answers: Any) -> None:
    """Raises Refusal: in_the_past."""
    if day < exchange.desk.today:
        raise Refusal("in_the_past")


def _at_what_time(exchange: Exchange, answers: TripAnswers) -> Sentence:
    """The agency's zone is taken without a question; said is how to change it."""
    time_ = _("What time does it leave? Tap it, or type it like 06:30.")
    if answers.zone != exchange.desk.agency.zone.key:
        return time_
    taken = _("🕒 {city} time; you can choose another city at the end.")
    return lines(time_, taken(city=city(answers.zone, exchange.voice.locale)))


def _at_what_price(exchange: Exchange, answers: TripAnswers) -> Sentence:
    price = _("What does a seat cost? Type it like 300 or 300.50.")
    if answers.currency != exchange.desk.agency.currency:
        return price
    taken = _("💶 In {currency}; you can choose another currency at the end.")
    return lines(price, taken(currency=answers.currency))


def _leaves(exchange: Exchange, at: time, answers: TripAnswers) -> None:
    ahead(datetime.combine(answers.day, at), zone(answers.zone), exchange.desk.now)


def _returns(_exchange: Exchange, day: date, answers: TripAnswers) -> None:
    check_returns(day, answers.day)


def _stays(_exchange: Exchange, answers: TripAnswers) -> list[tuple[date, Sentence]]:
    return stays(answers.day)


def stays(leaves: date) -> list[tuple[date, Sentence]]:
    """The usual days of return."""
    later = [(count, leaves + timedelta(days=count)) for count in (1, 2, 3, 7)]
    return [(leaves, _("The same day")), *((day, LATER(count=count, day=day)) for count, day in later)]


def _currencies(exchange: Exchange, _answers: TripAnswers) -> list[tuple[str, Sentence]]:
    offered = dict.fromkeys((exchange.desk.agency.currency, *OFFERED))
    return [(code, verbatim(code)) for code in offered]


def _currency(_exchange: Exchange, answers: TripAnswers) -> str:
    return answers.currency


def _costs(_exchange: Exchange, price: Money, _answers: TripAnswers) -> None:
    check_price(price)


def _shares(_exchange: Exchange, answers: TripAnswers) -> list[Money]:
    return deposits_to_offer(answers.price)


def _within(_exchange: Exchange, deposit: Money, answers: TripAnswers) -> None:
    check_deposit(deposit, answers.price)


def _kinds(exchange: Exchange, _answers: Any) -> list[tuple[str, Sentence]]:
    kinds = kinds_to_plan(exchange.desk).items()
    return [*((key, verbatim(said(kind.labels))) for key, kind in kinds), (NO_KIND, _("no kind"))]


@dataclass(frozen=True, kw_only=True)
class KindChoice(Choice):
    """A kind of trip, said as the owner calls it."""

    def shown_at(self, exchange: Exchange, value: Any) -> Fact:
        kind = kinds_to_plan(exchange.desk).get(value)
        return verbatim(said(kind.labels)) if kind else _("no kind")


NO_KIND = ""
KIND = KindChoice(name="kind", asks=_("What kind of trip is it?"), label=_("Kind"), options=_kinds)
"""Asked once the owner has named kinds."""

QUESTIONS = (
    Name(
        name="name",
        asks=_("What is the trip called? The date is added by itself: “Ohrid” is enough."),
        label=_("The trip's name"),
    ),
    Choice(
        name="transport",
        asks=_("How does it travel?"),
        label=_("Transport"),
        options=[
            (kind, _("{sign} {transport}")(sign=sign, transport=TRANSPORTS[kind]))
            for kind, sign in SIGNS.items()
        ],
        of=Transport,
    ),
    Day(
        name="day",
        asks=_("Which day does it leave? Tap it, or write it like 29.10.2027."),
        label=_("Departure"),
        check=not_over,
        time_question="time",
        last_question="returns",
        spoils=("returns", *USUAL),
    ),
    Zone(
        name="zone",
        asks=_("Departure time in which city's time? Tap it, or type another city."),
        label=_("Time zone"),
    ),
    Time(
        name="time",
        asks=_at_what_time,
        label=_("Time"),
        check=_leaves,
    ),
    Words(
        name="place",
        asks=_("Where does it leave from? A stop or an address people can find."),
        label=_("Place"),
        most=200,
        reads=one_line,
    ),
    Place(
        name="point",
        asks=_("Send the place as a pin on the map: tap 📎, then Location. Or skip it."),
        label=_("Pin"),
        optional=True,
    ),
    Day(
        name="returns",
        asks=_("Which day does it return?"),
        label=_("Return"),
        offers=_stays,
        near=departure_day,
        first=departure_day,
        check=_returns,
    ),
    Count(
        name="seats",
        asks=_("How many seats are there?"),
        label=_("Seats"),
        most=MOST_SEATS,
        offered=(8, 15, 19, 25, 35, 45, 49, 53),
    ),
    Choice(
        name="currency",
        asks=_("Which currency is it sold in?"),
        label=_("Currency"),
        options=_currencies,
        columns=4,
        spoils=("price", "deposit"),
    ),
    Amount(
        name="price",
        asks=_at_what_price,
        label=_("Price"),
        currency=_currency,
        check=_costs,
        spoils=("deposit",),
    ),
    Amount(
        name="deposit",
        asks=_("How much of it is the deposit for a seat? Tap it, or write another amount."),
        label=_("Deposit"),
        currency=_currency,
        offers=_shares,
        nothing=NO_DEPOSIT,
        check=_within,
    ),
    Words(
        name="bring",
        asks=_("What should travellers bring? They read it the day before the departure."),
        label=_("To bring"),
        most=500,
        optional=True,
    ),
    *DEADLINES,
)
