"""A card: what one thing is, what may be done with it, and what other nouns add to it through its slots."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from bot.conversation.exchange import Exchange
from bot.conversation.screen import MOST, Button, Row, Screen, pairs
from bot.conversation.slots import Slots, buttons_of, lines_of
from locales import Sentence, lines

T = TypeVar("T")


def card(
    exchange: Exchange,
    thing: T,
    told: Iterable[Sentence | str | None],
    slots: Slots[T],
    *,
    first: Iterable[Row] = (),
    buttons: Iterable[tuple[int, Button | None]] = (),
    last: Iterable[Row] = (),
    below: Iterable[Sentence | str | None] = (),
    away: Row,
    more: Button | None = None,
) -> Screen:
    """Its lines, those of its slots, those `below` them; the `first` rows, all buttons by rank, the `last` rows, the way back.

    `more` opens what the card has no room for (`beyond`).
    """
    first, last = tuple(first), tuple(last)
    offered = buttons_of(exchange, slots.card, thing, buttons)
    if more is not None:
        shown, rest = folded(offered, first, last)
        offered = [*shown, more] if rest else shown
    return Screen(
        lines(*told, *lines_of(exchange, slots.card, thing), *below), (*first, *pairs(offered), *last, away)
    )


def folded(
    offered: Sequence[Button], first: Iterable[Row], last: Iterable[Row]
) -> tuple[list[Button], list[Button]]:
    """What a card with these rows has room for, and the rest, which then stands behind one button more."""
    room = MOST - sum(not one.apart for row in (*first, *last) for one in row)
    if len(offered) <= room:
        return [*offered], []
    return [*offered[: room - 1]], [*offered[room - 1 :]]
