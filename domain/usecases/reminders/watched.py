"""What is watched: of each thing that is due, who hears of it, how many days before and after, and in which notice.

A line here is all that makes one: its words stand in `scheduler/notices/reminders/`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from domain.entities.lateness import Due, Expected
from domain.entities.notices import NoticeKind
from domain.entities.timing import Timing
from domain.notices import reminders as kinds

Days = Callable[[Timing], tuple[int, ...]]


@dataclass(frozen=True)
class Watched:
    """One line of the table. `days` are counted from the day on which it is due, before it below zero."""

    what: Expected
    ahead: NoticeKind
    """What the client hears as long as it can be done in time."""
    overdue: NoticeKind
    days: Days

    def kind(self, due: Due, today: date) -> NoticeKind:
        return self.overdue if due.is_overdue(today) else self.ahead


def _reminded(timing: Timing) -> tuple[int, ...]:
    return timing.reminded_on


WATCHED: dict[Expected, Watched] = {
    one.what: one
    for one in (
        Watched(Expected.DEPOSIT, kinds.DEPOSIT_DUE, kinds.PAYMENT_OVERDUE, _reminded),
        Watched(Expected.BALANCE, kinds.BALANCE_DUE, kinds.PAYMENT_OVERDUE, _reminded),
        Watched(Expected.NAMES, kinds.NAMES_DUE, kinds.NAMES_OVERDUE, _reminded),
        Watched(Expected.DOCUMENTS, kinds.PASSPORTS_DUE, kinds.PASSPORTS_OVERDUE, _reminded),
    )
}

DECIDED_ON = (1, 4, 8)
"""Days after the last one of a journey on which somebody is asked what became of its deal; the last time the owners."""
