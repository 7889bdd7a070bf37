"""The answer clock: how long a client may wait for our word, in working time, and when the next colleague hears of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.entities.conversations import Conversation, Queue
from domain.entities.definitions import definition_kind
from domain.entities.hours import Week
from domain.values.local_time import first_that_exists
from domain.values.refusals import Refusal

LEAST, USUAL, MOST = 1, 5, 1440
"""Minutes."""
EVERY = "every"
"""The key of the time for whatever has none of its own."""
_DAYS_AHEAD = 400


@dataclass(frozen=True)
class AnswerClock:
    """Minutes of working time in which a client hears from us, by queue, or by branch (`branch_key`)."""

    minutes: Mapping[str, int] = field(default_factory=lambda: {EVERY: USUAL})

    def within(self, queue: Queue, branch: int | None) -> timedelta:
        """What is said of the queue counts before what is said of the branch."""
        keys = (queue.value, *(() if branch is None else (branch_key(branch),)), EVERY)
        return timedelta(minutes=next((self.minutes[key] for key in keys if key in self.minutes), USUAL))


ANSWER_CLOCK = definition_kind("answer_clock", AnswerClock, {"": AnswerClock()})


def branch_key(number: int) -> str:
    return f"branch{number}"


def check_clock(clock: AnswerClock) -> None:
    """Raises Refusal: not_within."""
    for minutes in clock.minutes.values():
        check_minutes(minutes)


def check_minutes(minutes: int) -> None:
    """Raises Refusal: not_within."""
    if not LEAST <= minutes <= MOST:
        raise Refusal("not_within", what="answer_minutes", least=LEAST, most=MOST)


@dataclass(frozen=True)
class Working:
    """The time that counts: of a week, by a clock on the wall."""

    week: Week
    where: ZoneInfo

    def after(self, at: datetime, length: timedelta) -> datetime:
        """When so much of it has passed since then. Where nobody ever works, all time counts."""
        if not any(self.week):
            return at + length
        day = at.astimezone(self.where).date()
        for ahead in range(_DAYS_AHEAD):
            span = self.week[(day + timedelta(days=ahead)).weekday()]
            if span is None:
                continue
            opens, closes = (
                self._instant(datetime.combine(day + timedelta(days=ahead), one))
                for one in (span.since, span.until)
            )
            begins = max(at, opens)
            if closes - begins >= length:
                return begins + length
            length -= max(closes - begins, timedelta())
        return at + length  # pragma: no cover (a year of it is more than anybody may settle)

    def _instant(self, local: datetime) -> datetime:
        return first_that_exists(local, self.where).replace(tzinfo=self.where).astimezone(UTC)


def start(clock: AnswerClock, working: Working, conversation: Conversation) -> None:
    """From the client's word on, in the hours of whoever has it. Nobody has heard of it."""
    conversation.alarms = 0
    reckon(clock, working, conversation)


def reckon(clock: AnswerClock, working: Working, conversation: Conversation) -> None:
    """Anew, in the hours of whoever has it now: what was told stays told."""
    within, since = clock.within(conversation.queue, conversation.branch), conversation.since
    conversation.soon_at = working.after(since, within / 2)
    conversation.due_at = working.after(since, within)
    conversation.alarm_at = working.after(since, within * (conversation.alarms + 1))
