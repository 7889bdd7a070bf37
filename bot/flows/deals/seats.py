"""More or fewer seats of a deal, after it was made: the price follows, and the client is told.

Boris: [💺 Seats]
Bot:   #1 · Anna · Ohrid 29.10 has 2 seats. How many should it have?
Boris: [3]
Bot:   Seats: 2 → 3
       Price: €600 → €900
Boris: [✅ Save]
Bot:   3 seats
"""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Count
from bot.conversation.routes import Routes
from bot.conversation.screen import Row
from bot.flows.deals.named import deal_named
from bot.links.deals import DEAL
from domain.entities.trip_plans import MOST_SEATS
from domain.queries.deals import deal, deal_to_change
from domain.queries.joining import trip_offered
from domain.usecases.deals.changing import set_seats
from locales import Sentence, _, lines
from locales.terms.payments import deposit_said
from locales.terms.trips import seats

routes = Routes()

BUTTONS = 8


@dataclass(kw_only=True)
class SeatsAnswers:
    deal: int
    seats: int = asked()


def _how_many(exchange: Exchange, answers: SeatsAnswers) -> Sentence:
    found = deal(exchange.desk, answers.deal)
    asks = _("{deal} has {seats}. How many should it have?")
    return asks(deal=deal_named(found), seats=seats(found.seats))


def _holds(exchange: Exchange, value: int, answers: SeatsAnswers) -> None:
    deal(exchange.desk, answers.deal).must_hold(value)


@dataclass(frozen=True, kw_only=True)
class SeatsThatFit(Count):
    """Buttons from those who are entered to what is free, without the number there is."""

    def rows(self, exchange: Exchange, answers: SeatsAnswers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        found = deal(exchange.desk, answers.deal)
        most = (
            MOST_SEATS
            if found.trip is None
            else trip_offered(exchange.desk, found.trip.id, found.client.id).free + found.seats
        )
        fits = (n for n in range(max(1, len(found.party)), most + 1) if n != found.seats)
        return self.numbers(islice(fits, BUTTONS))


@routes.flow
class ChangeSeats(Flow[SeatsAnswers]):
    name = "deal_seats"
    called = _("seats of a deal")
    answers_type = SeatsAnswers
    questions = (SeatsThatFit(name="seats", asks=_how_many, label=_("Seats"), check=_holds),)
    send = _("✅ Save")

    def prepare(self, exchange: Exchange, answers: SeatsAnswers) -> None:
        deal_to_change(exchange.desk, answers.deal)

    def review(self, exchange: Exchange, answers: SeatsAnswers) -> Sentence:
        found = deal(exchange.desk, answers.deal)
        costs = found.with_seats(answers.seats)
        return lines(
            deal_named(found),
            _("Seats: {seats} → {left}")(seats=found.seats, left=costs.seats),
            _("Price: {price} → {rest}")(price=found.price, rest=costs.price),
            _("Deposit: {deposit} → {rest}")(
                deposit=deposit_said(found.deposit), rest=deposit_said(costs.deposit)
            ),
        )

    def finish(self, exchange: Exchange, answers: SeatsAnswers) -> None:
        exchange.show(DEAL, set_seats(exchange.desk, answers.deal, answers.seats).id)
