"""Clients from a file: what its columns hold, and what a row tells of a client."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Column(StrEnum):
    """What a column of a file holds."""

    NAME = "name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    LATIN_NAME = "latin_name"
    PHONE = "phone"
    EMAIL = "email"
    BIRTHDAY = "birthday"
    ADDRESS = "address"
    LANGUAGE = "language"
    SOURCE = "source"
    TAGS = "tags"
    NOTES = "notes"


@dataclass(frozen=True)
class ClientFacts:
    """What a row tells. `phone` is in E.164 form, `email` in lower case."""

    name: str
    phone: str | None = None
    email: str | None = None
    born_on: date | None = None
    latin_name: str | None = None
    address: str | None = None
    source: str | None = None
    tags: tuple[str, ...] = ()
    notes: str | None = None
    """What the file tells besides: other phones, a birthday without its year, a language."""


class RowFault(Exception):  # noqa: N818  (it is an answer about a row, not an error of the program)
    """A row that is not taken: `why` is a key with words in every language, `cell` is what stands there."""

    def __init__(self, why: str, cell: str = "") -> None:
        super().__init__(why, cell)
        self.why = why
        self.cell = cell


@dataclass(frozen=True)
class ReadRow:
    """A row as it was read: what it tells of a client, or why it is not taken."""

    line: int
    cells: tuple[str, ...]
    facts: ClientFacts | None = None
    why: str | None = None
    cell: str = ""
