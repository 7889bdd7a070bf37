"""What the trade asks of whoever keeps consents."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.consents import Consent
from domain.entities.people import Person


class Consents(Protocol):
    def get(self, number: int) -> Consent: ...
    def add(self, consent: Consent) -> None: ...
    def of(self, client: Client) -> Sequence[Consent]:
        """The client's, and those of the person that they are in Telegram; newest first."""

    def of_person(self, person: Person) -> Sequence[Consent]:
        """Newest first."""

    def may_be_mailed(self, client: Client) -> bool:
        """Whether their last word about mailings was yes."""
