"""Invite links of groups, and requests to be let in."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.world import Json, Person


@dataclass(eq=False, slots=True)
class Invite:
    """A link the bot made; `limit` 0 is no limit."""

    link: str
    name: str = ""
    expires: int = 0
    limit: int = 0
    asks: bool = False
    """Whoever follows it asks to be let in."""
    revoked: bool = False
    used: int = 0

    def is_good(self, now: int) -> bool:
        return not (
            self.revoked or (self.expires and now >= self.expires) or (self.limit and self.used >= self.limit)
        )

    def as_json(self, creator: "Json", waiting: int = 0) -> "Json":
        body: Json = {
            "invite_link": self.link,
            "creator": creator,
            "creates_join_request": self.asks,
            "is_primary": False,
            "is_revoked": self.revoked,
        }
        told = {"name": self.name, "expire_date": self.expires, "member_limit": self.limit}
        told["pending_join_request_count"] = waiting
        return body | {name: value for name, value in told.items() if value}


@dataclass(eq=False, slots=True)
class JoinRequest:
    person: "Person"
    invite: Invite
    at: datetime
