"""Joining a trip by its own link: how many seats, who you are, and it is an inquiry.

Anna has opened the link of the trip.

Bot:  Ohrid 29.10
Bot:  How many seats would you like?
Anna: [2]
Bot:  What is your name?
Anna: [Anna]
Bot:  What number can we reach you on?
Anna: [Skip]
Bot:  Seats: 2
Anna: [✅ Send]
Bot:  We have received your inquiry: Ohrid 29.10, 2 people.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Count
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, go
from bot.flows.clients.who import INTRODUCTIONS, Introduced, introduction
from bot.flows.fields.questions import field_questions, fill_answered
from bot.flows.joining.offer import offer_lines
from bot.links.inquiries import MY_INQUIRY
from bot.links.trips import NO_ROOM, SOLD_OUT
from domain.entities.fields import INQUIRY
from domain.ports.desk import Desk
from domain.queries.clients import is_stranger
from domain.queries.fields import asked_with
from domain.queries.joining import trip_held, trip_offered, trip_to_join
from domain.queries.trips import must_have_seats
from domain.usecases.inquiries.intake import ask_to_join, become_client
from locales import Sentence, _, lines, verbatim

routes = Routes()

BUTTONS = 8


@dataclass(kw_only=True)
class JoinAnswers(Introduced):
    trip: int
    seats: int = asked()


def _how_many(exchange: Exchange, answers: JoinAnswers) -> Sentence:
    offered = trip_offered(exchange.desk, answers.trip)
    return lines(offer_lines(offered), "", _("How many seats would you like?"))


def _fits(exchange: Exchange, value: int, answers: JoinAnswers) -> None:
    """Raises Refusal: sold_out, not_enough_seats."""
    desk, client = exchange.desk, exchange.desk.actor.client
    must_have_seats(desk, trip_offered(desk, answers.trip).trip, value, client.id if client else None)


@dataclass(frozen=True, kw_only=True)
class Seats(Count):
    """As many buttons as there are free seats; the waiting line is one more."""

    def rows(self, exchange: Exchange, answers: JoinAnswers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        free = min(trip_offered(exchange.desk, answers.trip).free, BUTTONS)
        buttons = [Button(verbatim(str(n)), "answer", (n,)) for n in range(1, free + 1)]
        line = go(_("🕐 Waiting list"), SOLD_OUT, answers.trip)
        numbers = tuple(tuple(buttons[i : i + 4]) for i in range(0, len(buttons), 4))
        return numbers if free == BUTTONS else (*numbers, (line,))


@routes.flow
class Join(Flow[JoinAnswers]):
    """A client asks for seats on a trip."""

    name = "join"
    called = _("joining a trip")
    answers_type = JoinAnswers
    changes_known = ("seats",)
    questions = (Seats(name="seats", asks=_how_many, label=_("Seats"), check=_fits), *INTRODUCTIONS)

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:
        return (*self.questions, *field_questions(asked_with(desk, INQUIRY)))

    def prepare(self, exchange: Exchange, answers: JoinAnswers) -> None:
        trip_to_join(exchange.desk, answers.trip)
        answers.stranger = is_stranger(exchange.desk)

    def review(self, exchange: Exchange, answers: JoinAnswers) -> Sentence:
        trip = trip_offered(exchange.desk, answers.trip).trip
        together = LINE(label=_("Total"), value=trip.price * answers.seats)
        return lines(_("<b>{trip}</b>")(trip=trip.title), super().review(exchange, answers), together)

    def finish(self, exchange: Exchange, answers: JoinAnswers) -> None:
        who, seats = introduction(exchange, answers), answers.seats
        if trip_held(exchange.desk, answers.trip).free < seats:
            # Sold while they were writing: who they are is kept, and the line is one tap away.
            become_client(exchange.desk, who)
            exchange.show(NO_ROOM, answers.trip, seats)
            return
        inquiry = ask_to_join(exchange.desk, answers.trip, seats, who)
        fill_answered(exchange, INQUIRY, inquiry.id, answers)
        exchange.show(MY_INQUIRY, inquiry.id)
