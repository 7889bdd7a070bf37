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

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Amount, Choice, Count, Day, Name, Place, Time, Words
from bot.conversation.questions.zones import Zone
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, ask
from bot.conversation.slots import home_button
from bot.flows.trips.deadlines import DEADLINES, USUAL, deadlines, departure_day
from domain.entities.deposits import usual_deposits
from domain.entities.people import Right
from domain.entities.trips import (
    MOST_SEATS,
    Transport,
    TripPlan,
    ahead,
    check_deposit,
    check_price,
    check_returns,
)
from domain.usecases.trips.planning import plan_trip
from domain.values.local_time import zone
from domain.values.money import CURRENCIES, Money
from domain.values.refusals import Refusal
from domain.values.text import one_line
from locales import Sentence, _, lines, n_, verbatim
from locales.terms.trip_words import about_trip, deadline_words, money_words, twice_words
from locales.terms.trips import TRANSPORTS

routes = Routes()

SIGNS = {
    Transport.COACH: "🚌",
    Transport.PLANE: "✈️",
    Transport.TRAIN: "🚆",
    Transport.SHIP: "🛳",
    Transport.OWN: "🚗",
}
LATER = n_("{count} day later · {day}", "{count} days later · {day}")


def not_over(exchange: Exchange, day: date, _answers: Answers) -> None:
    """Raises Refusal: in_the_past."""
    if day < exchange.desk.today:
        raise Refusal("in_the_past")


def _leaves(exchange: Exchange, at: time, answers: Answers) -> None:
    ahead(datetime.combine(answers["day"], at), zone(answers["zone"]), exchange.desk.now)


def _returns(_talk: Exchange, day: date, answers: Answers) -> None:
    check_returns(day, answers["day"])


def _stays(_talk: Exchange, answers: Answers) -> list[tuple[date, Sentence]]:
    leaves: date = answers["day"]
    later = [(count, leaves + timedelta(days=count)) for count in (1, 2, 3, 7)]
    return [(leaves, _("The same day")), *((day, LATER(count=count, day=day)) for count, day in later)]


def _currencies(exchange: Exchange, _answers: Answers) -> list[tuple[str, Sentence]]:
    offered = dict.fromkeys((exchange.desk.agency.currency, *CURRENCIES))
    return [(code, verbatim(code)) for code in offered]


def _currency(_talk: Exchange, answers: Answers) -> str:
    return str(answers["currency"])


def _costs(_talk: Exchange, price: Money, _answers: Answers) -> None:
    check_price(price)


def _shares(_talk: Exchange, answers: Answers) -> list[Money]:
    """The usual ones; or none."""
    price: Money = answers["price"]
    return [*usual_deposits(price), Money.zero(price.currency)]


def _within(_talk: Exchange, deposit: Money, answers: Answers) -> None:
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

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.PLAN_TRIPS)
        return known

    def review(self, exchange: Exchange, answers: Answers) -> Sentence:
        plan = planned(exchange, answers)
        seats = n_("💺 {count} seat", "💺 {count} seats")(count=plan.seats)
        return lines(*about_trip(plan, exchange.voice), seats, money_words(plan), deadline_words(plan))

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        trip = plan_trip(exchange.desk, planned(exchange, answers))
        if twice := twice_words(trip):
            exchange.head(twice)
        exchange.show("trip", trip.id)


def planned(exchange: Exchange, answers: Answers) -> TripPlan:
    """The plan in the answers."""
    alike = ("name", "zone", "place", "returns", "seats", "price", "deposit", "point", "bring")
    return TripPlan(
        transport=Transport(answers["transport"]),
        departs=datetime.combine(answers["day"], answers["time"]),
        **{name: answers[name] for name in alike},
        **deadlines(exchange, answers),
    )


@home_button(rank=60, right=Right.PLAN_TRIPS)
def new_trip_at_home(_exchange: Exchange) -> Button:
    return ask(_("➕ New trip"), "trip")
