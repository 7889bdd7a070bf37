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
    last: Iterable[Row] = (),
    away: Row,
) -> Screen:
    """Its lines and those of its slots; the `first` rows, all buttons by rank, the `last` rows, the way back."""
    offered = buttons_of(exchange, slots.card, thing, buttons)
    return Screen(
        lines(*told, *lines_of(exchange, slots.card, thing)), (*first, *pairs(offered), *last, away)
    )
