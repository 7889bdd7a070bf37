"""What an audit finds: one thing that is not as it should be, in one line for whoever keeps the house."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be. `entry` is the row's number, `place` its turn in the file."""

    what: str
    subject: str
    number: int
    entry: int | None = None
    place: int | None = None

    def __str__(self) -> str:
        told = [f"{self.subject} {self.number}" if self.subject else "the history as a whole"]
        told += [f"entry {self.entry}"] if self.entry is not None else []
        told += [f"the {self.place}. of its file"] if self.place is not None else []
        return f"{', '.join(told)}: {self.what}"


CHANGED = "changed since it was written"
FORGED = "not written by this program"
COPIED = "a copy of another entry"
MOVED = "not in the place it was written to"
REMOVED = "removed"
UNCOUNTED = "the count of its entries was changed"
UNREADABLE = "cannot be read any more"
UNKNOWN_BEGINNING = "where it begins was changed"
