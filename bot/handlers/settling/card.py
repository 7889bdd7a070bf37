"""A journey that is over: what was written of it, what is missing, and the mark that it is settled."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go
from bot.flows.settling.data_card import FillDataCard
from bot.flows.settling.record import WriteRecord
from bot.links.deals import DEAL, DEAL_SLOTS
from bot.links.settling import NOT_SETTLED, SETTLE, SETTLEMENT
from domain.entities.deals import Deal, DealNumber
from domain.entities.people import Right
from domain.entities.settling import Card, Gate
from domain.queries.settling import (
    SettlementCard,
    missing_of,
    settlement_card,
    settlement_shown,
    settling_of,
)
from domain.usecases.settling.settling import settle_deal, take_back_settling
from locales import Sentence, _, lines
from locales.terms.payments import sums_words
from locales.terms.settling import missing_words, record_lines, settlement_line

routes = Routes()


@DEAL_SLOTS.lines(14, Right.SEE_DEALS)
def settling_of_deal(exchange: Exchange, deal: Deal) -> list[Sentence]:
    if deal.is_open:
        return []
    one = settlement_shown(exchange.desk, deal)
    return [] if one is None else [settlement_line(one, missing_of(exchange.desk, one))]


@DEAL_SLOTS.button(16, Right.SEE_DEALS)
def settlement_of_deal(exchange: Exchange, deal: Deal) -> Button | None:
    if deal.is_open or settlement_shown(exchange.desk, deal) is None:
        return None
    return go(_("🧾 Settlement"), SETTLEMENT, deal.id)


@routes.draws(SETTLEMENT)
def settlement(exchange: Exchange, number: DealNumber) -> Screen:
    found = settlement_card(exchange.desk, number)
    deal, one = found.deal, found.settlement
    data_at = one.data_at if one else None
    settled = one if one is not None and one.settled_at is not None else None
    told = lines(
        _("<b>🧾 #{number} · {client} · {title}</b>")(
            number=deal.id, client=deal.client.name, title=deal.called
        ),
        sums_words(deal) if exchange.desk.actor.may(Right.SEE_MONEY) and deal.price else None,
        "",
        *(line for record in found.records for line in record_lines(record)),
        _("🪪 Data card looked through on {day}")(day=data_at.date()) if data_at else None,
        settlement_line(settled, ()) if settled else _standing(found),
    )
    return Screen(told, (*column(_buttons(exchange, found)), (back(DEAL, number),)))


def _standing(found: SettlementCard) -> Sentence:
    if found.missing:
        return _("⏳ Missing: {cards}")(cards=missing_words(found.missing))
    return _("✅ Everything is here.")


def _buttons(exchange: Exchange, found: SettlementCard) -> list[Button | None]:
    """What is missing first; what is there may be corrected."""
    may, deal, one = exchange.desk.actor.may, found.deal, found.settlement
    settled = one is not None and one.settled_at is not None
    open_ = not (found.missing and settling_of(exchange.desk).gate is Gate.REQUIRED)
    guided = deal.trip is not None and Card.GUIDES_RECORD in found.missing and may(Right.PLAN_TRIPS)
    return [
        ask(_("📝 Contact record"), WriteRecord, deal=deal.id) if may(Right.MOVE_DEALS) else None,
        ask(_("🪪 Data card"), FillDataCard, deal=deal.id) if may(Right.CHANGE_CLIENTS) else None,
        ask(_("📝 The guide's record"), WriteRecord, trip=deal.trip.id) if guided and deal.trip else None,
        act(_("🧾 Settle"), SETTLE, deal.id) if open_ and not settled and may(Right.SETTLE_DEALS) else None,
        act(_("↩️ Not settled yet"), NOT_SETTLED, deal.id) if settled and may(Right.SETTLE_DEALS) else None,
    ]


@routes.does(SETTLE)
def settles(exchange: Exchange, number: DealNumber) -> None:
    settle_deal(exchange.desk, number)
    exchange.note(_("Settled."))
    exchange.show(SETTLEMENT, number)


@routes.does(NOT_SETTLED)
def not_settled(exchange: Exchange, number: DealNumber) -> None:
    take_back_settling(exchange.desk, number)
    exchange.show(SETTLEMENT, number)
