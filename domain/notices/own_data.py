"""Notices about clients' own data."""

from domain.entities.notices import Audience, notice_kind

DATA_COPY = notice_kind("data_copy", Audience.PERSON, wakes=True)
"""One ZIP, to whom it is about; they have just asked for it."""
DATA_COPY_FOR = notice_kind("data_copy_for", Audience.STAFF)
"""The same for a colleague, who hands it over."""
