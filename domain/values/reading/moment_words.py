"""What a piece of a sentence says of a time, and nothing else."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.values.reading.around import Around
from domain.values.reading.clock_words import ClockTime, PartOfDay, clock_time, part_of_day
from domain.values.reading.days import read_days
from domain.values.reading.days_within import days_within
from domain.values.reading.every import Every, read_every
from domain.values.reading.ordinals import ordinals_in_figures
from domain.values.reading.spans_of_time import time_from_now
from domain.values.refusals import Refusal

_TO_AN_HOUR = frozenset(
    ["at", "by", "before", "till", "until", "в", "во", "к", "до", "около", "към", "от", "@"]
)
_BEFORE = _TO_AN_HOUR.union(
    ["exactly", "around", "about", "on", "the", "this", "of", "for", "due", "in", ","],
    ["ровно", "примерно", "за", "на", "по", "с", "со"],
    ["точно", "през", "след", "във"],
    ["在", "于", "到", "这", "的"],
)
_BEHIND = frozenset(("前", "之前", "以前", "sharp", "ровно", "точно", ","))
_SAID_OF_MUCH = frozenset(("sun", "sat", "wed"))
"""Abbreviated weekdays that are words too: a day only beside what makes it one."""
_DAY_AND_PART = {
    "tonight": (0, PartOfDay.EVENING),
    "довечера": (0, PartOfDay.EVENING),
    "тази вечер": (0, PartOfDay.EVENING),
    "this evening": (0, PartOfDay.EVENING),
    "этим вечером": (0, PartOfDay.EVENING),
    "this afternoon": (0, PartOfDay.AFTERNOON),
    "this morning": (0, PartOfDay.MORNING),
    "тази сутрин": (0, PartOfDay.MORNING),
    "今早": (0, PartOfDay.MORNING),
    "今晚": (0, PartOfDay.EVENING),
    "明早": (1, PartOfDay.MORNING),
    "明晚": (1, PartOfDay.EVENING),
    "后晚": (2, PartOfDay.EVENING),
}


@dataclass(frozen=True)
class Gap:
    """A small word. `to_an_hour`: a number behind it may be an hour. `behind`: it may stand behind what it is of: 周五前."""

    to_an_hour: bool = False
    before: bool = True
    behind: bool = False


@dataclass(frozen=True)
class Said:
    """Each at most once. `days` are all readings."""

    days: tuple[date, ...] = ()
    no_such_day: bool = False
    clock: ClockTime | None = None
    part: PartOfDay | None = None
    every: Every | None = None
    later: timedelta | None = None

    def and_also(self, other: "Said") -> "Said | None":
        """None where both say the same kind of thing."""
        kinds = ("days", "no_such_day", "clock", "part", "every", "later")
        if any(getattr(self, kind) and getattr(other, kind) for kind in kinds):
            return None
        if (
            (self.later and other)
            or (other.later and self)
            or ((self.days or other.days) and (self.every or other.every))
        ):
            return None
        return Said(*(getattr(self, kind) or getattr(other, kind) for kind in kinds))

    def __bool__(self) -> bool:
        return self != NOTHING


NOTHING = Said()


def said_by(piece: str, now: datetime, around: Around) -> Said | Gap | None:
    """Of a plain piece. None where it is about anything else."""
    if piece in _BEFORE or piece in _BEHIND:
        return Gap(piece in _TO_AN_HOUR, piece in _BEFORE, piece in _BEHIND)
    return (
        _day_and_part(piece, now.date())
        or _part_or_span(piece, now.date())
        or _day(piece, around)
        or _hour(piece)
    )


def _day_and_part(piece: str, today: date) -> Said | None:
    if piece not in _DAY_AND_PART:
        return None
    days, part = _DAY_AND_PART[piece]
    return Said(days=(today + timedelta(days=days),), part=part)


def _part_or_span(piece: str, today: date) -> Said | None:
    found = Said(part=part_of_day(piece), later=time_from_now(piece), every=read_every(piece, today))
    return found or None


def _day(piece: str, around: Around) -> Said | None:
    if piece.isdecimal() or piece in _SAID_OF_MUCH:
        return None
    assert around.today is not None
    if found := days_within(piece, around.today):
        return Said(days=found)
    try:
        return Said(days=read_days(ordinals_in_figures(piece), around))
    except Refusal as refusal:
        return Said(no_such_day=True) if refusal.kind == "no_such_day" else None


def _hour(piece: str) -> Said | None:
    clock = clock_time(piece)
    return Said(clock=clock) if clock else None
