"""What is corrected about a trip besides time, place and seats: its price, a deadline, its name, what to bring.

Boris: [✏️ Change]
Boris: [💶 Price]
Bot:   What does a seat cost from now on? Now: €300.
Boris: 320
Bot:   How much of it is the deposit for a seat?
Boris: 120
Bot:   1 deal was made at the old price. Should it get the new one?
Boris: [For those too]
Bot:   ➡️ 💶 €320 per seat, deposit €120
Boris: [✅ Save]
Boris: [✏️ Change]
Boris: [⏳ Deadlines]
Bot:   Which one?
Boris: [Documents]
Bot:   By when? Now: 1 September.
Boris: 15.08.2027
Bot:   ➡️ 15 August
Boris: [✅ Save]
Boris: [✏️ Change]
Boris: [🏷 Name, to bring]
Bot:   Which one?
Boris: [Name]
Bot:   What is the trip called? Now: Ohrid.
Boris: Ohrid and Skopje
Bot:   ➡️ Ohrid and Skopje
Boris: [✅ Save]
Bot:   Ohrid and Skopje 29.10
"""

from typing import TYPE_CHECKING

from bot.flows.trips.correction_questions import ALL, NOTHING, others
from bot.flows.trips.trip_answers import ChangeAnswers
from bot.flows.trips.twins import twin_words
from domain.entities.trips import Trip
from domain.queries.trip_changes import trip_to_price
from domain.usecases.trips.correcting import change_bring, rename, reprice, set_due
from domain.values.money import Money
from locales import Fact, Sentence, lines, n_
from locales.terms.trip_words import PRICED, PRICED_WITHOUT_DEPOSIT, money_words

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

_TOLD = n_(
    "📣 {count} client will be told the old and the new.",
    "📣 {count} clients will be told the old and the new.",
)


def corrected(exchange: "Exchange", answers: ChangeAnswers) -> Trip | None:
    """Corrects it; None when something else was to be changed."""
    desk, number = exchange.desk, answers.trip
    match answers.what:
        case "price":
            booked = answers.booked == ALL
            return reprice(desk, number, answers.price, answers.deposit, booked=booked)
        case "due":
            return set_due(desk, number, answers.due, answers.due_day)
        case "words" if answers.which == "name":
            return rename(desk, number, answers.name)
        case "words":
            return change_bring(desk, number, answers.bring)
    return None


def was_and_becomes(trip: Trip, answers: ChangeAnswers) -> tuple[Fact, Fact] | None:
    """None when something else changes."""
    match answers.what:
        case "price":
            return money_words(trip), _priced(answers.price, answers.deposit)
        case "due":
            return getattr(trip, answers.due), answers.due_day
        case "words" if answers.which == "name":
            return trip.name, answers.name
        case "words":
            return trip.bring or NOTHING, answers.bring or NOTHING
    return None


def who_hears(exchange: "Exchange", answers: ChangeAnswers) -> Sentence | None:
    """Whom the change is told, and whether there is such a trip already."""
    if answers.what not in {"price", "due", "words"}:
        return None
    found = trip_to_price(exchange.desk, answers.trip)
    if answers.what == "price":
        told = len(found.alike) if answers.booked == ALL else 0
        return lines(_TOLD(count=told) if told else None, others(found))
    told = len(found.alike) + len(found.others)
    twin = None
    if answers.which == "name":
        twin = twin_words(exchange.desk, [answers.name], found.trip.departs.date(), but=found.trip)
    return lines(_TOLD(count=told) if told else None, twin)


def _priced(price: Money, deposit: Money) -> Sentence:
    return PRICED(price=price, deposit=deposit) if deposit else PRICED_WITHOUT_DEPOSIT(price=price)
