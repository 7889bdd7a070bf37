"""Opening a deal, from an inquiry or from scratch.

Boris: /deal
Bot:   Who is it for? Type a name or a phone number.
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
Boris: 12.05.2027 – 15.05.2027
Bot:   How many people?
Boris: [2]
Bot:   What does it cost in total?
Boris: 900
Bot:   And the deposit?
Boris: [€180]
Bot:   Istanbul 12.05 – 15.05
Bot:   First day: 12 May
Boris: [✅ Open the deal]
Bot:   Deal #1 is open.
"""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, ask
from bot.conversation.slots import home_button
from bot.flows.clients.who import caller
from bot.flows.deals.deal_answers import (
    TAILOR_MADE,
    DealAnswers,
    Terms,
    booking,
    client_name,
    fill_in_wish,
    terms,
)
from bot.flows.deals.deal_questions import QUESTIONS
from bot.links.deals import DEAL
from bot.links.trips import NO_ROOM_FOR
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.deal_leaders import leader_chosen, leaders_to_choose
from domain.queries.inquiries import inquiry_to_convert
from domain.queries.joining import trip_held
from domain.queries.taking_up import has_room, lacks_phone, usual_leader
from domain.queries.trip_lists import trips_to_sell
from domain.usecases.deals.booking import open_deal
from domain.usecases.inquiries.intake import file_for
from locales import Sentence, _, lines
from locales.terms.payments import NO_DEPOSIT

routes = Routes()


@routes.flow
class DealFlow(Flow[DealAnswers]):
    """A reservation becomes a deal: who, which journey, how many, who is responsible."""

    name = "deal"
    called = _("new deal")
    answers_type = DealAnswers
    questions = QUESTIONS
    send = _("✅ Open the deal")
    changes_known = ("trip", "destination", "when", "starts", "ends", "seats", "responsible")

    def prepare(self, exchange: Exchange, answers: DealAnswers) -> None:
        desk = exchange.desk
        leaders_to_choose(desk)
        inquiry = inquiry_to_convert(desk, answers.inquiry) if answers.inquiry else None
        leader = usual_leader(desk, inquiry)
        answers.responsible = leader.id if leader else answers.responsible
        if inquiry is not None:
            answers.client = inquiry.client.id
            answers.lacks_phone = lacks_phone(inquiry)
            _fill_in_journey(desk, answers, inquiry)

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
            *_days(answers),
            *_money(deal),
            LINE(label=_("Responsible"), value=responsible),
        )

    def finish(self, exchange: Exchange, answers: DealAnswers) -> None:
        trip = answers.chosen_trip
        if trip is not None and sold_meanwhile(exchange.desk, trip, answers.seats, caller(answers).client):
            client = file_for(exchange.desk, caller(answers))
            exchange.show(NO_ROOM_FOR, trip, answers.seats, client.id, answers.inquiry)
            return
        deal = open_deal(exchange.desk, booking(exchange, answers))
        exchange.head(_("Deal #{number} is open.")(number=deal.id))
        exchange.show(DEAL, deal.id)


def _fill_in_journey(desk: Desk, answers: DealAnswers, inquiry: Inquiry) -> None:
    """The trip and the seats that were asked for, while they are to be had; or place, time and people of a wish.

    They need no asking again. A trip that goes where somebody would like to go is offered.
    """
    if inquiry.trip is not None:
        if has_room(desk, inquiry):
            answers.trip, answers.seats = answers.trip or inquiry.trip.id, answers.seats or inquiry.heads
        return
    if not trips_to_sell(desk, inquiry.destination, 1):
        answers.trip = answers.trip or TAILOR_MADE
    answers.seats = answers.seats or inquiry.heads
    if answers.trip == TAILOR_MADE:
        fill_in_wish(desk, answers, inquiry)


def _days(answers: DealAnswers) -> list[Sentence]:
    if not answers.is_tailor_made or answers.starts is None:
        return []
    told = [LINE(label=_("First day"), value=answers.starts)]
    return [*told, LINE(label=_("Last day"), value=answers.ends)] if answers.ends else told


def _money(deal: Terms) -> list[Sentence]:
    if not deal.price:
        return [_("Price: not set yet")]
    return [
        LINE(label=_("Price"), value=deal.price),
        LINE(label=_("Deposit"), value=deal.deposit or NO_DEPOSIT),
    ]


def sold_meanwhile(desk: Desk, trip: int, seats: int, client: int | None) -> bool:
    """Whether too few are left for this client by now. Of a trip that has left, or was cancelled, `open_deal` says so."""
    held = trip_held(desk, trip, client)
    return held.trip.is_ahead(desk.now) and held.free < seats


@home_button(rank=40, right=Right.OPEN_DEALS)
def new_deal_at_home(_exchange: Exchange) -> Button:
    return ask(_("➕ New deal"), DealFlow)
