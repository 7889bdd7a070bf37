"""What a noun declares of a client's timeline: what its kind is called, its sign, and what an entry of it opens."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button
from domain.declarations import declare
from domain.entities.history import HistoryEntry
from domain.entities.timeline import TimelineKind
from locales import Sentence

Opens = Callable[[Exchange, Sentence, HistoryEntry], Button | None]


@dataclass(frozen=True)
class Shown:
    """`label` stands on the filter and begins with the sign that stands before each entry."""

    label: Sentence
    opens: Opens


SHOWN: dict[str, Shown] = {}
"""By the key of the kind."""


def shown_as(kind: TimelineKind, label: Sentence) -> Callable[[Opens], Opens]:
    """Declares a function (exchange, label, entry) -> Button that opens its thing; None: then the entry itself is shown."""

    def register(opens: Opens) -> Opens:
        declare(SHOWN, kind.key, Shown(label, opens))
        return opens

    return register
