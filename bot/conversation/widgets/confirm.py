"""A second look before what cannot be undone."""

from bot.conversation.screen import Button, Screen, column
from locales import Sentence


def confirm(text: Sentence, does: Button, away: Button) -> Screen:
    """What will happen, the button that does it, and below it the way back."""
    return Screen(text, column([does, away]))
