"""Payments: money received for a deal, recorded to the cent, and taken back with a reason."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.entities.people import StaffMember
from domain.entities.timeline import PAYMENTS
from domain.values.money import Money
from domain.values.refusals import Refusal

PAYMENTS.tells("deal", "paid", "given_back", "payment_taken_back")


class PaymentMethod(StrEnum):
    """How money came."""

    CASH = "cash"
    CARD = "card"
    BANK = "bank"


@dataclass(eq=False)
class Payment:
    """Money received, or taken back out of the books with `cancelled_at` and a reason: never deleted."""

    amount: Money
    method: PaymentMethod
    received_on: date
    recorded_by: StaffMember | None
    recorded_at: datetime
    cancelled_at: datetime | None = None
    cancel_reason: str | None = None
    id: int = field(default=0)

    def must_count(self) -> None:
        """Raises Refusal: taken_back_already."""
        if self.cancelled_at is not None:
            raise Refusal("taken_back_already")
