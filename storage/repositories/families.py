"""Families with their members, and the proposals of such."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, or_, select

from domain.entities.clients import Client
from domain.entities.families import Family, FamilyMember, FamilyProposal
from storage.engine.insertion import insert_new
from storage.mapping import clients
from storage.mapping.families import families, family_members, family_proposals
from storage.repositories.loads import Loads, one, options
from storage.repositories.repository import Repository

_MEMBER: Loads = (one("family"), one("client", one("person")))


class SqlFamilies(Repository[Family]):
    kind, table, missing = Family, families, "no_such_family"

    def enter(self, family_member: FamilyMember) -> None:
        self.session.add(family_member)
        self.session.flush()

    def leave(self, client: Client) -> None:
        if (own := self.of(client)) is not None:
            self.session.delete(own)
            self.session.flush()

    def of(self, client: Client) -> FamilyMember | None:
        return next(iter(self._members(family_members.c.client_id == client.id)), None)

    def members(self, family: Family) -> Sequence[FamilyMember]:
        return self._members(family_members.c.family_id == family.id)

    def _members(self, which: ColumnElement[bool]) -> Sequence[FamilyMember]:
        found_by = select(FamilyMember).where(which).order_by(family_members.c.id)
        self.session.autoflushed()
        found = self.session.scalars(found_by.options(*options(FamilyMember, _MEMBER))).all()
        self.session.hold(found)
        return [one for one in found if one.client.merged_into is None]


class SqlFamilyProposals(Repository[FamilyProposal]):
    kind, table, missing = FamilyProposal, family_proposals, "no_such_proposal"

    def add(self, thing: FamilyProposal, /) -> bool:  # type: ignore[override]
        """Inserted at once, so that one that is there already is no failure. It gets its number."""
        names = ("first", "second", "why", "noticed_at", "settled_at")
        new = insert_new(self.session, family_proposals, "first", "second", returning="id")
        found = self.session.execute(new, {name: getattr(thing, name) for name in names}).scalar()
        if found is not None:
            thing.id = found
        return found is not None

    def between(self, lower: int, higher: int) -> FamilyProposal | None:
        these = family_proposals.c.first == lower, family_proposals.c.second == higher
        return self._first(self._all().where(*these))

    def of(self, client: Client, limit: int = 8) -> Sequence[FamilyProposal]:
        about = or_(family_proposals.c.first == client.id, family_proposals.c.second == client.id)
        return self._list(self._open().where(about).order_by(family_proposals.c.id).limit(limit))

    def open(self, limit: int = 8, offset: int = 0) -> Sequence[FamilyProposal]:
        return self._list(self._open().order_by(family_proposals.c.id.desc()).limit(limit).offset(offset))

    def _open(self) -> Select[Any]:
        both = [_is_there(column) for column in (family_proposals.c.first, family_proposals.c.second)]
        return self._all().where(family_proposals.c.settled_at.is_(None), *both)


def _is_there(number: ColumnElement[int]) -> ColumnElement[bool]:
    return exists().where(clients.c.id == number, clients.c.merged_into.is_(None))
