"""A plain model of the agency: seats and money as the history tells them, replayed event by event.

It knows nothing of tables, locks or screens. What it computes must be what the papers say, at every moment.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

LOST = "lost"


@dataclass(frozen=True)
class Entry:
    """A line of the history."""

    id: int
    subject: str
    subject_id: int
    what: str
    facts: dict[str, Any]


@dataclass
class Dossier:
    """A deal, as far as seats and money go. Amounts are minor units."""

    trip: int | None
    seats: int
    price: int
    step: str
    payments: dict[int, int] = field(default_factory=dict)

    @property
    def paid(self) -> int:
        return sum(self.payments.values())

    @property
    def holds(self) -> int:
        """Seats it takes from others."""
        return 0 if self.step == LOST else self.seats


@dataclass
class Model:
    """`trip_of` tells on which trip a deal is, which its history does not say. `seen` is the last entry replayed."""

    first_step: str
    seats: dict[int, int]
    deals: dict[int, Dossier] = field(default_factory=dict)
    seen: int = 0
    told: Counter[str] = field(default_factory=Counter)
    sold_out: bool = False
    """Whether some trip ever was, while it was looked at."""

    def replay(self, entries: Iterable[Entry], trip_of: dict[int, int | None]) -> None:
        """Raises AssertionError as soon as something happened that cannot happen in an agency."""
        for entry in entries:
            assert entry.id > self.seen
            self.seen = entry.id
            self.told[f"{entry.subject} {entry.what}"] += 1
            if entry.subject == "deal":
                self._deal(entry, trip_of)
            elif entry.subject == "trip":
                self._trip(entry)
            self._nobody_sits_on_anothers_lap()

    def _deal(self, entry: Entry, trip_of: dict[int, int | None]) -> None:
        number, facts = entry.subject_id, entry.facts
        if entry.what == "opened":
            assert number not in self.deals
            self.deals[number] = Dossier(
                trip_of[number], facts["seats"], minor(facts["price"]), self.first_step
            )
            return
        deal = self.deals[number]
        match entry.what:
            case "advanced" | "overridden" | "passed" | "went_elsewhere":
                assert facts["from"] == deal.step
                deal.step = facts["to"]
            case "lost":
                assert deal.step != LOST
                deal.step = LOST
            case "paid":
                assert deal.step != LOST
                assert facts["payment"] not in deal.payments
                deal.payments[facts["payment"]] = minor(facts["amount"])
                assert deal.paid <= deal.price
            case "payment_taken_back":
                assert deal.payments.pop(facts["payment"]) == minor(facts["amount"])
            case "given_back":
                assert facts["payment"] not in deal.payments
                deal.payments[facts["payment"]] = minor(facts["amount"])
                assert deal.paid >= 0
            case "seats_changed":
                deal.seats, deal.price = facts["seats"], minor(facts["price"])
            case "traveller_cancelled":
                assert facts["seats"] == deal.seats - 1
                deal.seats, deal.price = facts["seats"], minor(facts["price"])
            case "priced":
                deal.price = minor(facts["price"])

    def _trip(self, entry: Entry) -> None:
        if entry.what == "planned":
            self.seats[entry.subject_id] = entry.facts["seats"]
        elif entry.what == "resized":
            self.seats[entry.subject_id] = entry.facts["becomes"]

    def _nobody_sits_on_anothers_lap(self) -> None:
        for trip, seats in self.seats.items():
            taken = self.taken(trip)
            assert taken <= seats, f"trip {trip} sold more than its {seats} seats"
            self.sold_out |= taken == seats

    def taken(self, trip: int) -> int:
        return sum(deal.holds for deal in self.deals.values() if deal.trip == trip)


def minor(kept: Any) -> int:
    """ "200.00 EUR" is 20000."""
    return round(float(str(kept).split()[0]) * 100)
