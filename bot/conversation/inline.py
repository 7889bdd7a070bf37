"""Inline mode: what staff find by typing behind the bot's name in any chat, and what is posted there when they choose it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.conversation.searches import Page
from domain.declarations import declare
from domain.entities.people import Right
from domain.values.language import Language
from locales import Sentence, Voice

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


@dataclass(frozen=True)
class InlineResult:
    """`title` and `about` are read by whoever typed; `posted`, with a button to `address`, by everybody in that chat."""

    key: str
    title: Sentence
    about: Sentence
    posted: Sentence
    label: Sentence | None = None
    address: str = ""
    language: Language | None = None
    """In which it is posted; None: in that of whoever typed."""


@dataclass(frozen=True)
class InlineAnswer:
    """What Telegram is told: results, the page that follows, and a button above them that opens the chat with the bot."""

    voice: Voice
    results: Sequence[InlineResult] = ()
    next_page: int | None = None
    button: Sentence | None = None


Find = Callable[["Exchange", Page], Sequence[InlineResult]]


@dataclass(frozen=True)
class InlineProvider:
    """Finds things of one kind, for those with the right."""

    find: Find
    right: Right


INLINE: dict[int, InlineProvider] = {}
"""By rank: what the lower finds stands first."""


def found_inline(rank: int, right: Right) -> Callable[[Find], Find]:
    """Declares a function (exchange, page) -> results, one more than a page holds when there are more."""

    def register(find: Find) -> Find:
        declare(INLINE, rank, InlineProvider(find, right))
        return find

    return register


def inline_results(exchange: "Exchange", page: Page) -> tuple[list[InlineResult], bool]:
    """What everybody finds, and whether any has more."""
    results: list[InlineResult] = []
    more = False
    for _rank, provider in sorted(INLINE.items()):
        if exchange.desk.actor.may(provider.right):
            some = provider.find(exchange, page)
            results += some[: page.size]
            more |= len(some) > page.size
    return results, more
