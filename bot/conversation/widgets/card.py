"""A card: what one thing is, what may be done with it, and what other nouns add to it through its slots."""

from collections.abc import Iterable
from typing import TypeVar

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, Row, Screen, pairs
from bot.conversation.slots import Slots
from locales import Sentence, lines

T = TypeVar("T")


def card(
    exchange: Exchange,
    thing: T,
    told: Iterable[Sentence | str | None],
    slots: Slots[T],
    *,
    first: Iterable[Row] = (),
    buttons: Iterable[Button | None] = (),
    away: Row,
) -> Screen:
    """Its lines, then those of its slots; the `first` rows, its buttons and those of its slots in pairs, the way back last."""
    filled = slots.filled(exchange, thing)
    added = [one for one in filled if isinstance(one, Sentence)]
    offered = [
        *(one for one in buttons if one is not None),
        *(one for one in filled if isinstance(one, Button)),
    ]
    return Screen(lines(*told, *added), (*first, *pairs(offered), away))
