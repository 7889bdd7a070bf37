"""What a noun declares about the history of its things: the page it is read on, the words of every act, how facts are read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.links import View
from bot.conversation.screen import Button, go
from bot.conversation.slots import Slots
from bot.links.history import HISTORY
from domain.declarations import declare
from domain.entities.history import SUBJECTS
from domain.entities.interactions import Form, Said
from locales import Fact, Sentence, _


@dataclass(frozen=True)
class HistoryPage:
    """Where a history is read: its headline, which takes `number`, and the card it is opened from."""

    head: Sentence
    card: View[...]
    only: bool
    """Whether there is one such thing: then its card takes no number."""


HISTORY_RANK = 800
"""Of the button on a card: what comes after it ends things, or leads away."""

PAGES: dict[str, HistoryPage] = {}
WORDS: dict[tuple[str, str], Sentence] = {}
"""By subject and act."""
READERS: dict[str, Callable[[Any], Fact]] = {}
"""By the name of the fact: how plain JSON of the history becomes what can be said."""

SAID: dict[Said, Sentence] = {
    Said.QUESTION: _("Asked: “{text}”"),
    Said.ANSWER: _("Answered: “{text}”"),
    Said.CALL: _("On the phone: “{text}”"),
    Said.NOTE: _("Note: “{text}”"),
}
FORMS: dict[Form, Sentence] = {
    Form.MEETING: _("Meeting: “{text}”"),
    Form.EMAIL: _("E-mail: “{text}”"),
}
"""What passed between a client and the agency; it is noted with everything it was about."""


def page(subject: str, head: Sentence, *, card: View[...], only: int | None = None) -> None:
    """Declares that the history of such a thing can be read, by a button on its card; `only`: the number of the one there is.

    Who may is declared with the subject in the domain.
    """
    declare(PAGES, subject, HistoryPage(head, card, only is not None))

    @Slots[Any](card.key).button(HISTORY_RANK, SUBJECTS[subject].right)
    def open_history(_exchange: Exchange, thing: Any) -> Button:
        return go(_("🕘 History"), HISTORY, subject, thing.id if only is None else only, 0)


def act(subject: str, what: str, words: Sentence) -> None:
    """Declares the words of one change; its facts fill the places."""
    declare(WORDS, (subject, what), words)


def said_about(subject: str) -> None:
    """Declares that such a thing's history tells what passed between client and agency about it."""
    for how, words in (SAID | FORMS).items():
        act(subject, how, words)


def reads(read: Callable[[Any], Fact], *facts: str) -> None:
    """Declares how facts of these names are read, whatever the subject."""
    for fact in facts:
        declare(READERS, fact, read)
