"""What the trade asks of whoever keeps clients."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.people import Person


class Clients(Protocol):
    def get(self, number: int) -> Client: ...
    def locked(self, number: int) -> Client: ...
    def of(self, person: Person) -> Client | None: ...
    def by_phone(self, phone: str) -> Client | None:
        """By phone in E.164 form. The file of somebody without a chat comes first: staff told its phone, not they."""

    def add(self, client: Client) -> None: ...
    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        """By the beginnings of name words in any script, or by the last digits of the phone (three or more)."""

    def renamed(self, client: Client) -> None:
        """Brings the search up to date after a change of name or phone."""
