"""Clients from a file: what its columns hold, what a row tells of a client, and how far an import of it is."""

import json
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any

from domain.entities.files import StoredFile, file_purpose
from domain.entities.history import OF_ITS_BRANCH, history_of
from domain.entities.people import StaffMember
from domain.entities.rights import Right
from domain.values.language import Language
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal
from domain.values.secret import SecretText

history_of("client_import", reach=OF_ITS_BRANCH, right=Right.IMPORT_CLIENTS)

ClientImportNumber = Annotated[int, NumberOf("client_import")]
ImportRowNumber = Annotated[int, NumberOf("import_row")]


class Column(StrEnum):
    """What a column of a file holds."""

    NAME = "name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    LATIN_NAME = "latin_name"
    PHONE = "phone"
    EMAIL = "email"
    TELEGRAM = "telegram"
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
    """What the file tells besides: other phones, a birthday without its year, a language that we do not speak."""
    username: str | None = None
    language: Language | None = None


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


class ImportState(StrEnum):
    """Where an import stands."""

    FETCHING = "fetching"
    LOOKING = "looking"
    """The file is here; it is to be seen what it is."""
    ASKS = "asks"
    """What its columns hold is to be said."""
    READING = "reading"
    """The dry run: every row is held against the files we have, and nothing is changed."""
    READY = "ready"
    IMPORTING = "importing"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    CANCELLED = "cancelled"
    REFUSED = "refused"


AT_WORK = (ImportState.LOOKING, ImportState.READING, ImportState.IMPORTING, ImportState.UNDOING)
"""In these the agency goes on with it by itself, one import after the other."""
READ_ALREADY = AT_WORK[2:]
"""In these nobody needs the file any more; in the others the agency reads those it has, and the command line its own."""


class RowState(StrEnum):
    """What becomes of a row, or became of it."""

    NEW = "new"
    """Nobody on file is this client."""
    MATCH = "match"
    """Somebody is: what their file lacks would be filled in."""
    DOUBT = "doubt"
    """Somebody may be. It is left out as long as nobody says more."""
    FAULT = "fault"
    MADE = "made"
    FILLED = "filled"
    LEFT = "left"
    """It was left out."""
    TAKEN_BACK = "taken_back"
    STAYED = "stayed"
    """It could not be taken back: more has come to that file since."""


TO_DO = (RowState.NEW, RowState.MATCH)
DONE_WITH = (RowState.MADE, RowState.FILLED)

UNDO_WITHIN = timedelta(days=30)
"""So long an import can be taken back, and what its rows said is kept."""


@dataclass(eq=False)
class ClientImport:
    """A file of clients that a colleague has sent. Its branch is the one that the colleague is bound to."""

    by: StaffMember
    file: StoredFile
    sent_at: datetime
    branch: int | None = None
    state: ImportState = ImportState.FETCHING
    layout: dict[str, Any] = field(default_factory=dict)
    """How the file is read, as `imports` knows it; plain JSON."""
    sample: SecretText = SecretText()
    """Its first rows, for a person to see whether it was understood; JSON."""
    read_upto: int = 0
    """The line up to which rows were held against our files."""
    counts: dict[str, int] = field(default_factory=dict)
    """How many rows there are, by their state."""
    refused: dict[str, Any] = field(default_factory=dict)
    """Why it was refused: kind and facts."""
    message: int | None = None
    """The message in the colleague's chat that shows how far it is."""
    done_at: datetime | None = None
    id: int = field(default=0)

    def count(self, *states: RowState) -> int:
        return sum(self.counts.get(state, 0) for state in states)

    @property
    def rows(self) -> int:
        return sum(self.counts.values())

    @property
    def columns(self) -> tuple[Column | None, ...]:
        """What each column holds."""
        return tuple(Column(one) if one else None for one in self.layout.get("columns") or ())

    def moved(self, before: RowState | None, after: RowState) -> None:
        """A row has another state."""
        counts = dict(self.counts)
        if before is not None:
            counts[before.value] = counts.get(before, 0) - 1
        counts[after.value] = counts.get(after, 0) + 1
        self.counts = {state: count for state, count in counts.items() if count}

    def must_be(self, *states: ImportState) -> None:
        """Raises Refusal: import_elsewhere."""
        if self.state not in states:
            raise Refusal("import_elsewhere", number=self.id)

    def can_be_undone(self, now: datetime) -> bool:
        if self.state is not ImportState.DONE or self.done_at is None:
            return False
        return now <= self.done_at + UNDO_WITHIN and self.count(*DONE_WITH) > 0


@dataclass(eq=False)
class ImportedRow:
    """One row of it. `client` and `other` are numbers of files: that stays as it was written, whatever files become one."""

    imported: int
    line: int
    state: RowState
    why: str | None = None
    """Why it is no plain matter: a key with words in every language."""
    about: str | None = None
    """What stands in the cell that is wrong; the line of a row that is the same."""
    facts: SecretText = SecretText()
    """What the row says: its cells while it is wrong, else what they tell of a client; JSON. Forgotten after thirty days."""
    phone: str | None = None
    email: str | None = None
    client: int | None = None
    """The file that it is, may be, or became."""
    filled: tuple[str, ...] = ()
    """What was filled in: keys of facts; of tags, "#" and the tag."""
    note: int | None = None
    """The number of the note that was written with it."""
    settled: bool = False
    """Somebody has said what it is."""
    id: int = field(default=0)

    @property
    def told(self) -> ClientFacts:
        assert self.facts is not None
        return facts_from(self.facts)


def facts_text(facts: ClientFacts) -> str:
    """As they are kept."""
    return json.dumps(asdict(facts), default=str, ensure_ascii=False)


def facts_from(text: str) -> ClientFacts:
    kept: dict[str, Any] = json.loads(text)
    born_on, language = kept["born_on"], kept.get("language")
    told = {"born_on": born_on and date.fromisoformat(born_on), "language": language and Language(language)}
    return ClientFacts(**kept | told | {"tags": tuple(kept["tags"])})


def _looks_like_one(content: bytes) -> str | None:
    """Whether it really is one, whoever reads it says."""
    return "text/csv" if content else None


_CLAIMED = (
    "text/csv",
    "text/plain",
    "text/vcard",
    "text/x-vcard",
    "text/directory",
    "text/tab-separated-values",
    "text/comma-separated-values",
    "application/csv",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/zip",
    "application/x-zip-compressed",
    "application/octet-stream",
)

CLIENTS_FILE = file_purpose(
    "clients",
    noun="client_import",
    accepts=dict.fromkeys(_CLAIMED, "csv"),
    tells=_looks_like_one,
    too_big="clients_file_too_big",
    not_taken="not_a_clients_file",
)
