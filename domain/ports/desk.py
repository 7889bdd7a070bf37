"""The Desk: who acts, what time it is, and the papers within reach. Every use case takes one."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from domain.entities.clients import Client
from domain.entities.history import SUBJECTS, HistoryEntry
from domain.entities.hours import TOO_CLOSE
from domain.entities.notices import Notice, NoticeKind
from domain.entities.overview import Overview
from domain.entities.people import Person, Right, StaffMember
from domain.entities.presence import Staff
from domain.ports.agency import Agency
from domain.ports.repositories import Repositories
from domain.ports.routing import STANDS_FOR, by_number, route
from domain.values.local_time import zone
from domain.values.refusals import Forbidden
from domain.values.text import first_name


@dataclass(frozen=True)
class Actor:
    """Who acts: a person with their staff membership or client file, or the agency itself (no person)."""

    person: Person | None = None
    staff: StaffMember | None = None
    client: Client | None = None

    @property
    def name(self) -> str:
        if self.staff:
            return self.staff.name
        return self.client.name if self.client else self.person.name if self.person else ""

    @property
    def first_name(self) -> str:
        """As they are greeted."""
        return first_name(self.name)

    @property
    def is_nameless(self) -> bool:
        """Nothing can be seen of their name in Telegram, and they have told us none: a number stands for it."""
        return self.person is not None and self.name == str(self.person.telegram_id)

    def may(self, right: Right) -> bool:
        return self.is_agency or (self.staff is not None and self.staff.may(right))

    @property
    def is_agency(self) -> bool:
        return self.person is None

    @property
    def is_staff(self) -> bool:
        return self.staff is not None and self.staff.active

    @property
    def reach(self) -> int | None:
        """The only branch whose papers a colleague sees; None for everybody who is not bound to one."""
        return self.staff.reach if self.staff is not None and self.staff.active else None


@dataclass
class Desk:
    """Where a use case works. `tokens` gives unguessable texts (43 characters of URL-safe base64).

    On the desk lie the papers within the actor's reach; in the `archive` are all.
    """

    actor: Actor
    now: datetime
    archive: Repositories
    agency: Agency
    tokens: Callable[[], str] = field(repr=False)
    everywhere: bool = False
    place: int | None = None
    """The group in which the actor writes it; None: in their own chat with us."""
    overviews: dict[int, Overview] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What stands with the clients whose cards were opened, by number: what others add to a card does not count it anew."""
    _colleagues: Staff | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def repositories(self) -> Repositories:
        """The papers within reach: of a colleague's branch, and those that are everybody's."""
        reach = None if self.everywhere else self.actor.reach
        return self.archive if reach is None else self.archive.within(reach)

    def across_branches(self) -> "Desk":
        """For what concerns people of every branch, whoever sets it off: seats, departures, one's own journeys."""
        return self if self.actor.reach is None else replace(self, everywhere=True)

    @property
    def colleagues(self) -> Staff:
        """Who works here, by number: asked for once."""
        if self._colleagues is None:
            self._colleagues = by_number(self.archive.staff.active())
        return self._colleagues

    @property
    def today(self) -> date:
        """The date at the agency."""
        return self.now.astimezone(self.agency.zone).date()

    @property
    def local_now(self) -> datetime:
        """The instant by the clock of the agency."""
        return self.now.astimezone(self.agency.zone)

    def must(self, right: Right) -> None:
        """Raises Forbidden when the actor has no such right."""
        if not self.actor.may(right):
            raise Forbidden("forbidden")

    def note(self, subject: str, subject_id: int, what: str, **facts: Any) -> None:
        """Writes the change into the history of the thing; facts are plain JSON values."""
        self.note_within(None, subject, subject_id, what, **facts)

    def note_within(self, branch: int | None, subject: str, subject_id: int, what: str, **facts: Any) -> None:
        """The same, to be read by this branch only: what a client's history tells of a deal or an inquiry of it."""
        person = self.actor.person
        by = person.id if person else None
        if subject not in SUBJECTS:
            raise ValueError(f"nobody has declared who may read the history of {subject!r}")
        entry = HistoryEntry(subject, subject_id, what, self.now, self.actor.name, by, facts, branch)
        self.repositories.history.add(entry)

    def notify(
        self,
        person: Person | None,
        kind: NoticeKind,
        key: str,
        *,
        due_at: datetime | None = None,
        useless_after: datetime | None = None,
        **facts: Any,
    ) -> bool:
        """Something for somebody else, said once per key and person; without a person (no Telegram) nothing.

        Of a colleague who is away, it is said to whoever stands in for them, unless that one does it just now.
        False when there was nobody, or this key was used before.
        """
        if person is None:
            return False
        leads = route(self, person, kind, due_at or self.now, facts)
        if leads.stands_for is not None:
            if leads.person is self.actor.person:
                return False
            facts |= {STANDS_FOR: leads.stands_for}
        too_late = useless_after is not None and leads.at > useless_after - TOO_CLOSE
        at = (due_at or self.now) if too_late else leads.at
        return self.tell(leads.person, kind, key, at=at, useless_after=useless_after, facts=facts)

    def tell(
        self,
        person: Person,
        kind: NoticeKind,
        key: str,
        *,
        at: datetime,
        useless_after: datetime | None,
        facts: dict[str, Any],
    ) -> bool:
        """Says it to this very person, whoever else is there; False when this key was used before."""
        notice = Notice(
            key=_notice_key(person, kind, key),
            kind=kind,
            person=person,
            due_at=at,
            created_at=self.now,
            facts=facts,
            useless_after=useless_after,
        )
        notice.due_at = self.decent(notice, notice.due_at)
        return self.repositories.notices.add(notice)

    def decent(self, notice: Notice, at: datetime) -> datetime:
        """From then on, the first moment at which it may be said: not in quiet hours, unless it wakes or that were too late."""
        if notice.kind.wakes:
            return at
        later = self.awake(notice.person, at)
        useless = notice.useless_after
        return at if useless is not None and later > useless - TOO_CLOSE else later

    def awake(self, person: Person | None, at: datetime) -> datetime:
        """From then on, the first moment outside quiet hours by the clock they told, else by the agency's."""
        told = person.zone if person else None
        return self.agency.hours.decent(at, zone(told) if told else self.agency.zone)

    def move_notice(
        self,
        person: Person | None,
        kind: NoticeKind,
        key: str,
        *,
        due_at: datetime,
        useless_after: datetime | None = None,
    ) -> bool:
        """What still waits to be said is said at another time. False when nothing waits under this key."""
        notice = self._waiting(person, kind, key)
        if notice is None:
            return False
        notice.useless_after = useless_after
        notice.due_at = self.decent(notice, due_at)
        return True

    def cancel_notice(self, person: Person | None, kind: NoticeKind, key: str) -> bool:
        """What still waits to be said is not said. False when nothing waits under this key, which stays used."""
        notice = self._waiting(person, kind, key)
        if notice is None:
            return False
        notice.drop("cancelled")
        return True

    def notice_of(self, person: Person | None, kind: NoticeKind, key: str, **facts: Any) -> Notice | None:
        """What was or will be said to them under this key, or to who stands in for them."""
        if person is None:
            return None
        hears = route(self, person, kind, self.now, facts).person
        return self.archive.notices.by_key(_notice_key(hears, kind, key))

    def _waiting(self, person: Person | None, kind: NoticeKind, key: str) -> Notice | None:
        """Held, so that nobody begins to say it meanwhile; what is on its way already is left alone."""
        notice = self.notice_of(person, kind, key)
        return notice if notice is not None and notice.waits else None


def _notice_key(person: Person, kind: NoticeKind, key: str) -> str:
    return f"{kind}:{key}:{person.id}"
