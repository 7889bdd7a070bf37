"""The morning: each colleague is told once what waits for them, at their hour, on the days on which they work."""

from datetime import UTC, datetime

from domain.entities.morning import USEFUL
from domain.entities.people import StaffMember
from domain.notices.today import MORNING
from domain.ports.desk import Desk
from domain.queries.settings import hours_of, morning_of
from domain.values.local_time import first_that_exists


def greet_colleagues(desk: Desk) -> int:
    """The agency tells whose hour has come; what there is, is looked up when it is said. How many were told."""
    told = 0
    for member in desk.archive.staff.active():
        due = _due(desk, member)
        day = desk.today.isoformat()
        if due is None or not due <= desk.now < due + USEFUL or desk.notice_of(member.person, MORNING, day):
            continue
        told += desk.notify(member.person, MORNING, day, due_at=due, useless_after=due + USEFUL)
    return told


def _due(desk: Desk, member: StaffMember) -> datetime | None:
    """Of today; None when they want none, do not work today, are on holiday, or came later."""
    at = morning_of(desk, member).at
    if (
        at is None
        or not desk.agency.presence.is_there(member, desk.now)
        or hours_of(desk, member).week[desk.today.weekday()] is None
    ):
        return None
    local = first_that_exists(datetime.combine(desk.today, at), desk.agency.zone)
    due = local.replace(tzinfo=desk.agency.zone).astimezone(UTC)
    return due if due >= member.joined_at else None
