"""The books against the history: money that was changed past the program does not fit what was written down."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, func, select

from domain.entities.stages import LOST
from domain.values.money import Money
from storage.audit.findings import Finding
from storage.mapping import deals, history, payments, trips
from storage.session import Session

Entries = Sequence[Row[Any]]


def wrong_payments(session: Session, told: Mapping[int, Entries]) -> Iterator[Finding]:
    """Payments of these deals that are not what the deals' histories tell."""
    if not told:
        return
    rows = session.execute(select(payments).where(payments.c.deal_id.in_(told)).order_by(payments.c.id)).all()
    kept = {row.id: row for row in rows}
    for deal, entries in told.items():
        received = dict(_facts(entries, "paid")) | dict(_facts(entries, "given_back"))
        returned = dict(_facts(entries, "payment_taken_back"))
        for number, amount in received.items():
            row = kept.pop(number, None)
            if row is None or row.deal_id != deal:
                yield Finding(f"payment {number} of {amount} was removed", "deal", deal)
            elif str(Money(row.minor, row.currency)) != amount:
                yield Finding(f"payment {number} is not {amount} any more", "deal", deal)
            elif (row.cancelled_at is not None) is not (number in returned):
                yield Finding(
                    f"payment {number} was taken back, or not: the history tells otherwise", "deal", deal
                )
    yield from (
        Finding(f"payment {row.id} is not in the history", "deal", row.deal_id) for row in kept.values()
    )


def payments_without_history(session: Session) -> Iterator[Finding]:
    """Payments of deals that have no history at all."""
    entry = select(history.c.id).where(
        history.c.subject == "deal", history.c.subject_id == payments.c.deal_id
    )
    for row in session.execute(select(payments.c.id, payments.c.deal_id).where(~entry.exists())):
        yield Finding(f"payment {row.id} is not in the history", "deal", row.deal_id)


def overfull_trips(session: Session) -> Iterator[Finding]:
    """Trips that sold more seats than they have."""
    taken = func.sum(deals.c.seats)
    sold = select(trips.c.id, trips.c.seats, taken.label("taken")).join(deals, deals.c.trip_id == trips.c.id)
    full = sold.where(deals.c.step_key != LOST).group_by(trips.c.id, trips.c.seats)
    for row in session.execute(full.having(taken > trips.c.seats)):
        yield Finding(f"{row.taken} seats are taken of {row.seats}", "trip", row.id)


def _facts(entries: Entries, what: str) -> Iterator[tuple[int, str]]:
    """(payment, amount) of such entries; one that was tampered with is named elsewhere."""
    for entry in entries:
        if (
            entry.what == what
            and isinstance(entry.facts, dict)
            and {"payment", "amount"} <= entry.facts.keys()
        ):
            yield entry.facts["payment"], entry.facts["amount"]
