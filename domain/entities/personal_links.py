"""Personal links: by one a client without Telegram comes to the file we keep of them already."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.entities.clients import Client
from domain.entities.people import Person, StaffMember
from domain.values.refusals import NotFound

VALID = timedelta(days=30)


@dataclass(eq=False)
class PersonalLink:
    """Good for one person. Only its hash is kept; the link itself is shown once."""

    client: Client
    token_hash: str
    created_at: datetime
    expires_at: datetime
    created_by: StaffMember | None = None
    used_at: datetime | None = None
    used_by: Person | None = None
    id: int = field(default=0)

    def is_open(self, now: datetime) -> bool:
        return self.used_at is None and now < self.expires_at

    def must_be_open(self, now: datetime) -> None:
        """Raises NotFound: link_closed."""
        if not self.is_open(now):
            raise NotFound("link_closed")
