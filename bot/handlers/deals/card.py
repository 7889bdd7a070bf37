"""The deal's card: where it stands and what it waits for, on one phone screen, with what this person may do next."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, act, ask, back, column, go, turn
from bot.conversation.widgets.card import card
from bot.flows.deals.lose import LoseDeal
from bot.flows.deals.override import Override
from bot.flows.deals.price import AgreePrice
from bot.flows.payments.payment import RecordPayment
from bot.handlers.deals.words import deal_told
from bot.links.deals import (
    ADVANCE,
    DEAL,
    DEAL_OF_LIST,
    DEAL_SLOTS,
    DEALS,
    HAND_OVER,
    SEND_VOUCHER,
    STAGES,
    VOUCHER,
)
from bot.links.payments import PAYMENTS
from domain.entities.deals import Deal, DealNumber
from domain.entities.people import Right
from domain.ports.desk import Actor
from domain.queries.deals import DealCard, next_in_list
from domain.queries.deals import deal_card as read
from domain.values.labels import Names
from locales import _
from locales.terms.deals import stage_words

routes = Routes()


@routes.draws(DEAL)
def deal_card(exchange: Exchange, number: DealNumber, place: object = None) -> Screen:
    """`place` is its number in the list it was opened from; a button of an earlier release brings something else."""
    found, actor = read(exchange.desk, number), exchange.desk.actor
    return card(
        exchange,
        found.deal,
        [deal_told(exchange.desk, found.deal)],
        DEAL_SLOTS,
        first=column([_onward(found, exchange.desk.agency.pipelines.names), _send_voucher(actor, found)]),
        buttons=_buttons(actor, found.deal),
        last=column([_anyway(actor, found)]),
        away=_away(exchange, found.deal, place if isinstance(place, int) else 0),
    )


def _onward(found: DealCard, names: Names) -> Button | None:
    """One tap to the next step, when nothing is missing."""
    following = found.following
    if following is None or found.gaps:
        return None
    label = _("▶ {stage}")(stage=stage_words(following.key, names))
    return act(label, ADVANCE, found.deal.id, found.deal.step_key)


def _anyway(actor: Actor, found: DealCard) -> Button | None:
    """Past what is missing: only for those who may, with a reason, and below everything that would bring it."""
    if not actor.may(Right.OVERRIDE) or found.following is None or not found.gaps:
        return None
    return ask(_("⏭ Move on anyway"), Override, deal=found.deal.id, step=found.deal.step_key)


def _send_voucher(actor: Actor, found: DealCard) -> Button | None:
    wanted = any(gap.kind == "voucher_sent" for gap in found.gaps)
    if not wanted or not found.deal.client.reachable or not actor.may(Right.MOVE_DEALS):
        return None
    return act(_("📨 Send the voucher"), SEND_VOUCHER, found.deal.id, False)


def _buttons(actor: Actor, deal: Deal) -> list[tuple[int, Button]]:
    """Its own; those of other nouns are put into the card's slots."""
    payable = bool(deal.price) and deal.owed.minor > 0 and not deal.is_lost
    offered: list[tuple[int, bool, Right, Button]] = [
        (10, payable, Right.RECORD_PAYMENTS, ask(_("💶 Record a payment"), RecordPayment, deal=deal.id)),
        (20, True, Right.SEE_MONEY, go(_("🧾 Payments"), PAYMENTS, deal.id)),
        (
            30,
            deal.is_open and deal.trip is None,
            Right.OPEN_DEALS,
            ask(_("🏷 Price"), AgreePrice, deal=deal.id),
        ),
        (50, True, Right.SEE_DEALS, go(_("🎫 Voucher"), VOUCHER, deal.id)),
        (80, deal.is_open, Right.MOVE_DEALS, go(_("🤝 Hand over"), HAND_OVER, deal.id)),
        (900, deal.is_open, Right.MOVE_DEALS, ask(_("✖ Close the deal"), LoseDeal, deal=deal.id)),
    ]
    return [(rank, button) for rank, fits, right, button in offered if fits and actor.may(right)]


def _away(exchange: Exchange, deal: Deal, place: int) -> Row:
    """Back to the list, and on to the next deal in it; or to wherever else it was opened from."""
    before = exchange.way[-2] if len(exchange.way) > 1 else None
    if before is None:
        return (go(_("◀ Deals"), STAGES, False),)
    if before[0] != DEALS.key:
        return (back(STAGES, False),)
    _key, stage, mine, page = before
    stage_named = stage_words(stage, exchange.desk.agency.pipelines.names)
    to_list = go(_("◀ {stage}")(stage=stage_named), DEALS, stage, mine, page)
    following = next_in_list(exchange.desk, stage, place, deal.id, mine=mine)
    if following is None:
        return (to_list,)
    label = _("Next in {stage} ▶")(stage=stage_named)
    return (to_list, turn(label, DEAL_OF_LIST, following.number, following.place))
