"""Notices about extra fields: a file that was sent for one cannot be used."""

from domain.entities.notices import Audience, notice_kind

FIELD_FILE_REFUSED = notice_kind("field_file_refused", Audience.PERSON, "send_field_file", wakes=True)
