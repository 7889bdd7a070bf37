"""Notices: everything said unasked. A row with a unique key, written in the transaction that made it true; delivered later."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum
from typing import Any

from domain.declarations import declare
from domain.entities.people import Person
from domain.entities.rights import Right


class Audience(Enum):
    """Whom a notice is for: it never reaches anybody else, whatever became of them since it was written."""

    STAFF = "staff"
    """Colleagues, about their work: passed on to the owners when one leaves."""
    CLIENT = "client"
    PERSON = "person"
    """Somebody, about themselves."""


class NoticeKind(str):
    """What a notice is about: its key, as in the database, and what is declared with it in `domain/notices`.

    A tap on another verb than these was not made with one of our buttons.
    """

    to: Audience
    verbs: frozenset[str]
    wakes: bool
    """Whether it may be said in quiet hours: work does, and what answers what its reader did a moment ago."""
    at_times: set[str]
    """Further verbs, of buttons that are there only when there is something behind them: declared by who adds one."""
    right: Right | None
    """Of what is for colleagues: who stands in for somebody hears it when they may do this. None: it is nobody else's."""
    urgent: bool
    """Whether it cannot wait until the colleague's hours: then somebody on duty hears it."""
    places: tuple[str, ...]
    """What the agency may say in it in words of its own; none: it has no words of its own for this."""
    needs: tuple[str, ...]
    """Of these, what must be said: without it nobody would know what to do."""

    def __new__(
        cls,
        key: str,
        to: Audience,
        verbs: frozenset[str],
        places: tuple[str, ...] = (),
        needs: tuple[str, ...] = (),
        *,
        wakes: bool = False,
        right: Right | None = None,
        urgent: bool = False,
    ) -> "NoticeKind":
        kind = super().__new__(cls, key)
        kind.to, kind.verbs, kind.places, kind.needs = to, verbs, places, needs
        kind.wakes = wakes or to is Audience.STAFF
        kind.right, kind.urgent = right, urgent
        kind.at_times = set()
        return kind

    @property
    def for_staff(self) -> bool:
        return self.to is Audience.STAFF

    @property
    def is_passed_on(self) -> bool:
        """Whether somebody else hears it while the colleague it is for is away."""
        return self.right is not None


EVERYWHERE = "client agency phone"
"""Places of every text."""

KINDS: dict[str, NoticeKind] = {}
"""Every kind by its key; complete as soon as `domain.notices` is imported."""


def notice_kind(
    key: str,
    to: Audience,
    *verbs: str,
    places: str = "",
    needs: str = "",
    wakes: bool = False,
    right: Right | None = None,
    urgent: bool = False,
) -> NoticeKind:
    """Declares a kind of notice, with the verbs of its buttons; the places of its text, and those it cannot do without.

    What stands in a place, `locales/terms/places.py` says. The agency's own name, phone and so on may stand everywhere.
    What is for colleagues, about their work, `wakes`; of the rest, what says so. `right`: what is needed to take care of it,
    where somebody else can; `urgent`: it cannot wait until the hours of whoever it is for.
    """
    told = tuple(f"{needs} {places} {EVERYWHERE}".split()) if places or needs else ()
    kind = NoticeKind(
        key, to, frozenset(verbs), told, tuple(needs.split()), wakes=wakes, right=right, urgent=urgent
    )
    return declare(KINDS, key, kind)


class NoticeState(StrEnum):
    """Where a notice stands; `unreached` when Telegram said this person cannot be written to.

    `uncertain` after a restore: due by then, and perhaps said by the program that was lost.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNREACHED = "unreached"
    FAILED = "failed"
    DROPPED = "dropped"
    UNCERTAIN = "uncertain"


@dataclass(eq=False)
class Notice:
    """Something to be said to one person at a time. The same key is never said twice."""

    key: str
    kind: NoticeKind
    person: Person
    due_at: datetime
    created_at: datetime
    facts: dict[str, Any] = field(default_factory=dict)
    """Plain JSON: numbers of deals and trips, and words that must stay as they were."""
    useless_after: datetime | None = None
    state: NoticeState = NoticeState.WAITING
    attempts: int = 0
    leased_until: datetime | None = None
    sent_at: datetime | None = None
    sent_as: int | None = None
    """What it became where it was sent, by a number: a reply names it."""
    copy_id: int | None = None
    """The copy that was sent after it, where it brings something that somebody has sent: a reply may name that, too."""
    error: str | None = None
    trace: str | None = None
    """What made it, as the logs name it."""
    id: int = field(default=0)

    @property
    def waits(self) -> bool:
        """Nobody has begun to say it."""
        return self.state is NoticeState.WAITING

    def say_again(self, now: datetime) -> None:
        """It was not reached, and may be now."""
        self.state, self.due_at, self.leased_until, self.error = NoticeState.WAITING, now, None, None

    def drop(self, why: str) -> None:
        """It is never said; its key stays used."""
        self.state, self.error = NoticeState.DROPPED, why
