"""Searches: a noun says how its things are found when staff simply write something."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.conversation.screen import Button
from domain.declarations import declare
from domain.entities.people import Right

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

PAGE = 5
"""Of each kind of thing."""


@dataclass(frozen=True)
class Page:
    """What a search asks of a provider: the words, and which page of what fits them."""

    text: str
    number: int
    size: int = PAGE

    @property
    def limit(self) -> int:
        """One more than is shown tells whether there is another page."""
        return self.size + 1

    @property
    def offset(self) -> int:
        return self.number * self.size


Find = Callable[["Exchange", Page], Sequence[Button]]


@dataclass(frozen=True)
class Provider:
    """Finds things of one kind, for those with the right."""

    find: Find
    right: Right
    paged: bool


PROVIDERS: dict[int, Provider] = {}
"""By rank: what the lower finds stands first."""


def finds(rank: int, right: Right, *, paged: bool = False) -> Callable[[Find], Find]:
    """Declares a function (exchange, page) -> buttons; it is asked for the first page only, unless `paged`."""

    def register(find: Find) -> Find:
        declare(PROVIDERS, rank, Provider(find, right, paged))
        return find

    return register


def found(exchange: "Exchange", page: Page) -> tuple[list[Button], bool]:
    """What everybody finds, each thing once, where it was found first; and whether any has more."""
    buttons: list[Button] = []
    more = False
    for _rank, provider in sorted(PROVIDERS.items()):
        if exchange.desk.actor.may(provider.right) and (provider.paged or not page.number):
            some = provider.find(exchange, page)
            at_hand = [(one.action, one.args, one.url) for one in buttons]
            buttons += [one for one in some[: page.size] if (one.action, one.args, one.url) not in at_hand]
            more |= provider.paged and len(some) > page.size
    return buttons, more
