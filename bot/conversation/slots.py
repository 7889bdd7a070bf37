"""Slots of cards: a noun adds buttons and lines to another's card, or to the home screens, without editing them.

Cards are called as their views are; the home screens are "staff_home" and "client_home", and are about nothing.
"""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bot.conversation.screen import Button
from domain.declarations import declare
from domain.entities.people import Right
from locales import Sentence

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

T = TypeVar("T")
ALL = range(10_000)
"""Ranks."""
Draw = Callable[["Exchange", Any], T]
Lines = Iterable[Sentence | str | None]


@dataclass(frozen=True)
class Slot(Generic[T]):
    """What is drawn on a card for those with the right (None: for everybody who sees the card)."""

    draw: Draw[T]
    right: Right | None


BUTTONS: dict[tuple[str, int], Slot[Button | None]] = {}
"""By card and rank: the lower stands first."""
LINES: dict[tuple[str, int], Slot[Lines]] = {}


def button_on(
    card: str, rank: int, right: Right | None = None
) -> Callable[[Draw[Button | None]], Draw[Button | None]]:
    """Declares a function (exchange, thing) -> Button, or None where there is nothing to press."""

    def register(draw: Draw[Button | None]) -> Draw[Button | None]:
        declare(BUTTONS, (card, rank), Slot(draw, right))
        return draw

    return register


def home_button(
    rank: int, right: Right | None = None
) -> Callable[[Callable[["Exchange"], Button | None]], Callable[["Exchange"], Button | None]]:
    """Declares a function (exchange) -> Button for the home screen of the staff."""

    def register(draw: Callable[["Exchange"], Button | None]) -> Callable[["Exchange"], Button | None]:
        button_on("staff_home", rank, right)(lambda exchange, _nothing: draw(exchange))
        return draw

    return register


def lines_on(card: str, rank: int, right: Right | None = None) -> Callable[[Draw[Lines]], Draw[Lines]]:
    """Declares a function (exchange, thing) -> lines of text; they stand below the card's own."""

    def register(draw: Draw[Lines]) -> Draw[Lines]:
        declare(LINES, (card, rank), Slot(draw, right))
        return draw

    return register


def buttons_of(
    exchange: "Exchange", card: str, thing: object = None, own: Iterable[tuple[int, Button | None]] = ()
) -> list[Button]:
    """The card's own buttons, each with its rank, and those of its slots among them."""
    return ranked_buttons(exchange, card, thing, own, ALL)


def ranked_buttons(
    exchange: "Exchange",
    card: str,
    thing: object,
    own: Iterable[tuple[int, Button | None]],
    ranks: Container[int],
) -> list[Button]:
    """Those of these ranks, for a card that does not show all at once: of the others nothing is looked up."""
    some = [one for one in own if one[0] in ranks]
    ranked = sorted([*some, *_drawn(BUTTONS, exchange, card, thing, ranks)], key=lambda one: one[0])
    return [button for _rank, button in ranked if button is not None]


def lines_of(exchange: "Exchange", card: str, thing: object = None) -> list[Sentence | str | None]:
    """The lines of the card's slots, by their rank."""
    drawn = sorted(_drawn(LINES, exchange, card, thing), key=lambda one: one[0])
    return [line for _rank, some in drawn for line in some]


def _drawn(
    slots: dict[tuple[str, int], Slot[T]],
    exchange: "Exchange",
    card: str,
    thing: object,
    ranks: Container[int] = ALL,
) -> list[tuple[int, T]]:
    may = exchange.desk.actor.may
    return [
        (rank, slot.draw(exchange, thing))
        for (of, rank), slot in slots.items()
        if of == card and rank in ranks and (slot.right is None or may(slot.right))
    ]


class Slots(Generic[T]):
    """One card's slots, typed by what the card is about: `DEAL_SLOTS = Slots[Deal]("deal")` stands beside its link."""

    def __init__(self, card: str) -> None:
        self.card = card

    def button(
        self, rank: int, right: Right | None = None
    ) -> Callable[[Callable[["Exchange", T], Button | None]], Callable[["Exchange", T], Button | None]]:
        """Declares a function that makes a button on the card; None where there is nothing to press."""
        return button_on(self.card, rank, right)

    def lines(
        self, rank: int, right: Right | None = None
    ) -> Callable[[Callable[["Exchange", T], Lines]], Callable[["Exchange", T], Lines]]:
        """Declares a function that tells more on the card."""
        return lines_on(self.card, rank, right)
