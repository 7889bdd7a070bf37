"""Opening a deal, from an inquiry or from scratch.

Boris: /deal
Bot:   For whom? Write a name or a phone number.
Boris: [➕ New client]
Bot:   What is the client's name?
Boris: Pavel Ivanov
Bot:   Their phone number?
Boris: 0888 765 432
Bot:   Which trip?
Boris: [✈️ Tailor-made]
Bot:   Where to?
Boris: Istanbul
Bot:   When?
Boris: 12.05.2027
Bot:   How many people?
Boris: [2]
Bot:   What does it cost in all?
Boris: 900
Bot:   And the deposit?
Boris: [180.00 EUR]
Bot:   Istanbul 12.05.2027
Boris: [✅ Open the deal]
Bot:   Deal № 1 is open.
"""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, ask
from bot.conversation.slots import home_button
from bot.flows.clients.who import caller
from bot.flows.deals.deal_answers import DealAnswers, booking, client_name, terms
from bot.flows.deals.deal_questions import QUESTIONS
from bot.links.deals import DEAL
from bot.links.trips import NO_ROOM_FOR
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.deals import leader_chosen, leaders_to_choose
from domain.queries.inquiries import inquiry_to_convert
from domain.queries.trips import free_seats, trip_held
from domain.usecases.deals.booking import open_deal
from domain.usecases.inquiries.intake import file_for
from locales import Sentence, _, lines

routes = Routes()


@routes.flow
class DealFlow(Flow[DealAnswers]):
    """A reservation becomes a deal: who, which journey, how many, who is responsible."""

    name = "deal"
    called = _("new deal")
    answers_type = DealAnswers
    questions = QUESTIONS
    send = _("✅ Open the deal")
    changes_known = ("trip", "seats")

    def prepare(self, exchange: Exchange, answers: DealAnswers) -> None:
        able = leaders_to_choose(exchange.desk)
        if len(able) == 1:
            answers.responsible = able[0].id
        if answers.inquiry:
            inquiry = inquiry_to_convert(exchange.desk, answers.inquiry)
            answers.client = inquiry.client.id
            _fill_in_trip(exchange.desk, answers, inquiry)

    def must_hold(self, exchange: Exchange, answers: DealAnswers) -> None:
        """A colleague may have been quicker."""
        if answers.inquiry:
            inquiry_to_convert(exchange.desk, answers.inquiry)

    def review(self, exchange: Exchange, answers: DealAnswers) -> Sentence:
        deal = terms(exchange, answers)
        responsible = leader_chosen(exchange.desk, answers.responsible).name
        return lines(
            _("<b>{title}</b>")(title=deal.title),
            LINE(label=_("Client"), value=client_name(exchange, answers)),
            LINE(label=_("People"), value=answers.seats),
            LINE(label=_("Price"), value=deal.price),
            LINE(label=_("Deposit"), value=deal.deposit),
            LINE(label=_("Responsible"), value=responsible),
        )

    def finish(self, exchange: Exchange, answers: DealAnswers) -> None:
        trip = answers.chosen_trip
        if trip is not None and _sold_meanwhile(exchange.desk, trip, answers.seats):
            client = file_for(exchange.desk, caller(answers))
            exchange.show(NO_ROOM_FOR, trip, answers.seats, client.id, answers.inquiry)
            return
        deal = open_deal(exchange.desk, booking(exchange, answers))
        exchange.head(_("Deal № {number} is open.")(number=deal.id))
        exchange.show(DEAL, deal.id)


def _fill_in_trip(desk: Desk, answers: DealAnswers, inquiry: Inquiry) -> None:
    """The trip and the seats that were asked for, while they are to be had: they need no asking again."""
    trip = inquiry.trip
    if trip is None or trip.departs_at <= desk.now or free_seats(desk, trip) < inquiry.heads:
        return
    answers.trip = answers.trip or trip.id
    answers.seats = answers.seats or inquiry.heads


def _sold_meanwhile(desk: Desk, trip: int, seats: int) -> bool:
    """Of a trip that has left, `open_deal` says so."""
    held = trip_held(desk, trip)
    return held.trip.departs_at > desk.now and held.free < seats


@home_button(rank=40, right=Right.OPEN_DEALS)
def new_deal_at_home(_exchange: Exchange) -> Button:
    return ask(_("➕ New deal"), DealFlow)
