"""Notices about forgetting clients."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

FORGET_ASKED = notice_kind("forget_asked", Audience.STAFF, "open_consents", right=Right.GIVE_OUT_DATA)
"""A client wants to be forgotten, and deals are open."""
FORGOTTEN = notice_kind("forgotten", Audience.PERSON, wakes=True)
"""What went, what stays and why."""
