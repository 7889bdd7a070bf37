"""Files that were sent for extra fields: whose they are, and for which field."""

from dataclasses import dataclass, field

from domain.entities.files import StoredFile


@dataclass(eq=False)
class FieldFile:
    """`subject` and `subject_id` say what it was sent for; `sent_by` is the number of the person who did."""

    file: StoredFile
    subject: str
    subject_id: int
    field_key: str
    sent_by: int | None = None
    id: int = field(default=0)
