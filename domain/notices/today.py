"""The notice of the morning: what waits for a colleague today."""

from domain.entities.notices import Audience, notice_kind

MORNING = notice_kind("morning", Audience.PERSON, "today", wakes=True)
"""At an hour of their own. And at times a button for each line (`today_line`)."""
