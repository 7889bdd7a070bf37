"""Ideas: their list and card, votes on them, and how colleagues find the program."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.ideas import Idea, Vote

IDEAS = View[[str, int]]("ideas", place=0)
IDEA = View[[int]]("idea", place=1)
IDEA_SLOTS = Slots[Idea]("idea")
MARK_IDEA = Action[[int, str]]("mark_idea")
VOTES = View[[int]]("votes", place=0)
VOTE = View[[int]]("vote", place=1)
VOTE_SLOTS = Slots[Vote]("vote")
CHOOSE_IDEAS = View[[list[int], int]]("choose_ideas", place=0)
CHOOSE_VOTERS = View[[list[int], int]]("choose_voters", place=0)
CONFIRM_VOTE = View[[list[int], int | None]]("confirm_vote")
OPEN_VOTE = Action[[list[int], int | None]]("open_vote")
CAST_VOTE = Action[[int, int]]("cast_vote")
VOTES_IN_GROUP = View[[]]("votes_in_group", in_groups=True)
ASK_GROUP = Action[[int]]("ask_group", in_groups=True)
CLOSE_VOTE = Action[[int]]("close_vote")
FEEDBACK = View[[int]]("feedback", place=0)
