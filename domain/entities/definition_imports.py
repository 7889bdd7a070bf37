"""A file of definitions that an owner has sent: it is read first, then looked at, then taken over."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from domain.entities.files import MEGABYTE, StoredFile, file_purpose
from domain.entities.people import StaffMember
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal

ImportNumber = Annotated[int, NumberOf("imported")]

_TOML = "application/toml"
_CLAIMED = (_TOML, "text/toml", "text/x-toml", "text/plain", "application/octet-stream")


def _toml(content: bytes) -> str | None:
    """Any text may be one; whether it is, whoever reads it says."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else _TOML


DEFINITIONS_FILE = file_purpose(
    "definitions",
    noun="definition_import",
    accepts=dict.fromkeys(_CLAIMED, "toml"),
    largest=MEGABYTE,
    tells=_toml,
    too_big="definitions_file_too_big",
    not_taken="not_a_definitions_file",
)


@dataclass(eq=False)
class DefinitionImport:
    """`text` is the file's, once it is here."""

    by: StaffMember
    file: StoredFile
    sent_at: datetime
    text: str | None = None
    applied_at: datetime | None = None
    id: int = field(default=0)

    def must_be_ready(self) -> str:
        """Its text. Raises Refusal: import_not_read, import_applied."""
        if self.applied_at is not None:
            raise Refusal("import_applied")
        if self.text is None:
            raise Refusal("import_not_read")
        return self.text
