"""Slips of the pen: a command that nobody knows, and the one that was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from bot.conversation.refusals import refusal_words_by
from bot.conversation.routes import Command
from domain.values.refusals import Refusal
from locales import Sentence, _

LONGEST = 32
"""Characters of a command, by Telegram's rules; of a longer slip no more is said again."""
LEAST_ALIKE = 0.6
"""Of 1, by `difflib`: "todya" is 0.8 like "today", "dels" 0.89 like "deals"."""


def no_such_command(name: str, known: Iterable[Command]) -> Refusal:
    """What is said of it; the nearest of those that this person may use is offered."""
    nearest = get_close_matches(name[:LONGEST], [one.name for one in known], n=1, cutoff=LEAST_ALIKE)
    return Refusal("no_such_command", name=name[:LONGEST], nearest=nearest[0] if nearest else None)


@refusal_words_by("no_such_command")
def words(name: str, nearest: str | None) -> Sentence:
    if nearest is None:
        return _("There is no command /{name}. All commands: /help")(name=name)
    return _("There is no command /{name}. Did you mean /{nearest}?")(name=name, nearest=nearest)
