"""Nobody has answered in time: whoever has it hears of it, then who is above them, then one colleague after the other.

All that is told to one colleague at a look is told in one message: in the morning, what came at night is due together.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from domain.entities.conversations import Conversation
from domain.entities.people import Right, StaffMember
from domain.notices.conversations import ANSWER_LATE
from domain.ports.desk import Desk
from domain.ports.routing import on_duty_first
from domain.queries.staff import colleagues
from domain.queries.supervisors import above
from domain.usecases.conversations.moving import next_alarm

PORTION = 500
NAMED = 20
"""So many clients a message knows of; how many there are besides, it counts."""


class Why(StrEnum):
    """Why a colleague hears of it."""

    THEIRS = "theirs"
    """They have it, or nobody has."""
    ABOVE = "above"
    """They supervise whoever has it."""
    OFFERED = "offered"
    """They are there, and could answer instead."""


def sound_alarms(desk: Desk) -> int:
    """One portion of those whose time has come; to be called until it says 0. How many it looked at."""
    found = desk.archive.conversations.to_alarm(desk.now, PORTION)
    told: dict[tuple[StaffMember, Why], list[Conversation]] = {}
    for conversation in found:
        why, hear = _who_hears(desk, conversation)
        _go_on(desk, conversation, why, hear)
        for member in hear:
            told.setdefault((member, why), []).append(conversation)
    for (member, why), late in told.items():
        _tell(desk, member, why, late)
    return len(found)


def _who_hears(desk: Desk, conversation: Conversation) -> tuple[Why, Sequence[StaffMember]]:
    """Each time the next."""
    holder = _holder(conversation)
    everybody = on_duty_first(desk, colleagues(desk, Right.ANSWER_CLIENTS, conversation.branch))
    if conversation.alarms == 0:
        return Why.THEIRS, [holder] if holder else everybody
    over = above(desk, [holder] if holder else [])
    if conversation.alarms == 1:
        return Why.ABOVE, [one for one in over if one is not holder]
    turn = conversation.alarms - 2
    others = [one for one in everybody if one is not holder and one not in over] if holder else []
    return Why.OFFERED, sorted(others, key=lambda one: one.id)[turn : turn + 1]


def _go_on(desk: Desk, conversation: Conversation, why: Why, hear: Sequence[StaffMember]) -> None:
    """After the last of them nobody hears of it any more: it stays red in the inbox."""
    next_alarm(desk, conversation)
    if why is Why.OFFERED and not hear:
        conversation.alarm_at = None
    elif why is not Why.THEIRS and hear:
        names = [one.name for one in hear]
        desk.note_within(conversation.branch, "client", conversation.client.id, "not_answered", names=names)


def _holder(conversation: Conversation) -> StaffMember | None:
    holder = conversation.holder
    able = holder is not None and holder.may(Right.ANSWER_CLIENTS) and holder.sees(conversation.branch)
    return holder if able else None


def _tell(desk: Desk, member: StaffMember, why: Why, late: Sequence[Conversation]) -> None:
    first = late[0]
    key = f"{why}:{first.client.id}:{first.since.isoformat()}:{first.alarms}"
    numbers = [one.client.id for one in late[:NAMED]]
    branches = {one.branch for one in late}
    branch = branches.pop() if len(branches) == 1 else None
    over = first.holder.id if first.holder else None
    facts: dict[str, Any] = {
        "clients": numbers,
        "count": len(late),
        "why": why.value,
        "branch": branch,
        "over": over,
    }
    desk.notify(member.person, ANSWER_LATE, key, **facts)
