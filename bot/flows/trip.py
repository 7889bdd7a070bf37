"""Putting up a trip: what it is, when and where it leaves, how many seats, what they cost, what is due when.

Boris: [➕ New trip]
Bot:   What is the trip called?
Boris: Ohrid
Bot:   How does it travel?
Boris: [🚌 Coach]
Bot:   Which day does it leave?
Boris: 29.10.2027
Bot:   By which city's clock does it leave?
Boris: [🕒 Sofia]
Bot:   At what time does it leave?
Boris: 06:30
Bot:   Where does it leave from?
Boris: Sofia, NDK car park
Bot:   Send the place as a pin on the map
Boris: [Skip]
Bot:   Which day is it back?
Boris: [3 days later]
Bot:   How many seats are there?
Boris: [45]
Bot:   In which currency is it sold?
Boris: [EUR]
Bot:   What does a seat cost?
Boris: 300
Bot:   How much of it is the deposit for a seat?
Boris: [90.00 EUR]
Bot:   What should travellers bring?
Boris: [Skip]
Bot:   Usually: deposit by 29 September 2027, documents by 8 October 2027, balance by 15 October 2027.
Boris: [✅ As usual]
Bot:   Ohrid 29.10.2027 · Coach
Boris: [✅ Save]
Bot:   0 of 45 seats taken
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from bot.flows.answers import Answers
from bot.flows.deadlines import DEADLINES, USUAL, deadlines, departure_day
from bot.flows.engine import Flow
from bot.flows.questions import Amount, Choice, Count, Day, Name, Place, Time, Words
from bot.flows.zones import Zone
from bot.routes import Routes
from bot.talk import Talk
from domain.local_time import zone
from domain.money import CURRENCIES, Money
from domain.people import Right
from domain.refusals import Refusal
from domain.text import one_line
from domain.trips import (
    MOST_SEATS,
    Transport,
    TripPlan,
    ahead,
    check_deposit,
    check_price,
    check_returns,
)
from domain.usecases.planning import plan_trip
from locales import Sentence, _, lines, n_, verbatim
from locales.journeys import about_trip, deadline_words, money_words, twice_words
from locales.terms import TRANSPORTS

routes = Routes()

SIGNS = {
    Transport.COACH: "🚌",
    Transport.PLANE: "✈️",
    Transport.TRAIN: "🚆",
    Transport.SHIP: "🛳",
    Transport.OWN: "🚗",
}
LATER = n_("{count} day later · {day}", "{count} days later · {day}")


def not_over(talk: Talk, day: date, _answers: Answers) -> None:
    """Raises Refusal: in_the_past."""
    if day < talk.desk.today:
        raise Refusal("in_the_past")


def _leaves(talk: Talk, at: time, answers: Answers) -> None:
    ahead(datetime.combine(answers["day"], at), zone(answers["zone"]), talk.desk.now)


def _returns(_talk: Talk, day: date, answers: Answers) -> None:
    check_returns(day, answers["day"])


def _stays(_talk: Talk, answers: Answers) -> list[tuple[date, Sentence]]:
    leaves: date = answers["day"]
    later = [(count, leaves + timedelta(days=count)) for count in (1, 2, 3, 7)]
    return [(leaves, _("The same day")), *((day, LATER(count=count, day=day)) for count, day in later)]


def _currencies(talk: Talk, _answers: Answers) -> list[tuple[str, Sentence]]:
    offered = dict.fromkeys((talk.desk.agency.currency, *CURRENCIES))
    return [(code, verbatim(code)) for code in offered]


def _currency(_talk: Talk, answers: Answers) -> str:
    return str(answers["currency"])


def _costs(_talk: Talk, price: Money, _answers: Answers) -> None:
    check_price(price)


def _shares(_talk: Talk, answers: Answers) -> list[Money]:
    """A fifth, a third or half of the price, as round as money is there; or none."""
    price: Money = answers["price"]
    unit = 10**price.decimals
    parts = {round(price.minor * percent / 100 / unit) * unit for percent in (20, 30, 50)} - {0}
    return [*(Money(part, price.currency) for part in sorted(parts)), Money.zero(price.currency)]


def _within(_talk: Talk, deposit: Money, answers: Answers) -> None:
    check_deposit(deposit, answers["price"])


@routes.flow
class TripFlow(Flow):
    """A manager puts up a trip in a dozen taps."""

    name = "trip"
    send = _("✅ Save")
    questions = (
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
                (kind.value, _("{sign} {transport}")(sign=sign, transport=TRANSPORTS[kind]))
                for kind, sign in SIGNS.items()
            ],
        ),
        Day(
            name="day",
            asks=_("Which day does it leave? Tap it, or write it like 29.10.2027."),
            label=_("Departure"),
            check=not_over,
            spoils=("returns", *USUAL),
        ),
        Zone(
            name="zone",
            asks=_("By which city's clock does it leave? Tap it, or write another city."),
            label=_("Time zone"),
        ),
        Time(
            name="time",
            asks=_("At what time does it leave? Tap it, or write it like 06:30."),
            label=_("Time"),
            check=_leaves,
        ),
        Words(
            name="place",
            asks=_("Where does it leave from? A stop or an address that people find."),
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
            asks=_("Which day is it back?"),
            label=_("Return"),
            offers=_stays,
            near=departure_day,
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
            asks=_("In which currency is it sold?"),
            label=_("Currency"),
            options=_currencies,
            columns=4,
            spoils=("price", "deposit"),
        ),
        Amount(
            name="price",
            asks=_("What does a seat cost? Write it like 300 or 300.50."),
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

    def opens(self, talk: Talk, known: dict[str, Any]) -> dict[str, Any]:
        talk.desk.must(Right.PLAN_TRIPS)
        return known

    def review(self, talk: Talk, answers: Answers) -> Sentence:
        plan = planned(talk, answers)
        seats = n_("💺 {count} seat", "💺 {count} seats")(count=plan.seats)
        return lines(*about_trip(plan, talk.voice), seats, money_words(plan), deadline_words(plan))

    def finish(self, talk: Talk, answers: Answers) -> None:
        trip = plan_trip(talk.desk, planned(talk, answers))
        if twice := twice_words(trip):
            talk.head(twice)
        talk.show("trip", trip.id)


def planned(talk: Talk, answers: Answers) -> TripPlan:
    """The plan in the answers."""
    alike = ("name", "zone", "place", "returns", "seats", "price", "deposit", "point", "bring")
    return TripPlan(
        transport=Transport(answers["transport"]),
        departs=datetime.combine(answers["day"], answers["time"]),
        **{name: answers[name] for name in alike},
        **deadlines(talk, answers),
    )
