"""Home: where everybody begins."""

from bot.conversation.links import HOME

__all__ = ["HOME"]
