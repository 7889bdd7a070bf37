"""Counters of the running program; `tourdesk/status` shows them. To count once costs a tenth of a microsecond.

Plain numbers of this process, without locks. Labels come from bounded sets of ours and never name anybody.
"""

from bisect import bisect_left
from collections import Counter
from time import monotonic

KINDS = frozenset({"message", "edited_message", "callback_query", "my_chat_member", "inline_query"})
"""Of updates; all others are "other"."""


class Spread:
    """How long things took, by label: within which bound each fell, and how long they took together."""

    def __init__(self, *bounds: float) -> None:
        self.bounds = bounds
        self.counts: dict[str, list[int]] = {}
        self.sums: dict[str, float] = {}

    def add(self, label: str, seconds: float) -> None:
        counts = self.counts.get(label)
        if counts is None:
            counts = self.counts[label] = [0] * (len(self.bounds) + 1)
            self.sums[label] = 0.0
        counts[bisect_left(self.bounds, seconds)] += 1
        self.sums[label] += seconds


_SHORT = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
_LONG = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)

updates_received: Counter[str] = Counter()
"""By kind; repeated ones are not counted again."""
updates_ended: Counter[str] = Counter()
"""By outcome: done, quarantined; each by the process that did it."""
updates_refused: Counter[str] = Counter()
"""By why: secret (somebody else brought it), not_an_update."""
doors: Counter[tuple[str, str]] = Counter()
"""What came by HTTP, Telegram's updates apart: by path, as it was declared, and status."""
handling = Spread(*_LONG)
"""From being taken to being answered."""
notices: Counter[tuple[str, str]] = Counter()
"""By kind and outcome: sent, unreached, failed, dropped; waits is another try later."""
calls: Counter[tuple[str, str]] = Counter()
"""Of Telegram's methods, by method and outcome."""
call_seconds = Spread(*_LONG)
database = Spread(*_SHORT)
"""Transactions: run and read."""
ticks = Spread(*_LONG)
"""By entry of the timetable."""
tasks_failed: Counter[str] = Counter()
"""By task: what should never end ended with an exception, and was begun again."""
events: Counter[str] = Counter()
"""What should not happen often: event_loop_blocked, webhook_set_again, answered_once_more."""
figures: dict[str, float] = {}
"""What was last seen of something, by the name of its metric; MEANINGS has them all."""

MEANINGS = {
    "event_loop_lag_seconds": "The longest the event loop was late since this was last read.",
    "webhook_pending_updates": "Updates Telegram still has to bring.",
    "webhook_last_error_timestamp_seconds": "When Telegram last failed to bring one.",
}

_marks: dict[str, float] = {}


def kind_of(update: dict[str, object]) -> str:
    """The kind of a raw update."""
    for key in update:
        if key in KINDS:
            return key
    return "other"


def mark(what: str) -> None:
    """Records a sign of life: "receiving", "ticking"."""
    _marks[what] = monotonic()


def since(what: str) -> float | None:
    """Seconds since it was last marked."""
    seen = _marks.get(what)
    return None if seen is None else monotonic() - seen


def outcome_of(status: int) -> str:
    """One word for how Telegram answered a call."""
    if status == 200:
        return "ok"
    return {400: "refused", 403: "forbidden", 409: "conflict", 429: "limited"}.get(
        status, "server" if status >= 500 else "other"
    )
