"""A place in the line of a trip that is sold out: for how many, and who it is, as everybody who comes to a trip is asked.

Anna has opened the link of a trip that is sold out.

Anna: [⋯ More]
Bot:  For how many would you wait?
Anna: 6
Bot:  What is your name?
Anna: [Anna]
Bot:  What number can we reach you on?
Anna: [Skip]
Bot:  You are number 1 on the waiting list
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Count
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.clients.who import INTRODUCTIONS, Introduced, introduction
from bot.links.trips import MY_PLACE
from domain.ports.desk import Desk
from domain.queries.joining import trip_to_join
from domain.usecases.deals.waiting_line import must_have_so_many, wait
from domain.usecases.inquiries.intake import become_client
from locales import _

routes = Routes()


def is_unknown(desk: Desk) -> bool:
    """Whoever has told a name waits with one tap; a phone may be told later."""
    return desk.actor.client is None or desk.actor.is_nameless


@dataclass(kw_only=True)
class WaitAnswers(Introduced):
    trip: int
    seats: int = asked()


def _fits(exchange: Exchange, value: int, answers: WaitAnswers) -> None:
    """Raises Refusal: more_than_trip_has."""
    must_have_so_many(trip_to_join(exchange.desk, answers.trip).trip, value)


@routes.flow
class WaitInLine(AskOnce[WaitAnswers]):
    name = "wait_in_line"
    called = _("waiting for seats")
    answers_type = WaitAnswers
    questions = (
        Count(name="seats", asks=_("For how many would you wait?"), label=_("Seats"), check=_fits),
        *INTRODUCTIONS,
    )

    def prepare(self, exchange: Exchange, answers: WaitAnswers) -> None:
        trip_to_join(exchange.desk, answers.trip)
        answers.stranger = is_unknown(exchange.desk)

    def finish(self, exchange: Exchange, answers: WaitAnswers) -> None:
        become_client(exchange.desk, introduction(exchange, answers))
        place = wait(exchange.desk, answers.trip, answers.seats)
        exchange.show(MY_PLACE, answers.trip, place.id)
