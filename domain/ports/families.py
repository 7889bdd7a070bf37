"""What the trade asks of whoever keeps families, and the proposals of such."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.families import Family, FamilyMember, FamilyProposal


class Families(Protocol):
    def get(self, number: int) -> Family: ...
    def locked(self, number: int) -> Family: ...
    def add(self, thing: Family) -> None: ...
    def enter(self, family_member: FamilyMember) -> None: ...
    def leave(self, client: Client) -> None:
        """Gone at once: whoever enters a family next may be of no other. Nothing where they are of none."""

    def of(self, client: Client) -> FamilyMember | None: ...
    def members(self, family: Family) -> Sequence[FamilyMember]:
        """In the order in which they came; files that were left behind are none."""


class FamilyProposals(Protocol):
    """Those are open that nobody has answered, of files that stand for themselves."""

    def get(self, number: int) -> FamilyProposal: ...
    def add(self, thing: FamilyProposal) -> bool:
        """False when there is one of these two files already, answered or not."""

    def remove(self, thing: FamilyProposal) -> None: ...
    def between(self, lower: int, higher: int) -> FamilyProposal | None: ...
    def of(self, client: Client, limit: int = 8) -> Sequence[FamilyProposal]:
        """The open ones, oldest first."""

    def open(self, limit: int = 8, offset: int = 0) -> Sequence[FamilyProposal]:
        """Newest first."""
