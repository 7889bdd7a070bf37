"""Notices about the program: that something is wrong with it."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

ALARM = notice_kind("alarm", Audience.STAFF, right=Right.KEEP_BACKUPS, urgent=True)
