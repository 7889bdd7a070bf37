"""Today: the lists its lines open."""

from bot.conversation.links import View

PAPERS_TO_CHECK = View[[int]]("papers_to_check", place=0)
READY_DEALS = View[[int]]("ready_deals", place=0)
CALLS = View[[int]]("calls_to_make", place=0)
NEW_OF_DAY = View[[str, bool, int]]("new_of_day", place=1)
"""The day, whether its deals or its inquiries, and the page."""
LATE_OR_DUE = View[[bool, int]]("late_or_due", place=1)
"""What is overdue, or what is due today; and the page."""
TO_DECIDE = View[[int]]("deals_to_decide", place=0)
MONEY = View[[int]]("money", place=0)
HALF_EMPTY = View[[int]]("half_empty_trips", place=0)
UNREADY = View[[int]]("unready_trips", place=0)
BOARDING = View[[int]]("boarding", place=0)
WEEK = View[[int]]("trips_of_the_week", place=0)
