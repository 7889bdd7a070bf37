"""What the trade asks of whoever keeps personal links."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.personal_links import PersonalLink


class PersonalLinks(Protocol):
    def get(self, number: int) -> PersonalLink: ...
    def add(self, link: PersonalLink) -> None: ...
    def by_hash(self, token_hash: str) -> PersonalLink | None:
        """Locked: two people who open one link at once come one after the other."""

    def open_of(self, client: Client, now: datetime) -> Sequence[PersonalLink]:
        """By which somebody may still come, oldest first."""

    def newest_of(self, client: Client) -> PersonalLink | None: ...
