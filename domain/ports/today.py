"""What Today asks of whoever keeps the things of the trade: few of them, and counts that end at a bound."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.inquiries import Inquiry
from domain.entities.payments import Payment
from domain.entities.people import StaffMember
from domain.entities.trips import Trip
from domain.values.money import Money


@dataclass(frozen=True)
class Received:
    """A payment, and the deal it came for."""

    deal: Deal
    payment: Payment


@dataclass(frozen=True)
class TripSeats:
    """A trip and its seats that are taken."""

    trip: Trip
    taken: int


@dataclass(frozen=True)
class TripDeals:
    """A trip, and how many of its deals wait for something."""

    trip: Trip
    count: int


class Today(Protocol):
    def papers(self, limit: int = 8, offset: int = 0) -> Sequence[Document]:
        """Of open deals, to be checked; oldest first."""

    def count_papers(self, limit: int) -> int: ...
    def inquiries(
        self, since: datetime, before: datetime, limit: int = 8, offset: int = 0
    ) -> Sequence[Inquiry]:
        """That came then, newest first."""

    def count_inquiries(self, since: datetime, before: datetime, limit: int) -> int: ...
    def deals(self, since: datetime, before: datetime, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        """That were opened then, newest first."""

    def count_deals(self, since: datetime, before: datetime, limit: int) -> int: ...
    def money_by_day(self, first: date, last: date) -> Sequence[tuple[date, Money]]:
        """What came on each of these days, a sum for each currency; in order."""

    def payments(self, limit: int = 8, offset: int = 0) -> Sequence[Received]:
        """That count, the last received first."""

    def to_call(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        """Of trips ahead that were announced: those nobody told, and whose client no message reaches. Next departure first."""

    def count_to_call(self, now: datetime, limit: int) -> int: ...
    def led_by(self, members: Collection[StaffMember], limit: int) -> Sequence[Deal]:
        """Open ones, those first that have stood at their step the longest."""

    def unready(self, now: datetime, before: datetime, stages: Collection[str], limit: int) -> Sequence[int]:
        """Numbers of trips with open deals that have no voucher, those at these stages apart; next departure first.

        So many of those that leave until then are looked at.
        """

    def without_voucher(self, numbers: Collection[int], stages: Collection[str]) -> Sequence[TripDeals]:
        """How many deals that is of each of these trips, next departure first."""

    def half_empty(self, now: datetime, before: datetime, limit: int) -> Sequence[int]:
        """Numbers of trips with more seats free than taken; likewise."""

    def seats(self, numbers: Collection[int]) -> Sequence[TripSeats]:
        """Of these trips, next departure first."""

    def leaving(self, since: datetime, before: datetime, first_day: date, limit: int) -> Sequence[Trip]:
        """That leave between these and are back on that day or later, next departure first; of the last three, none that were
        called off."""
