"""Notices about settings: a file of definitions was read, or cannot be."""

from domain.entities.notices import Audience, notice_kind

DEFINITIONS_READ = notice_kind("definitions_read", Audience.STAFF, "see_import")
DEFINITIONS_REFUSED = notice_kind("definitions_refused", Audience.STAFF)
