"""People who talk with the agency, the staff among them with their roles."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from domain.entities.branches import within
from domain.entities.history import EVERYBODYS, history_of
from domain.entities.rights import DAILY, RIGHTS, Right, Role
from domain.values.language import Language
from domain.values.numbers import NumberOf
from domain.values.text import first_name

__all__ = [
    "RIGHTS",
    "Invitation",
    "InvitationNumber",
    "Person",
    "Right",
    "Role",
    "StaffMember",
    "StaffNumber",
]

history_of("person", reach=EVERYBODYS)
history_of("staff", reach=EVERYBODYS, right=Right.INVITE_STAFF)
history_of("invitation", reach=EVERYBODYS)

StaffNumber = Annotated[int, NumberOf("colleague")]
InvitationNumber = Annotated[int, NumberOf("invitation")]


@dataclass(eq=False)
class Person:
    """Somebody with a chat. `telegram_id` is only the way to reach them; nothing in the trade hangs on it."""

    telegram_id: int
    name: str
    username: str | None
    language: Language
    started_at: datetime
    language_chosen: bool = False
    unreachable_since: datetime | None = None
    keyboard: str | None = None
    """Which keys stand under their input field, by a digest of the labels; None: none of ours."""
    zone: str | None = None
    """By whose clock they live, if they have told us."""
    account_deleted: bool | None = None
    """Whether Telegram said, when they were written to last, that their account is no more."""
    privacy_told: int | None = None
    """Which version of the privacy notice they were shown last."""
    privacy_agreed: int | None = None
    """Which version they have agreed to last."""
    id: int = field(default=0)

    @property
    def reachable(self) -> bool:
        return self.unreachable_since is None


@dataclass(eq=False)
class StaffMember:
    """A person who works here, until `left_at`."""

    person: Person
    name: str
    role: Role
    joined_at: datetime
    left_at: datetime | None = None
    branch: int | None = None
    """The number of their branch; None at head office."""
    supervisor: int | None = None
    """The number of the colleague to whom goes what nobody does here; None: to the owners."""
    id: int = field(default=0)

    @property
    def first_name(self) -> str:
        """As clients read it: a colleague whom they know, and no entry of a register."""
        return first_name(self.name)

    @property
    def active(self) -> bool:
        return self.left_at is None

    @property
    def reach(self) -> int | None:
        """The only branch whose deals they see; None for owners and head office, who see all."""
        return None if self.role is Role.OWNER else self.branch

    def sees(self, branch: int | None) -> bool:
        """Whether what belongs to this branch is theirs to see."""
        return self.active and within(self.reach, branch)

    def may(self, right: Right) -> bool:
        return self.active and right in RIGHTS[self.role]

    @property
    def daily_work(self) -> frozenset[Right]:
        """What whoever stands in for them must be able to do."""
        return RIGHTS[self.role] & DAILY


@dataclass(eq=False)
class Invitation:
    """A one-time link into the staff. Only the link's hash is kept; the link itself is shown once."""

    token_hash: str
    role: Role
    created_at: datetime
    expires_at: datetime
    created_by: StaffMember | None = None
    used_at: datetime | None = None
    used_by: Person | None = None
    branch: int | None = None
    id: int = field(default=0)
