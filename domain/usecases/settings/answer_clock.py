"""The owner settles how long a client may wait for an answer: in general, of some queue, in some branch."""

from typing import Any

from domain.entities.answer_clock import (
    ANSWER_CLOCK,
    EVERY,
    AnswerClock,
    branch_key,
    check_clock,
)
from domain.entities.conversations import Queue
from domain.ports.desk import Desk
from domain.usecases.settings.defining import define, fits
from domain.values.refusals import NotFound


@fits(ANSWER_CLOCK)
def clock_fits(_desk: Desk, _key: str, value: AnswerClock | None) -> None:
    """Raises Refusal: not_within."""
    if value is not None:
        check_clock(value)


def change_answer_time(desk: Desk, seen: int, which: str, minutes: int | None) -> None:
    """In minutes of working time; None: as in general. It counts for what clients say from then on.

    Raises Forbidden, NotFound, Refusal: not_within.
    """
    branches = {branch_key(one.id): one.name for one in desk.archive.branches.all()}
    if which not in {EVERY, *Queue, *branches}:
        raise NotFound("no_such_definition")
    clock = desk.agency.definitions.one(ANSWER_CLOCK)
    others = {key: value for key, value in clock.minutes.items() if key != which}
    changed = AnswerClock(others if minutes is None else others | {which: minutes})
    told = branches.get(which, which)
    facts: dict[str, Any] = {} if minutes is None else {"minutes": minutes}
    act = "answer_time_as_usual" if minutes is None else "answer_time_changed"
    define(desk, ANSWER_CLOCK, changed, seen, act, clock=told, **facts)
