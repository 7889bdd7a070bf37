"""Invitations that bring somebody onto the staff."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from domain.entities.people import Invitation, Role
from storage.mapping import invitations, staff_members
from storage.repositories.loads import one
from storage.repositories.repository import Repository


class SqlInvitations(Repository[Invitation]):
    kind, table, missing = Invitation, invitations, "no_such_invitation"
    loads = (one("created_by", one("person")), one("used_by"))

    def by_hash(self, token_hash: str) -> Invitation | None:
        return self._first(self._held(self._all().where(invitations.c.token_hash == token_hash)))

    def open(self, now: datetime) -> Sequence[Invitation]:
        waiting = self._all().where(invitations.c.used_at.is_(None), invitations.c.expires_at > now)
        return self._list(waiting.order_by(invitations.c.created_at, invitations.c.id))

    def has_owner(self) -> bool:
        owner = (staff_members.c.role == Role.OWNER) & staff_members.c.left_at.is_(None)
        return self.session.scalar(select(staff_members.c.id).where(owner).limit(1)) is not None
