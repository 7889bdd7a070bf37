"""Slots: by which one noun adds a line or a button to another's card, without editing it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.conversation.screen import Button
from locales import Sentence

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

T = TypeVar("T")
Filled = Button | Sentence | None


class Slots(Generic[T]):
    """Of one card: `DEAL_SLOTS = Slots[Deal]()` stands beside the card's link."""

    def __init__(self) -> None:
        self._fills: list[tuple[int, str, Callable[[Exchange, T], Filled]]] = []

    def fill(
        self, order: int
    ) -> Callable[[Callable[["Exchange", T], Filled]], Callable[["Exchange", T], Filled]]:
        """Registers a function that makes a button or a line of the thing; None when there is nothing to say."""

        def register(fills: Callable[["Exchange", T], Filled]) -> Callable[["Exchange", T], Filled]:
            self._fills.append((order, fills.__qualname__, fills))
            self._fills.sort(key=lambda one: one[:2])
            return fills

        return register

    def filled(self, exchange: "Exchange", thing: T) -> list[Button | Sentence]:
        """What all of them say of this thing, in their order, whatever order they were imported in."""
        made = [fills(exchange, thing) for _order, _name, fills in self._fills]
        return [one for one in made if one is not None]
