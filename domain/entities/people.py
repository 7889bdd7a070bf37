"""People who talk with the agency, the staff among them with their roles, and the rights that roles bring."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.entities.branches import within
from domain.values.language import Language


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
    id: int = field(default=0)

    @property
    def reachable(self) -> bool:
        return self.unreachable_since is None


class Role(StrEnum):
    """What a staff member is in the agency."""

    OWNER = "owner"
    MANAGER = "manager"
    OPERATOR = "operator"
    ACCOUNTANT = "accountant"
    GUIDE = "guide"


class Right(StrEnum):
    """What a use case asks for before it does anything."""

    INVITE_STAFF = "invite_staff"
    PLAN_TRIPS = "plan_trips"
    SEE_TRIPS = "see_trips"
    TAKE_INQUIRIES = "take_inquiries"
    SEE_DEALS = "see_deals"
    OPEN_DEALS = "open_deals"
    MOVE_DEALS = "move_deals"
    OVERRIDE = "override"
    CHECK_DOCUMENTS = "check_documents"
    SEE_MONEY = "see_money"
    RECORD_PAYMENTS = "record_payments"
    SEE_PARTICIPANTS = "see_participants"
    ANSWER_CLIENTS = "answer_clients"
    KEEP_BACKUPS = "keep_backups"


_SELLING = frozenset(
    {
        Right.SEE_TRIPS,
        Right.TAKE_INQUIRIES,
        Right.SEE_DEALS,
        Right.OPEN_DEALS,
        Right.MOVE_DEALS,
        Right.CHECK_DOCUMENTS,
        Right.SEE_MONEY,
        Right.RECORD_PAYMENTS,
        Right.SEE_PARTICIPANTS,
        Right.ANSWER_CLIENTS,
    }
)

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.MANAGER: _SELLING | {Right.PLAN_TRIPS, Right.OVERRIDE},
    Role.OPERATOR: _SELLING,
    Role.ACCOUNTANT: frozenset(
        {Right.SEE_TRIPS, Right.SEE_DEALS, Right.SEE_MONEY, Right.RECORD_PAYMENTS, Right.SEE_PARTICIPANTS}
    ),
    Role.GUIDE: frozenset({Right.SEE_TRIPS, Right.SEE_PARTICIPANTS}),
}


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
    id: int = field(default=0)

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
