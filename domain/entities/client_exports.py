"""Clients given away as a file: whose, and what is told of each."""

from dataclasses import dataclass
from datetime import date

from domain.entities.history import EVERYBODYS, history_of
from domain.entities.rights import Right

history_of("client_export", reach=EVERYBODYS, right=Right.EXPORT_CLIENTS)

ALL_EXPORTS = 1
"""They have one history."""


@dataclass(frozen=True)
class ClientFilter:
    """Whose files are given: all, or those to which all of this applies."""

    tag: str | None = None
    responsible: int | None = None
    """The number of the colleague who looks after them."""
    branch: int | None = None
    travelled_since: date | None = None
    travelled_until: date | None = None
    """Who was away on some day from the one to the other."""
    trip: int | None = None
    """The number of a trip on which they have a place, or went along."""
    mailings: bool = False
    """Only those who have agreed to mailings."""

    @property
    def key(self) -> str:
        """Short, as a button keeps it."""
        told = (
            ("tag", self.tag),
            ("by", self.responsible),
            ("of", self.branch),
            ("since", self.travelled_since),
            ("until", self.travelled_until),
            ("trip", self.trip),
            ("mail", 1 if self.mailings else None),
        )
        return ",".join(f"{name}:{value}" for name, value in told if value is not None)


@dataclass(frozen=True)
class GivenClient:
    """What is told of a client."""

    number: int
    name: str
    latin_name: str | None
    phone: str | None
    email: str | None
    born_on: date | None
    address: str | None
    source: str | None
    tags: tuple[str, ...]


def filter_from(key: str) -> ClientFilter:
    """As a button has kept it; what cannot be read of it filters nothing."""
    told = dict(part.split(":", 1) for part in key.split(",") if ":" in part)
    numbers = {name: int(told[name]) for name in ("by", "of", "trip") if told.get(name, "").isdecimal()}
    return ClientFilter(
        told.get("tag"),
        numbers.get("by"),
        numbers.get("of"),
        _day(told.get("since")),
        _day(told.get("until")),
        numbers.get("trip"),
        told.get("mail") == "1",
    )


def _day(kept: str | None) -> date | None:
    try:
        return date.fromisoformat(kept) if kept else None
    except ValueError:
        return None
