"""Interactions: one of them with all that is known of it, and what a note was of."""

from typing import Any

from bot.conversation.links import Action, View

MESSAGE = View[[int]]("message", place=1)
CALL_IT = Action[[int, str]]("call_it")
"""A note, and its `NoteKind`."""
OVERTAKEN = View[[int, int, int, dict[str, Any]]]("overtaken", place=3)
"""A question, what was answered to it meanwhile, who has taken it (0: nothing, nobody), and what was to be sent."""
SEND_TOO = Action[[int, int, int, dict[str, Any]]]("send_too")
TAKE_BACK_ANSWER = Action[[int]]("take_back_answer")
SHOW_AGAIN = Action[[int]]("show_again")
