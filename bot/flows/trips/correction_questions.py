"""What is asked when a trip's price, a deadline, its name or what to bring is corrected."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from bot.conversation.questions.basic import Amount, Choice, Name, Words
from bot.conversation.questions.days import Day
from bot.flows.trips.trip_answers import ChangeAnswers
from domain.entities.deposits import deposits_to_offer
from domain.entities.trips import Trip
from domain.queries.joining import trip_offered
from domain.queries.trip_changes import TripPrice, trip_to_price
from domain.values.money import Money
from locales import Sentence, _, lines, n_
from locales.terms.payments import NO_DEPOSIT

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

NOTHING = "—"
NEW_ONES, ALL = "new", "all"
DUES = {
    "documents_due": _("Documents"),
    "deposit_due": _("Deposit"),
    "balance_due": _("Balance"),
}
_ALIKE = n_(
    "{count} deal was made at the old price. Should it get the new one?",
    "{count} deals were made at the old price. Should they get the new one?",
)
_OTHERS = n_(
    "{count} deal has its own price and keeps it.",
    "{count} deals have their own prices and keep them.",
)


def others(found: TripPrice) -> Sentence | None:
    return _OTHERS(count=len(found.others)) if found.others else None


def _trip(exchange: "Exchange", answers: ChangeAnswers) -> Trip:
    return trip_offered(exchange.desk, answers.trip).trip


def _ask_price(exchange: "Exchange", answers: ChangeAnswers) -> Sentence:
    so_far = _trip(exchange, answers).price
    return _("What does a seat cost from now on? Now: {price}.")(price=so_far)


def _currency(exchange: "Exchange", answers: ChangeAnswers) -> str:
    return _trip(exchange, answers).currency


def _costs(exchange: "Exchange", price: Money, answers: ChangeAnswers) -> None:
    _trip(exchange, answers).must_cost(price, Money.zero(price.currency))


def _deposits(exchange: "Exchange", answers: ChangeAnswers) -> list[Money]:
    return deposits_to_offer(answers.price, _trip(exchange, answers).deposit)


def _within(exchange: "Exchange", deposit: Money, answers: ChangeAnswers) -> None:
    _trip(exchange, answers).must_cost(answers.price, deposit)


def _ask_booked(exchange: "Exchange", answers: ChangeAnswers) -> Sentence:
    found = trip_to_price(exchange.desk, answers.trip)
    return lines(_ALIKE(count=len(found.alike)), others(found))


def _not_below_paid(exchange: "Exchange", booked: str, answers: ChangeAnswers) -> None:
    if booked == ALL:
        trip_to_price(exchange.desk, answers.trip).must_be_within(answers.price)


def _dues(exchange: "Exchange", answers: ChangeAnswers) -> list[tuple[str, Sentence]]:
    trip = _trip(exchange, answers)
    return [(what, label) for what, label in DUES.items() if what != "deposit_due" or trip.deposit]


def _due(exchange: "Exchange", answers: ChangeAnswers) -> date:
    day: date = getattr(_trip(exchange, answers), answers.due)
    return day


def _ask_due(exchange: "Exchange", answers: ChangeAnswers) -> Sentence:
    return _("By when? Now: {day}.")(day=_due(exchange, answers))


def _today(exchange: "Exchange", answers: ChangeAnswers) -> date:
    return exchange.desk.now.astimezone(_trip(exchange, answers).where).date()


def _near(exchange: "Exchange", answers: ChangeAnswers) -> date:
    return max(_due(exchange, answers), _today(exchange, answers))


def _departs(exchange: "Exchange", answers: ChangeAnswers) -> date:
    return _trip(exchange, answers).departs.date()


def _fits(exchange: "Exchange", day: date, answers: ChangeAnswers) -> None:
    _trip(exchange, answers).must_be_due(answers.due, day, exchange.desk.now)


def _ask_name(exchange: "Exchange", answers: ChangeAnswers) -> Sentence:
    return _("What is the trip called? Now: {name}.")(name=_trip(exchange, answers).name)


def _ask_bring(exchange: "Exchange", answers: ChangeAnswers) -> Sentence:
    so_far = _trip(exchange, answers).bring or NOTHING
    return _("What should travellers bring? Now: {bring}. Skip: nothing.")(bring=so_far)


def _of(what: str) -> Callable[[ChangeAnswers], bool]:
    return lambda answers: answers.what == what


def _of_words(which: str) -> Callable[[ChangeAnswers], bool]:
    return lambda answers: answers.what == "words" and answers.which == which


CORRECTED = ("price", "deposit", "booked", "due", "due_day", "which", "name", "bring")
CORRECTIONS = (
    Amount(
        name="price",
        asks=_ask_price,
        label=_("Price"),
        currency=_currency,
        check=_costs,
        when=_of("price"),
        spoils=("deposit", "booked"),
    ),
    Amount(
        name="deposit",
        asks=_("How much of it is the deposit for a seat? Tap it, or write another amount."),
        label=_("Deposit"),
        currency=_currency,
        offers=_deposits,
        nothing=NO_DEPOSIT,
        check=_within,
        when=_of("price"),
    ),
    Choice(
        name="booked",
        asks=_ask_booked,
        label=_("Holds"),
        options=((NEW_ONES, _("Only for new ones")), (ALL, _("For those too"))),
        check=_not_below_paid,
        when=lambda answers: answers.what == "price" and bool(answers.alike),
    ),
    Choice(
        name="due",
        asks=_("Which one?"),
        label=_("Deadline"),
        options=_dues,
        when=_of("due"),
        spoils=("due_day",),
    ),
    Day(
        name="due_day",
        asks=_ask_due,
        label=_("Day"),
        near=_near,
        first=_today,
        last=_departs,
        check=_fits,
        when=_of("due"),
    ),
    Choice(
        name="which",
        asks=_("Which one?"),
        label=_("What"),
        options=(("name", _("Name")), ("bring", _("What to bring"))),
        when=_of("words"),
        spoils=("name", "bring"),
    ),
    Name(name="name", asks=_ask_name, label=_("The trip's name"), when=_of_words("name")),
    Words(
        name="bring",
        asks=_ask_bring,
        label=_("To bring"),
        most=500,
        optional=True,
        when=_of_words("bring"),
    ),
)
