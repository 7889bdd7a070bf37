"""What the trade asks of whoever keeps services of deals."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from domain.entities.services import Service


class Services(Protocol):
    def get(self, number: int) -> Service: ...
    def locked(self, number: int) -> Service: ...
    def add(self, service: Service) -> None: ...
    def of_deal(self, deal: Deal, limit: int = 50, offset: int = 0) -> Sequence[Service]:
        """As the journey goes; what has no day comes last."""

    def count_of(self, deal: Deal) -> int:
        """Of those that were neither refused nor cancelled."""

    def running_out(
        self, to_day: date, responsible: Sequence[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Service]:
        """Options of open deals that are not confirmed, the first to run out first; of deals of these, or of all."""

    def count_running_out(
        self, to_day: date, responsible: Sequence[StaffMember] = (), most: int = 100
    ) -> int: ...
    def to_look_at(self, day: date, limit: int) -> Sequence[Service]:
        """Of whose option somebody is told by this day. Locked."""

    def by_link(self, token_hash: str) -> Service | None:
        """Whatever became of the link. Not locked."""
