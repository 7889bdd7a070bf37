"""The inbox, a conversation with a client, and who sees to it."""

from bot.conversation.links import Action, View

INBOX = View[[str, int]]("inbox", place=0)
"""Which of them (a `Shown`, or "" for what is most pressing), and the page."""
ANSWER_TIME = View[[]]("answer_time")
"""How long a client may wait for an answer, as the owner has settled it."""
CONVERSATION = View[[int]]("conversation")
"""With the client of this number; and so the others."""
TAKE_CONVERSATION = Action[[int, int | None]]("take_conversation")
"""From nobody, or from the colleague whom the presser saw."""
GIVE_CONVERSATION = View[[int]]("give_conversation", place=1)
GIVE_CONVERSATION_PAGE = View[[int, int]]("give_conversation", place=1)
GIVE_CONVERSATION_TO = Action[[int, int]]("give_conversation")
LET_REST = Action[[int, str]]("let_rest")
"""Nobody need answer, or the next word is the client's: a `Waits`."""
