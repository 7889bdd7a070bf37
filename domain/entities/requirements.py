"""What a step waits for: each requirement names what is still missing, so that a person knows what to do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from domain.entities.documents import DocumentState
from domain.values.money import Money

if TYPE_CHECKING:
    from domain.entities.deals import Deal
    from domain.entities.stages import Step


@dataclass(frozen=True)
class Missing:
    """One thing a step still waits for, with the facts its sentence needs."""

    kind: str
    facts: dict[str, Any] = field(default_factory=dict)


def missing(deal: "Deal", step: "Step", now: datetime) -> list[Missing]:
    """What must still happen before this deal may leave this step; empty when it may.

    A need that only another version knows keeps no deal: it could not be said what is missing.
    """
    gaps = (REQUIREMENTS[need](deal, now) for need in step.needs if need in REQUIREMENTS)
    return [gap for gap in gaps if gap is not None]


def _price_agreed(deal: "Deal", _now: datetime) -> Missing | None:
    return None if deal.price else Missing("price_agreed")


def _travellers_entered(deal: "Deal", _now: datetime) -> Missing | None:
    count = deal.seats - sum(traveller.complete for traveller in deal.party)
    return Missing("travellers_entered", {"count": count}) if count > 0 else None


def _passports_sent(deal: "Deal", _now: datetime) -> Missing | None:
    return _passports(deal, "passports_sent", DocumentState.SENT, DocumentState.ACCEPTED)


def _passports_accepted(deal: "Deal", _now: datetime) -> Missing | None:
    return _passports(deal, "passports_accepted", DocumentState.ACCEPTED)


def _passports(deal: "Deal", kind: str, *states: DocumentState) -> Missing | None:
    """A seat without a name has no passport either."""
    names = [traveller.name for traveller in deal.party if not deal.passports(traveller, *states)]
    if names:
        return Missing(kind, {"names": names})
    return Missing("travellers_entered", {"count": deal.seats_to_enter}) if deal.seats_to_enter else None


def _deposit_paid(deal: "Deal", _now: datetime) -> Missing | None:
    return _owed("deposit_paid", deal, deal.deposit_owed) if deal.deposit_owed else None


def _fully_paid(deal: "Deal", _now: datetime) -> Missing | None:
    return _owed("fully_paid", deal, deal.owed) if deal.owed.minor > 0 else None


def _owed(kind: str, deal: "Deal", owed: Money) -> Missing:
    """`whole`: nothing of it was paid yet."""
    return Missing(kind, {"owed": owed} if deal.paid else {"owed": owed, "whole": True})


def _voucher_sent(deal: "Deal", _now: datetime) -> Missing | None:
    return None if deal.voucher_sent_at else Missing("voucher_sent")


def _departed(deal: "Deal", now: datetime) -> Missing | None:
    """`now` is by the clock of the agency: of a tailor-made journey only the day is known."""
    if deal.trip is not None:
        gone = now >= deal.trip.departs_at
        return None if gone else Missing("departed", {"departs": deal.trip.departs})
    gone = deal.starts is None or now.date() >= deal.starts
    return None if gone else Missing("departed", {"departs": deal.starts})


REQUIREMENTS: dict[str, Callable[["Deal", datetime], Missing | None]] = {
    "price_agreed": _price_agreed,
    "travellers_entered": _travellers_entered,
    "passports_sent": _passports_sent,
    "passports_accepted": _passports_accepted,
    "deposit_paid": _deposit_paid,
    "fully_paid": _fully_paid,
    "voucher_sent": _voucher_sent,
    "departed": _departed,
}
