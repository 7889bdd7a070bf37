"""The deal's card: where it stands and what it waits for, on one phone screen, and the one thing to do next first."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import MOST, Button, Row, Screen, act, apart, ask, back, column, go, pairs, turn
from bot.conversation.slots import ALL, lines_of, ranked_buttons
from bot.conversation.widgets.listing import turning
from bot.flows.deals.days import ChangeDays
from bot.flows.deals.lose import LoseDeal
from bot.flows.deals.override import Override
from bot.flows.deals.price import AgreePrice
from bot.flows.deals.seats import ChangeSeats
from bot.handlers.deals.next_act import next_act
from bot.handlers.history.declared import HISTORY_RANK
from bot.links.deals import (
    ADVANCE,
    DEAL,
    DEAL_MORE,
    DEAL_MORE_PAGE,
    DEAL_OF_LIST,
    DEAL_SLOTS,
    DEALS,
    HAND_OVER,
    STAGES,
    VOUCHER,
)
from bot.links.payments import PAYMENTS
from domain.entities.deals import Deal, DealNumber
from domain.entities.people import Right
from domain.ports.desk import Actor
from domain.queries.deals import DealCard
from domain.queries.deals import deal_card as read
from domain.queries.deals_by_stage import next_in_list
from domain.values.labels import Names
from locales import _, lines
from locales.terms.deal_card import deal_told
from locales.terms.deals import stage_words

routes = Routes()

UP_FRONT = ALL[:100]
"""Ranks of the buttons that stand on the card; all others stand under ⋯."""
SELDOM = frozenset(ALL[100:]) - {HISTORY_RANK}


@routes.draws(DEAL)
def deal_card(exchange: Exchange, number: DealNumber, place: object = None) -> Screen:
    """`place` is its number in the list it was opened from; a button of an earlier release brings something else."""
    found = read(exchange.desk, number)
    front = _front(exchange, found)
    text = lines(deal_told(exchange.desk, found.deal), *lines_of(exchange, DEAL_SLOTS.card, found.deal))
    away = _away(exchange, found.deal, place if isinstance(place, int) else 0)
    more = go(_("⋯ More"), DEAL_MORE, number)
    return Screen(text, (*column(front.first), *pairs([*front.beside, more]), away))


@routes.draws(DEAL_MORE)
def more_of_deal(exchange: Exchange, number: DealNumber, page: int = 0) -> Screen:
    """What is done seldom, and what other nouns add; what happened so far is on every page."""
    found = read(exchange.desk, number)
    deal, actor = found.deal, exchange.desk.actor
    front = _front(exchange, found)
    rest = [*front.over, *_ranked(exchange, deal, SELDOM)]
    if not front.hands_over:
        rest += _hand_over(actor, deal)
    head = _("<b>#{number} · {client} · {title}</b>")(
        number=deal.id, client=deal.client.name, title=deal.called
    )
    last = column([*_ranked(exchange, deal, (HISTORY_RANK,)), _anyway(actor, found), _close(actor, deal)])
    room = MOST - len(last)
    shown = rest[page * room :]
    turns = turning(
        lambda label, other: go(label, DEAL_MORE_PAGE, number, other), page, more=len(shown) > room
    )
    return Screen(head, (*pairs(shown[:room]), *turns, *last, (back(DEAL, number),)))


@dataclass(frozen=True)
class Front:
    """The buttons of the card itself: what the deal waits for, and what is done often."""

    first: Sequence[Button]
    beside: Sequence[Button]
    over: Sequence[Button]
    """What is done often, and has no room on it."""
    hands_over: bool
    """Whether there is room for that, too."""


def _front(exchange: Exchange, found: DealCard) -> Front:
    deal, actor = found.deal, exchange.desk.actor
    names = exchange.desk.agency.pipelines.names
    wanted = (
        (_close(actor, deal),)
        if deal.called_off
        else (next_act(actor, deal, found.gaps), _onward(found, names))
    )
    first = [one for one in wanted if one is not None]
    often, room = _ranked(exchange, deal, UP_FRONT), MOST - len(first) - 1
    gives = _hand_over(actor, deal) if len(often) < room else []
    return Front(first, [*often[:room], *gives], often[room:], hands_over=bool(gives))


def _hand_over(actor: Actor, deal: Deal) -> list[Button]:
    if not deal.is_open or not actor.may(Right.MOVE_DEALS):
        return []
    return [go(_("🤝 Hand over"), HAND_OVER, deal.id)]


def _onward(found: DealCard, names: Names) -> Button | None:
    """One tap to the next step, when nothing is missing."""
    following = found.following
    if following is None or found.gaps:
        return None
    label = _("▶ {stage}")(stage=stage_words(following.key, names))
    return act(label, ADVANCE, found.deal.id, found.deal.step_key)


def _anyway(actor: Actor, found: DealCard) -> Button | None:
    """Past what is missing: only for those who may, and with a reason."""
    if not actor.may(Right.OVERRIDE) or found.following is None or not found.gaps:
        return None
    return ask(_("⏭ Move on anyway"), Override, deal=found.deal.id, step=found.deal.step_key)


def _close(actor: Actor, deal: Deal) -> Button | None:
    if not deal.is_open or not actor.may(Right.MOVE_DEALS):
        return None
    return ask(_("✖ Close the deal"), LoseDeal, deal=deal.id)


def _ranked(exchange: Exchange, deal: Deal, ranks: Container[int]) -> list[Button]:
    """Its own buttons and those of other nouns, by their rank."""
    actor = exchange.desk.actor
    offered: list[tuple[int, bool, Right, Button]] = [
        (20, True, Right.SEE_MONEY, go(_("💶 Payments"), PAYMENTS, deal.id)),
        (110, deal.is_open, Right.OPEN_DEALS, ask(_("💶 Price"), AgreePrice, deal=deal.id)),
        (120, deal.is_open, Right.MOVE_DEALS, ask(_("💺 Seats"), ChangeSeats, deal=deal.id)),
        (130, deal.is_open, Right.MOVE_DEALS, ask(_("📅 Days"), ChangeDays, deal=deal.id)),
        (150, True, Right.SEE_DEALS, go(_("🎫 Voucher"), VOUCHER, deal.id)),
    ]
    own = [(rank, button) for rank, fits, right, button in offered if fits and actor.may(right)]
    return ranked_buttons(exchange, DEAL_SLOTS.card, deal, own, ranks)


def _away(exchange: Exchange, deal: Deal, place: int) -> Row:
    """Back to the list, and on to the next deal in it; or to wherever else it was opened from."""
    before = exchange.way[-2] if len(exchange.way) > 1 else None
    if before is None:
        return (apart(go(_("◀ Deals"), STAGES, False)),)
    if before[0] != DEALS.key:
        return (back(STAGES, False),)
    _key, stage, mine, page = before
    stage_named = stage_words(stage, exchange.desk.agency.pipelines.names)
    to_list = apart(go(_("◀ {stage}")(stage=stage_named), DEALS, stage, mine, page))
    following = next_in_list(exchange.desk, stage, place, deal.id, mine=mine)
    if following is None:
        return (to_list,)
    label = _("Next in {stage} ▶")(stage=stage_named)
    return (to_list, apart(turn(label, DEAL_OF_LIST, following.number, following.place)))
