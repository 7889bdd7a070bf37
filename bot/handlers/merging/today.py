"""Today: files that may be one person's."""

from bot.conversation.screen import Button, go
from bot.conversation.today import today_opens
from bot.links.merging import DOUBTS
from domain.queries.today import TodayLine
from locales import Sentence


@today_opens("doubts")
def doubts(label: Sentence, _line: TodayLine) -> Button:
    return go(label, DOUBTS, 0)
