"""Notices about clients from a file: what the dry run found, what it asks, how it ended."""

from domain.entities.notices import Audience, notice_kind

IMPORT_TOLD = notice_kind("client_import_told", Audience.STAFF, "see_client_import")
"""It asks, is ready, was done or taken back, or cannot be read: its words say how it stands."""
