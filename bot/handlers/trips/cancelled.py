"""A trip that does not take place: what its clients chose, for the staff; and their choice."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, ask
from bot.flows.trips.cancel import CancelTrip
from bot.links.deals import DEAL_SLOTS, MY_DEAL, MY_DEAL_SLOTS
from bot.links.trips import TRIP_SLOTS
from domain.entities.deals import AfterCancel, Deal
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.queries.trip_changes import choices_after_cancel
from domain.queries.trips import may_change
from domain.usecases.trips.cancelling import choose_after_cancel
from locales import Sentence, _
from locales.terms.cancelling import AFTER_CANCEL

routes = Routes()

SHOWN = 30
NOT_TAKING_PLACE = _("❌ Cancelled: {reason}")
NOTHING_CHOSEN = _("nothing chosen yet")


@TRIP_SLOTS.button(810, Right.PLAN_TRIPS)
def cancel_button(exchange: Exchange, trip: Trip) -> Button | None:
    if not may_change(exchange.desk, trip) or not trip.is_ahead(exchange.desk.now):
        return None
    return ask(_("❌ Cancel the trip"), CancelTrip, trip=trip.id)


@TRIP_SLOTS.lines(1)
def cancelled(_exchange: Exchange, trip: Trip) -> list[Sentence]:
    return [NOT_TAKING_PLACE(reason=trip.cancel_reason)] if trip.cancelled_at else []


@TRIP_SLOTS.lines(2, Right.SEE_DEALS)
def who_chose_what(exchange: Exchange, trip: Trip) -> list[Sentence]:
    if trip.cancelled_at is None:
        return []
    line = _("#{number} {client}: {choice}")
    return [
        line(number=deal.id, client=deal.client.name, choice=_chosen(deal))
        for deal in choices_after_cancel(exchange.desk, trip)[:SHOWN]
    ]


def _chosen(deal: Deal) -> Sentence:
    return AFTER_CANCEL[deal.after_cancel] if deal.after_cancel else NOTHING_CHOSEN


@DEAL_SLOTS.lines(3)
def chosen_by_client(_exchange: Exchange, deal: Deal) -> list[Sentence]:
    return _told(deal)


@MY_DEAL_SLOTS.lines(3)
def chosen_by_me(_exchange: Exchange, deal: Deal) -> list[Sentence]:
    return _told(deal)


def _told(deal: Deal) -> list[Sentence]:
    if not deal.called_off:
        return []
    return [_("❌ The trip is cancelled. Wish: {choice}")(choice=_chosen(deal))]


@routes.verb("another_date")
def another_date(exchange: Exchange, notice: Notice) -> None:
    _choose(exchange, notice, AfterCancel.ANOTHER_DATE)


@routes.verb("money_back")
def money_back(exchange: Exchange, notice: Notice) -> None:
    _choose(exchange, notice, AfterCancel.MONEY_BACK)


@routes.verb("talk")
def talk(exchange: Exchange, notice: Notice) -> None:
    _choose(exchange, notice, AfterCancel.TALK)


def _choose(exchange: Exchange, notice: Notice, choice: AfterCancel) -> None:
    deal = choose_after_cancel(exchange.desk, notice.facts["deal"], choice)
    exchange.note(_("Thank you! We will write to you here."))
    exchange.show(MY_DEAL, deal.id)
