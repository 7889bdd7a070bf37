"""Changing a trip: time, day, place, seats, and what `corrections` asks. Who knows of the departure hears of a change at once.

Boris: [✏️ Change]
Bot:   What should change?
Boris: [🕒 Time]
Bot:   What time does it leave? Now: 06:30.
Boris: 06:00
Bot:   Friday 29 October, 06:00
Boris: [✅ Save]
Bot:   Ohrid 29.10 · Coach
"""

from datetime import date, datetime, time

from bot.conversation.exchange import Exchange
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Choice, Count, Place, Time, Words
from bot.conversation.questions.days import Day
from bot.conversation.routes import Routes
from bot.flows.trips.correction_questions import CORRECTED, CORRECTIONS
from bot.flows.trips.corrections import corrected, was_and_becomes, who_hears
from bot.flows.trips.trip_answers import ChangeAnswers
from bot.flows.trips.trip_questions import not_over
from bot.links.trips import TRIP
from domain.entities.trip_plans import MOST_SEATS, ahead
from domain.entities.trips import Trip
from domain.queries.joining import trip_offered
from domain.queries.trip_changes import trip_to_price
from domain.queries.trips import TripLine, may_have_seats
from domain.usecases.trips.planning import move, reschedule, resize
from domain.values.text import one_line
from locales import Fact, Sentence, Weekday, _, lines, n_
from locales.terms.trip_words import place_words, twice_words

routes = Routes()

WHEN = _("{day}, {time}")
DEPARTURE = ("time", "day", "place", "pin")
CHANGED = _("{was}\n➡️ {becomes}")


def _found(exchange: Exchange, answers: ChangeAnswers) -> TripLine:
    """As it is by now: whether it may be changed is asked at the beginning and at the end."""
    return trip_offered(exchange.desk, answers.trip)


def _trip(exchange: Exchange, answers: ChangeAnswers) -> Trip:
    return _found(exchange, answers).trip


def _departs(exchange: Exchange, answers: ChangeAnswers) -> datetime:
    """With what was answered so far."""
    was = _trip(exchange, answers).departs
    return datetime.combine(answers.day or was.date(), answers.time or was.time())


def _leaves(exchange: Exchange, at: time, answers: ChangeAnswers) -> None:
    ahead(
        datetime.combine(_departs(exchange, answers), at), _trip(exchange, answers).where, exchange.desk.now
    )


def _day(exchange: Exchange, answers: ChangeAnswers) -> date:
    return _trip(exchange, answers).departs.date()


def _time(exchange: Exchange, answers: ChangeAnswers) -> time:
    return _trip(exchange, answers).departs.time()


def _ask_time(exchange: Exchange, answers: ChangeAnswers) -> Sentence:
    return _("What time does it leave? Now: {time}.")(time=_time(exchange, answers))


def _ask_place(exchange: Exchange, answers: ChangeAnswers) -> Sentence:
    return _("Where does it leave from? Now: {place}.")(place=_trip(exchange, answers).place)


def _ask_seats(exchange: Exchange, answers: ChangeAnswers) -> Sentence:
    found = _found(exchange, answers)
    return _("How many seats are there? Now {seats}, {taken} of them taken.")(
        seats=found.trip.seats, taken=found.taken
    )


def _enough(exchange: Exchange, seats: int, answers: ChangeAnswers) -> None:
    may_have_seats(exchange.desk, _trip(exchange, answers), seats)


@routes.flow
class ChangeDepartureFlow(Flow[ChangeAnswers]):
    """A manager changes one thing about a trip that is put up already."""

    name = "change_departure"
    called = _("change of a trip")
    answers_type = ChangeAnswers
    send = _("✅ Save")
    questions = (
        Choice(
            name="what",
            asks=_("What should change?"),
            label=_("Change"),
            options=(
                ("time", _("🕒 Time")),
                ("day", _("📅 Day and time")),
                ("place", _("📍 Place")),
                ("pin", _("🗺 Pin on the map")),
                ("seats", _("💺 Seats")),
                ("price", _("💶 Price")),
                ("due", _("⏳ Deadlines")),
                ("words", _("🏷 Name, to bring")),
            ),
            spoils=("day", "time", "place", "point", "seats", *CORRECTED),
        ),
        Day(
            name="day",
            asks=_("Which day does it leave? Tap it, or write it like 29.10.2027."),
            label=_("Departure"),
            near=_day,
            check=not_over,
            time_question="time",
            when=lambda answers: answers.what == "day",
        ),
        Time(
            name="time",
            asks=_ask_time,
            label=_("Time"),
            near=_time,
            check=_leaves,
            when=lambda answers: answers.what in {"day", "time"},
        ),
        Words(
            name="place",
            asks=_ask_place,
            label=_("Place"),
            most=200,
            reads=one_line,
            when=lambda answers: answers.what == "place",
        ),
        Place(
            name="point",
            asks=_("Send the place as a pin on the map: tap 📎, then Location. Skip: no pin."),
            label=_("Pin"),
            optional=True,
            when=lambda answers: answers.what in {"place", "pin"},
        ),
        Count(
            name="seats",
            asks=_ask_seats,
            label=_("Seats"),
            most=MOST_SEATS,
            offered=(8, 15, 19, 25, 35, 45, 49, 53),
            check=_enough,
            when=lambda answers: answers.what == "seats",
        ),
        *CORRECTIONS,
    )

    def prepare(self, exchange: Exchange, answers: ChangeAnswers) -> None:
        answers.alike = len(trip_to_price(exchange.desk, answers.trip).alike)

    def review(self, exchange: Exchange, answers: ChangeAnswers) -> Sentence:
        trip = _trip(exchange, answers)
        was, becomes = _was_and_becomes(exchange, answers)
        told = _("📣 Clients know the old one: they will be told at once.")
        return lines(
            _("<b>{trip}</b>")(trip=trip.title),
            CHANGED(was=was, becomes=becomes),
            told if trip.told_at and answers.what in DEPARTURE else None,
            who_hears(exchange, answers),
        )

    def finish(self, exchange: Exchange, answers: ChangeAnswers) -> None:
        trip = _change(exchange, answers)
        if answers.time and (twice := twice_words(trip)):
            exchange.head(twice)
        exchange.show(TRIP, trip.id)


def _was_and_becomes(exchange: Exchange, answers: ChangeAnswers) -> tuple[Fact, Fact]:
    trip = _trip(exchange, answers)
    if (correction := was_and_becomes(trip, answers)) is not None:
        return correction
    match answers.what:
        case "seats":
            seats = n_("{count} seat", "{count} seats")
            return seats(count=trip.seats), seats(count=answers.seats)
        case "place" | "pin":
            place = answers.place or trip.place
            return place_words(trip.words("place"), trip.point), place_words(place, answers.point)
        case _:
            departs = _departs(exchange, answers)
            return _when(trip.departs), _when(departs)


def _when(departs: datetime) -> Sentence:
    return WHEN(day=Weekday(departs.date()), time=departs.time())


def _change(exchange: Exchange, answers: ChangeAnswers) -> Trip:
    if (right := corrected(exchange, answers)) is not None:
        return right
    trip = _trip(exchange, answers)
    match answers.what:
        case "seats":
            return resize(exchange.desk, trip.id, answers.seats)
        case "place" | "pin":
            return move(exchange.desk, trip.id, answers.place or trip.place, answers.point)
        case _:
            return reschedule(exchange.desk, trip.id, _departs(exchange, answers))
