"""The files that were sent for extra fields of a client's things; what was filled in stands with the things."""

from sqlalchemy import ColumnElement

from storage.client_data.declared import about_things_of, belongs_to_client, nothing_of_clients
from storage.mapping import field_files


def _sent_for(client: int) -> ColumnElement[bool]:
    return about_things_of(client, field_files.c.subject, field_files.c.subject_id)


belongs_to_client("field_files", _sent_for, export=("subject", "field_key"))
nothing_of_clients("used_fields", "which fields were ever filled in")
