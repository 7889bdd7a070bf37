"""A card: what one thing is, what may be done with it, and what other nouns add to it through its slots."""

from collections.abc import Iterable
from typing import TypeVar

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, Row, Screen, pairs
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
    away: Row,
) -> Screen:
    """Its lines, then those of its slots; the `first` rows, its buttons and those of its slots by rank, the way back last."""
    offered = buttons_of(exchange, slots.card, thing, buttons)
    return Screen(lines(*told, *lines_of(exchange, slots.card, thing)), (*first, *pairs(offered), away))
