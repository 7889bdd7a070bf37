"""Joining a trip by its own link: how many seats, who you are, and it is an inquiry.

Anna has opened the link of the trip.

Bot:  Ohrid 29.10.2027
Bot:  How many seats would you like?
Anna: [2]
Bot:  What is your name?
Anna: [Anna]
Bot:  On which number can we reach you?
Anna: [Skip]
Bot:  Seats: 2
Anna: [✅ Send]
Bot:  We have your inquiry № 1: Ohrid 29.10.2027, 2 people.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Count
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, go
from bot.flows.clients.who import INTRODUCTIONS, introduction, known_of_actor
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.trips import free_seats, must_have_seats
from domain.usecases.inquiries.intake import ask_to_join, become_client
from locales import Sentence, Weekday, _, lines, n_, verbatim
from locales.terms.trips import TRANSPORTS

routes = Routes()

BUTTONS = 8
FREE = n_("💺 {count} seat is free", "💺 {count} seats are free")


def offer_lines(desk: Desk, trip: Trip) -> Sentence:
    """What a client needs to know before joining: when, where from, the price, what is free."""
    free = free_seats(desk, trip)
    return lines(
        _("<b>{trip}</b> · {transport}")(trip=trip.title, transport=TRANSPORTS[trip.transport]),
        _("🗓 {day}, {time}, back on {returns}")(
            day=Weekday(trip.departs.date()), time=trip.departs.time(), returns=trip.returns
        ),
        _("📍 {place}")(place=trip.place),
        _("💶 {price} a person, deposit {deposit}")(price=trip.price, deposit=trip.deposit),
        FREE(count=free) if free else _("💺 Sold out"),
    )


def _asks(exchange: Exchange, answers: Answers) -> Sentence:
    trip = exchange.desk.repositories.trips.get(answers["trip"])
    return lines(offer_lines(exchange.desk, trip), "", _("How many seats would you like?"))


def _fits(exchange: Exchange, value: int, answers: Answers) -> None:
    """Raises Refusal: sold_out, not_enough_seats."""
    must_have_seats(exchange.desk, exchange.desk.repositories.trips.get(answers["trip"]), value)


@dataclass(frozen=True, kw_only=True)
class Seats(Count):
    """As many buttons as there are free seats; the waiting line is one more."""

    def rows(self, exchange: Exchange, answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        trip = exchange.desk.repositories.trips.get(answers["trip"])
        free = min(free_seats(exchange.desk, trip), BUTTONS)
        buttons = [Button(verbatim(str(n)), "answer", (n,)) for n in range(1, free + 1)]
        line = go(_("🕐 Wait for seats"), "sold_out", trip.id)
        numbers = tuple(tuple(buttons[i : i + 4]) for i in range(0, len(buttons), 4))
        return numbers if free == BUTTONS else (*numbers, (line,))


@routes.flow
class Join(Flow):
    """A client asks for seats on a trip."""

    name = "join"
    questions = (Seats(name="seats", asks=_asks, label=_("Seats"), check=_fits), *INTRODUCTIONS)

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.repositories.trips.get(known["trip"]).must_be_ahead(exchange.desk.now)
        return known | known_of_actor(exchange.desk)

    def review(self, exchange: Exchange, answers: Answers) -> Sentence:
        trip = exchange.desk.repositories.trips.get(answers["trip"])
        told = [LINE(label=q.label, value=q.shown(answers[q.name])) for q in self.due(answers)]
        together = LINE(label=_("Together"), value=trip.price * answers["seats"])
        return lines(_("<b>{trip}</b>")(trip=trip.title), *told, together)

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        who, seats = introduction(exchange, answers), answers["seats"]
        trip = exchange.desk.repositories.trips.locked(answers["trip"])
        if free_seats(exchange.desk, trip) < seats:
            # Sold while they were writing: who they are is kept, and the line is one tap away.
            become_client(exchange.desk, who)
            exchange.show("no_room", trip.id, seats)
            return
        exchange.show("my_inquiry", ask_to_join(exchange.desk, trip.id, seats, who).id)
