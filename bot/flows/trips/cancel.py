"""A trip does not take place: the reason is asked, and each client says what they would like instead.

Boris: [❌ Cancel the trip]
Bot:   Why is Ohrid 29.10 cancelled?
Boris: Too few people
Bot:   Ohrid 29.10
       Reason: Too few people
       Each client is told and chooses: another date, a refund, or a talk.
Boris: [❌ Yes, cancel it]
Bot:   Cancelled: Too few people
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.links.trips import TRIP
from domain.queries.trip_changes import trip_to_change
from domain.usecases.trips.cancelling import cancel_trip
from locales import Sentence, _, lines
from locales.terms.trips import trip_line

routes = Routes()


@dataclass(kw_only=True)
class CancelTripAnswers:
    trip: int
    reason: str = asked()


def _why(exchange: Exchange, answers: CancelTripAnswers) -> Sentence:
    trip = trip_to_change(exchange.desk, answers.trip).trip
    return _("Why is {trip} cancelled?")(trip=trip.title)


@routes.flow
class CancelTrip(Flow[CancelTripAnswers]):
    name = "cancel_trip"
    called = _("cancelling a trip")
    answers_type = CancelTripAnswers
    questions = (Words(name="reason", asks=_why, label=_("Reason"), most=200),)
    send = _("❌ Yes, cancel it")

    def prepare(self, exchange: Exchange, answers: CancelTripAnswers) -> None:
        trip_to_change(exchange.desk, answers.trip).trip.must_be_ahead(exchange.desk.now)

    def review(self, exchange: Exchange, answers: CancelTripAnswers) -> Sentence:
        found = trip_to_change(exchange.desk, answers.trip)
        return lines(
            trip_line(found.trip, found.taken),
            LINE(label=_("Reason"), value=answers.reason),
            _("Each client is told and chooses: another date, a refund, or a talk."),
        )

    def finish(self, exchange: Exchange, answers: CancelTripAnswers) -> None:
        exchange.show(TRIP, cancel_trip(exchange.desk, answers.trip, answers.reason).id)
