"""What Today asks of whoever keeps the things of the trade: few of them, and counts that end at a bound."""

from collections.abc import Sequence
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
class StepOfTrip:
    """So many open deals of a trip stand at this step, and have no voucher yet."""

    trip: Trip
    step: str
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
    def money_in(self, first: date, last: date) -> Sequence[Money]:
        """What came on these days, a sum for each currency."""

    def payments(self, limit: int = 8, offset: int = 0) -> Sequence[Received]:
        """That count, the last received first."""

    def to_call(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        """Of trips ahead that were announced: those nobody told, and whose client no message reaches. Next departure first."""

    def count_to_call(self, now: datetime, limit: int) -> int: ...
    def led_by(self, member: StaffMember, limit: int) -> Sequence[Deal]:
        """Open ones, those first that have stood at their step the longest."""

    def without_voucher(self, now: datetime, before: datetime, limit: int) -> Sequence[StepOfTrip]:
        """Of so many trips that leave until then, next departure first."""

    def seats(self, now: datetime, before: datetime, limit: int) -> Sequence[TripSeats]:
        """Likewise."""

    def leaving(self, since: datetime, before: datetime, first_day: date, limit: int) -> Sequence[Trip]:
        """That leave between these and are back on that day or later, next departure first."""
