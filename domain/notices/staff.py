"""Notices about colleagues: who came in, and what became of oneself."""

from domain.entities.notices import Audience, notice_kind

INVITATION_USED = notice_kind("invitation_used", Audience.STAFF)
ROLE_CHANGED = notice_kind("role_changed", Audience.PERSON, wakes=True)
DISMISSED = notice_kind("dismissed", Audience.PERSON, wakes=True)
