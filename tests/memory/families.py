"""Families and the proposals of such, in memory."""

from collections.abc import Sequence

from domain.entities.clients import Client
from domain.entities.families import Family, FamilyMember, FamilyProposal
from domain.ports.families import Families, FamilyProposals
from tests.memory.shelf import Shelf, Things, in_memory, newest, page


class MemoryFamilies(Shelf[Family]):
    kind, missing = Family, "no_such_family"

    def add(self, thing: Family) -> None:
        self.hold(thing)
        self.things.flush()

    def enter(self, family_member: FamilyMember) -> None:
        self.things.hold(family_member)
        self.things.flush()

    def leave(self, client: Client) -> None:
        if (own := self.of(client)) is not None:
            self.things.of(FamilyMember).remove(own)

    def of(self, client: Client) -> FamilyMember | None:
        return next((one for one in self._there() if one.client is client), None)

    def members(self, family: Family) -> Sequence[FamilyMember]:
        return [one for one in self._there() if one.family is family]

    def _there(self) -> list[FamilyMember]:
        return [one for one in self.things.of(FamilyMember) if one.client.merged_into is None]


class MemoryFamilyProposals(Shelf[FamilyProposal]):
    kind, missing = FamilyProposal, "no_such_proposal"

    def add(self, thing: FamilyProposal) -> bool:
        if self.between(thing.first, thing.second) is not None:
            return False
        self.hold(thing)
        self.things.flush()
        return True

    def remove(self, thing: FamilyProposal) -> None:
        self.things.of(FamilyProposal).remove(thing)

    def between(self, lower: int, higher: int) -> FamilyProposal | None:
        return next((one for one in self.all_seen() if one.files == (lower, higher)), None)

    def of(self, client: Client, limit: int = 8) -> Sequence[FamilyProposal]:
        return page((one for one in self._open() if client.id in one.files), limit)

    def open(self, limit: int = 8, offset: int = 0) -> Sequence[FamilyProposal]:
        return page(newest(self._open(), lambda one: one.id), limit, offset)

    def _open(self) -> list[FamilyProposal]:
        there = {one.id for one in self.things.of(Client) if one.merged_into is None}
        return [one for one in self.all_seen() if one.settled_at is None and {*one.files} <= there]


@in_memory
def families(things: Things, reach: int | None) -> Families:
    return MemoryFamilies(things, reach)


@in_memory
def family_proposals(things: Things, reach: int | None) -> FamilyProposals:
    return MemoryFamilyProposals(things, reach)
