"""The agency's own running: backups."""

from bot.conversation.links import Action, View

BACKUPS = View[[]]("backups")
BACK_UP_NOW = Action[[]]("back_up_now")
SAY_DOUBTFUL = Action[[]]("say_doubtful")
DROP_DOUBTFUL = Action[[]]("drop_doubtful")
