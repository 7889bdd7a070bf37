"""Today: inquiries that wait."""

from bot.conversation.screen import Button, go
from bot.conversation.today import today_opens
from bot.links.inquiries import INQUIRIES, INQUIRY
from domain.queries.today import TodayLine
from locales import Sentence


@today_opens("inquiries")
def waiting(label: Sentence, line: TodayLine) -> Button:
    only = line.found.only
    return go(label, INQUIRY, only) if only else go(label, INQUIRIES, 0)
