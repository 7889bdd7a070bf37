"""The morning message, as each colleague wants it."""

from dataclasses import replace
from datetime import time

from domain.entities.morning import MORNING, Morning
from domain.ports.desk import Desk
from domain.queries.settings import own_morning
from domain.usecases.settings.defining import settled_anew


def change_morning(desk: Desk, seen: int, at: time | None) -> None:
    """At which hour the actor is told; None: not at all. Raises Forbidden, Refusal: changed_meanwhile."""
    _settle(desk, seen, replace(own_morning(desk).value, at=at))


def change_empty_morning(desk: Desk, seen: int, *, told: bool) -> None:
    """Whether the actor is told that nothing waits. Raises Forbidden, Refusal: changed_meanwhile."""
    _settle(desk, seen, replace(own_morning(desk).value, when_empty=told))


def _settle(desk: Desk, seen: int, morning: Morning) -> None:
    member = desk.actor.staff
    assert member is not None  # `own_morning` has asked
    if settled_anew(desk, MORNING, morning, seen, key=str(member.id)):
        at = f"{morning.at:%H:%M}" if morning.at else None
        desk.note("staff", member.id, "morning_changed", time=at)
