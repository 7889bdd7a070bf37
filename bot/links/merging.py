"""Two files that may be one person's: side by side, joined, told apart, taken apart again."""

from bot.conversation.links import Action, View

SAME = View[[int, int]]("same")
"""Two files."""
DOUBTS = View[[int]]("doubts", place=0)
JOIN_FILES = Action[[int, int]]("join_files")
"""The file that is left behind, and the one that stays."""
NOT_THE_SAME = Action[[int, int]]("not_the_same")
APART = View[[int]]("apart")
TAKE_APART = Action[[int]]("take_apart")
