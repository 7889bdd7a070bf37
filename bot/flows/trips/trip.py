"""Putting up a trip: what it is, when and where it leaves, how many seats, what they cost, what is due when.

Boris: [🚌 Trips]
Boris: [➕ New trip]
Bot:   What is the trip called?
Boris: Ohrid
Bot:   How does it travel?
Boris: [🚌 Coach]
Bot:   Which day does it leave?
Boris: 29.10.2027
Bot:   What time does it leave?
Bot:   Sofia time; you can choose another city at the end.
Boris: 06:30
Bot:   Where does it leave from?
Boris: Sofia, NDK car park
Bot:   Send the place as a pin on the map
Boris: [Skip]
Bot:   Which day does it return?
Boris: [3 days later]
Bot:   How many seats are there?
Boris: [45]
Bot:   What does a seat cost?
Boris: 300
Bot:   How much of it is the deposit for a seat?
Boris: [€90]
Bot:   What should travellers bring?
Boris: [Skip]
Bot:   Usually: documents by 29 September, deposit by 8 October, balance by 15 October.
Boris: [✅ As usual]
Bot:   Ohrid 29.10 · Coach
Boris: [✅ Save]
Bot:   0 of 45 seats taken
"""

from datetime import datetime

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.routes import Routes
from bot.flows.fields.questions import field_questions, fill_answered
from bot.flows.trips.deadlines import deadlines
from bot.flows.trips.trip_answers import TripAnswers
from bot.flows.trips.trip_questions import KIND, QUESTIONS
from bot.flows.trips.twins import twin_words
from bot.links.trips import TRIP
from domain.entities.fields import TRIP as TRIP_SUBJECT
from domain.entities.trip_plans import TripPlan
from domain.ports.desk import Desk
from domain.queries.fields import asked_with
from domain.queries.pipelines import kinds_to_plan
from domain.queries.trip_changes import must_plan
from domain.usecases.trips.planning import plan_trip
from locales import Sentence, _, lines, n_
from locales.terms.trip_words import about_trip, deadline_words, money_words, twice_words

routes = Routes()


@routes.flow
class TripFlow(Flow[TripAnswers]):
    """A manager puts up a trip in a dozen taps."""

    name = "trip"
    called = _("new trip")
    answers_type = TripAnswers
    questions = QUESTIONS
    send = _("✅ Save")
    changes_known = ("zone", "currency")

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:
        kind = (KIND,) if kinds_to_plan(desk) else ()
        return (*kind, *self.questions, *field_questions(asked_with(desk, TRIP_SUBJECT)))

    def prepare(self, exchange: Exchange, answers: TripAnswers) -> None:
        must_plan(exchange.desk)
        agency = exchange.desk.agency
        answers.zone, answers.currency = agency.zone.key, agency.currency

    def review(self, exchange: Exchange, answers: TripAnswers) -> Sentence:
        plan = planned(exchange, answers)
        seats = n_("💺 {count} seat", "💺 {count} seats")(count=plan.seats)
        besides = [
            LINE(label=question.label, value=question.shown_at(exchange, getattr(answers, question.name)))
            for question in self.due(answers)
            if question not in QUESTIONS
        ]
        twin = twin_words(exchange.desk, [plan.name], plan.departs.date())
        return lines(
            *about_trip(plan, exchange.voice), seats, money_words(plan), deadline_words(plan), *besides, twin
        )

    def finish(self, exchange: Exchange, answers: TripAnswers) -> None:
        trip = plan_trip(exchange.desk, planned(exchange, answers))
        fill_answered(exchange, TRIP_SUBJECT, trip.id, answers)
        if twice := twice_words(trip):
            exchange.head(twice)
        exchange.show(TRIP, trip.id)


def planned(exchange: Exchange, answers: TripAnswers) -> TripPlan:
    """The plan in the answers."""
    return TripPlan(
        name=answers.name,
        transport=answers.transport,
        departs=datetime.combine(answers.day, answers.time),
        zone=answers.zone,
        place=answers.place,
        point=answers.point,
        returns=answers.returns,
        seats=answers.seats,
        price=answers.price,
        deposit=answers.deposit,
        bring=answers.bring,
        kind=answers.kind or None,
        **deadlines(exchange, answers),
    )
