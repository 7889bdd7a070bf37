"""A client's first screen begins with their next journey: what is to be done for it, as its first line and first button."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, act, go
from bot.handlers.my_deals.next_step import next_steps, steps_of
from bot.handlers.my_deals.words import read_as, stands
from bot.links.deals import MY_DEAL, VOUCHER_AGAIN
from bot.links.home import CLIENT_HOME_SLOTS
from bot.links.trips import CONFIRM_DEPARTURE
from domain.entities.deals import Deal
from domain.entities.lateness import Due, Expected, money_now
from domain.ports.desk import Desk
from domain.queries.late import asked_of_client, dues_of
from domain.queries.my_deals import next_of
from locales import Sentence, Weekday, _
from locales.terms.payments import balance_dues, deposit_dues, due_words, how_to_pay


@CLIENT_HOME_SLOTS.lines(10)
def next_line(exchange: Exchange, own: Sequence[Deal]) -> list[Sentence]:
    """Where the next journey stands, or what is due of it; money with the way to pay it."""
    desk, deal = exchange.desk, next_of(exchange.desk, own)
    if deal is None:
        return []
    due = _first_due(desk, deal)
    told = [_("🧳 <b>{title}</b>: {stands}")(title=deal.called, stands=_told(desk, deal, due))]
    how = how_to_pay(desk.agency) if due is not None and due.what.is_money else None
    return [*told, *([how] if how else [])]


@CLIENT_HOME_SLOTS.button(5)
def next_button(exchange: Exchange, own: Sequence[Deal]) -> Button | None:
    """What the line asks for."""
    deal = next_of(exchange.desk, own)
    if deal is None:
        return None
    if _is_to_confirm(exchange.desk, deal):
        return act(_("✅ I'll be there"), CONFIRM_DEPARTURE, deal.id)
    due = _first_due(exchange.desk, deal)
    if due is not None and due.what.is_money:
        return go(_("💶 Pay {amount}")(amount=due.amount), MY_DEAL, deal.id)
    steps = steps_of(deal, due.what) if due is not None else next_steps(deal)
    if steps:
        return steps[0]
    if deal.voucher_sent_at:
        return act(_("🎫 My voucher"), VOUCHER_AGAIN, deal.id)
    return go(_("🧳 My trip"), MY_DEAL, deal.id)


def _told(desk: Desk, deal: Deal, due: Due | None) -> Sentence:
    trip = deal.trip
    if trip is not None and _is_to_confirm(desk, deal):
        return _("{day}, {time}. Will you be there?")(
            day=Weekday(trip.departs.date()), time=trip.departs.time()
        )
    if due is None:
        return stands(desk, deal)
    if due.what.is_money:
        due = money_now(dues_of(desk, deal), desk.today) or due
        words = deposit_dues(deal) if due.what is Expected.DEPOSIT else balance_dues(deal)
        assert due.amount is not None
        return due_words(words, due.amount, due, desk.today)
    return read_as(due.what)


def _is_to_confirm(desk: Desk, deal: Deal) -> bool:
    trip = deal.trip
    told = deal.told_at is not None and deal.confirmed_at is None and deal.absent_at is None
    return told and trip is not None and trip.is_ahead(desk.now)


def _first_due(desk: Desk, deal: Deal) -> Due | None:
    """What is asked of the client first, as lists of what is late tell it."""
    return next(iter(dues_of(desk, deal)), None) if asked_of_client(deal) else None
