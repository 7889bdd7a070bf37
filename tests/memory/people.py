"""Branches, people, staff, invitations and wrong links, in memory."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from domain.entities.branches import Branch
from domain.entities.deals import Deal
from domain.entities.interactions import Interaction
from domain.entities.people import Invitation, Person, Right, Role, StaffMember
from domain.entities.workload import Workload
from domain.ports.branches import Branches
from domain.ports.failed_links import FailedLinks
from domain.ports.invitations import Invitations
from domain.ports.people import People
from domain.ports.staff import Staff
from tests.memory.deals import MemoryDeals
from tests.memory.shelf import Shelf, Things, in_memory
from tests.memory.trade import MemoryInquiries


class MemoryBranches(Shelf[Branch]):
    kind, missing = Branch, "no_such_branch"

    def add(self, branch: Branch) -> None:
        self.hold(branch)

    def all(self) -> Sequence[Branch]:
        return self.all_seen()


class MemoryPeople(Shelf[Person]):
    kind, missing = Person, "no_such_person"

    def add(self, person: Person) -> None:
        self.hold(person)

    def by_telegram_id(self, telegram_id: int) -> Person | None:
        return next((one for one in self.all_seen() if one.telegram_id == telegram_id), None)


class MemoryStaff(Shelf[StaffMember]):
    kind, missing = StaffMember, "no_such_staff_member"

    def add(self, member: StaffMember) -> None:
        self.hold(member)

    def of(self, person: Person) -> StaffMember | None:
        return next((one for one in self.all_seen() if one.person is person), None)

    def active(self) -> Sequence[StaffMember]:
        return sorted((one for one in self.all_seen() if one.active), key=lambda one: (one.joined_at, one.id))

    def who_may(self, right: Right) -> Sequence[StaffMember]:
        return [one for one in self.active() if one.may(right)]

    def workloads(
        self, members: Collection[StaffMember], now: datetime, before: datetime, today: date, most: int
    ) -> Mapping[int, Workload]:
        return {one.id: self._workload(one, now, before, today, most) for one in members}

    def _workload(
        self, member: StaffMember, now: datetime, before: datetime, today: date, most: int
    ) -> Workload:
        everything = MemoryDeals(self.things, None)
        led = [one for one in everything.all_seen() if one.responsible is member]
        inquiries = MemoryInquiries(self.things, None).all_seen()
        questions = [one for one in self.things.of(Interaction) if one.waits]
        whose = [_whose(one) for one in questions]
        return Workload(
            min(most, sum(one.is_open for one in led)),
            everything.count_due(None, today - timedelta(days=1), most, [member]),
            min(most, sum(one.is_open and one.taken_by is member for one in inquiries)),
            min(most, sum(one is member for one in whose)),
            sum(one.seats for one in led if not one.is_lost and _leaves(one, now, before)),
        )

    def outdated(self, member: StaffMember) -> None:
        """There are no screens here."""


def _whose(asked: Interaction) -> StaffMember | None:
    led = asked.deal.responsible if asked.deal else None
    return led or (asked.inquiry.taken_by if asked.inquiry else None)


def _leaves(deal: Deal, now: datetime, before: datetime) -> bool:
    trip = deal.trip
    return trip is not None and trip.cancelled_at is None and now < trip.departs_at <= before


class MemoryInvitations(Shelf[Invitation]):
    kind, missing = Invitation, "no_such_invitation"

    def add(self, invitation: Invitation) -> None:
        self.hold(invitation)

    def by_hash(self, token_hash: str) -> Invitation | None:
        return next((one for one in self.all_seen() if one.token_hash == token_hash), None)

    def open(self, now: datetime) -> Sequence[Invitation]:
        waiting = (one for one in self.all_seen() if one.used_at is None and one.expires_at > now)
        return sorted(waiting, key=lambda one: (one.created_at, one.id))

    def has_owner(self) -> bool:
        return any(one.active and one.role is Role.OWNER for one in self.things.of(StaffMember))


class MemoryFailedLinks:
    def __init__(self, things: Things) -> None:
        self._tried: list[_Tried] = things.of(_Tried)

    def add(self, person: Person, now: datetime) -> None:
        self._tried.append(_Tried(person, now))

    def latest(self, person: Person, limit: int) -> Sequence[datetime]:
        return sorted((one.at for one in self._tried if one.person is person), reverse=True)[:limit]

    def count(self, since: datetime) -> int:
        return sum(one.at > since for one in self._tried)

    def forget(self, before: datetime) -> int:
        old = [one for one in self._tried if one.at < before]
        self._tried[:] = [one for one in self._tried if one.at >= before]
        return len(old)


class _Tried:
    def __init__(self, person: Person, at: datetime) -> None:
        self.person, self.at, self.id = person, at, 0


@in_memory
def branches(things: Things, reach: int | None) -> Branches:
    return MemoryBranches(things, reach)


@in_memory
def people(things: Things, reach: int | None) -> People:
    return MemoryPeople(things, reach)


@in_memory
def staff(things: Things, reach: int | None) -> Staff:
    return MemoryStaff(things, reach)


@in_memory
def invitations(things: Things, reach: int | None) -> Invitations:
    return MemoryInvitations(things, reach)


@in_memory
def failed_links(things: Things, _reach: int | None) -> FailedLinks:
    return MemoryFailedLinks(things)
