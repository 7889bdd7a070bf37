"""Alarms: what owners must hear of the program itself, once for each incident."""

from enum import StrEnum
from typing import Any

from domain.entities.people import Role
from domain.notices.ops import ALARM
from domain.ports.desk import Desk
from domain.ports.routing import present


class Alarm(StrEnum):
    """What can be wrong, with the facts its words are made of (plain JSON; instants as ISO text).

    The words are in `scheduler/notices/ops.py`.
    """

    INBOX_LATE = "inbox_late"
    """count, since: updates that wait, and when the oldest came"""
    POST_LATE = "post_late"
    """count, since: notices that are due, and when the oldest should have gone"""
    DISK_LOW = "disk_low"
    """free, total: MB of the disk the data folder is on"""
    BACKUP_OLD = "backup_old"
    """last: when the last good backup was made; None when there never was one"""
    BACKUP_FAILED = "backup_failed"
    """why"""
    NO_BACKUP_KEY = "no_backup_key"
    RESTORED = "restored"
    """made_at, count: which backup the agency was restored from, and the notices that may have been said before"""
    HISTORY_BROKEN = "history_broken"
    """where: the place in the history that does not hold together"""
    GUESSING = "guessing"
    """count: failed links"""
    UPDATE_QUARANTINED = "update_quarantined"
    """count: updates set aside"""
    POST_SET_ASIDE = "post_set_aside"
    """number: of a post of a web site that failed again and again"""


def alarm(desk: Desk, what: Alarm, key: str, **facts: Any) -> None:
    """Every active owner who is there hears it, once per key: the day, or the incident's own number."""
    owners = (one for one in desk.repositories.staff.active() if one.role is Role.OWNER)
    for member in present(desk, owners):
        desk.notify(member.person, ALARM, f"{what}:{key}", what=what, **facts)
