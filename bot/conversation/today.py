"""What a line of Today opens: declared beside the noun's screens."""

from collections.abc import Callable

from bot.conversation.screen import Button
from domain.declarations import declare
from domain.queries.today import TodayLine
from locales import Sentence

Opens = Callable[[Sentence, TodayLine], Button]

OPENS: dict[str, Opens] = {}
"""By the line's key; complete as soon as `bot.registry` is imported."""


def today_opens(key: str) -> Callable[[Opens], Opens]:
    """Declares a function (label, line) -> Button, made by `go`: to the list, or to the only thing there is."""

    def register(opens: Opens) -> Opens:
        return declare(OPENS, key, opens)

    return register
