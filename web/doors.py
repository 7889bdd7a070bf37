"""Doors: what may be asked by HTTP. A feature declares its own with `@door(…)`, and knows nothing of the server."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar, cast

import orjson

from domain.declarations import declare
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Desk
from storage import Database, FileStore, SqlUnit
from web.limits import UNKNOWN, USUAL, Buckets, Rate

T = TypeVar("T")

JSON = "application/json"
PAGE = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Visit:
    """One request, read to its end."""

    method: str
    args: Mapping[str, str]
    """What stood in the braces of the path."""
    query: Mapping[str, str]
    headers: Mapping[str, str]
    """Found by name in capitals or not."""
    body: bytes
    address: str | None
    """Whose it is, for limits alone; None: this machine's."""

    @property
    def content_type(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def bearer(self) -> str | None:
        """The token of `Authorization: Bearer …`."""
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        return token.strip() or None if scheme.lower() == "bearer" else None


@dataclass(frozen=True)
class Answer:
    """What goes back."""

    status: int = 200
    body: bytes = b""
    content_type: str = PAGE
    headers: Mapping[str, str] = field(default_factory=dict)


def told(status: int, **facts: Any) -> Answer:
    """An answer for programs."""
    return Answer(status, orjson.dumps(facts), JSON)


class Rejected(Exception):  # noqa: N818 (it is an answer)
    """What was asked is not done. `code` is for programs, `why` for the people who write them."""

    def __init__(self, status: int, code: str, why: str, retry_after: float | None = None) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.why = why
        self.retry_after = retry_after


def too_many(seconds: float) -> Rejected:
    return Rejected(429, "too_many", f"Too many at once. Come again in {round(seconds) + 1} s.", seconds)


@dataclass
class Backend:
    """What is behind the doors: the trade, by the agency's own desk."""

    database: Database
    agency: CurrentAgency
    desk: Callable[[SqlUnit], Desk]
    clock: Callable[[], datetime]
    files: FileStore
    buckets: Buckets = field(default_factory=Buckets)
    _parts: dict[object, object] = field(default_factory=dict)

    def part(self, make: "Callable[[Backend], T]") -> T:
        """What a feature keeps for itself as long as the server runs, made when first asked for."""
        if make not in self._parts:
            self._parts[make] = make(self)
        return cast(T, self._parts[make])

    def must_be_seldom(self, key: object, rate: Rate) -> None:
        """Raises Rejected: 429."""
        if seconds := self.buckets.take(key, rate):
            raise too_many(seconds)

    def must_not_guess(self, visit: Visit) -> None:
        """Raises Rejected: 429 for whoever has come with too many tokens nobody knows."""
        if visit.address and (seconds := self.buckets.wait(("unknown", visit.address), UNKNOWN)):
            raise too_many(seconds)

    def guessed(self, visit: Visit) -> None:
        """Came with a token, a link, that nobody knows."""
        self.buckets.take(("unknown", visit.address), UNKNOWN)


def rejected(_visit: Visit, why: Rejected) -> Answer:
    """How a door for programs says no; a door for people says it in a page of its own."""
    return told(why.status, error=why.code, message=why.why)


Handler = Callable[[Visit, Backend], Awaitable[Answer]]
Origins = Callable[[Backend], Awaitable[Collection[str]]]


@dataclass(frozen=True)
class Door:
    """`largest` is in bytes, `rate` for one address; `origins`: whose pages may ask from a browser (CORS)."""

    method: str
    path: str
    handler: Handler
    largest: int
    rate: Rate
    says_no: Callable[[Visit, Rejected], Answer]
    origins: Origins | None
    only_demo: bool


DOORS: dict[tuple[str, str], Door] = {}


def door(
    method: str,
    path: str,
    *,
    largest: int = 64 * 1024,
    rate: Rate = USUAL,
    says_no: Callable[[Visit, Rejected], Answer] = rejected,
    origins: Origins | None = None,
    only_demo: bool = False,
) -> Callable[[Handler], Handler]:
    """Declares the door that the function answers; parts of the path in braces are its `args`."""

    def opened(handler: Handler) -> Handler:
        made = Door(method, path, handler, largest, rate, says_no, origins, only_demo)
        declare(DOORS, (method, path), made)
        return handler

    return opened
