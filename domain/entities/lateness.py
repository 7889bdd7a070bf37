"""Lateness: what a deal still expects from its client and by which day, and so what is due soon and what is overdue.

Computed here once: lists, cards, sums, and what is said unasked, tell the same.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.values.money import Money

if TYPE_CHECKING:
    from domain.entities.deals import Deal


class Expected(StrEnum):
    """What is expected from a client: money first, as it is asked for first."""

    DEPOSIT = "deposit"
    BALANCE = "balance"
    NAMES = "names"
    DOCUMENTS = "documents"

    @property
    def is_money(self) -> bool:
        return self in (Expected.DEPOSIT, Expected.BALANCE)


@dataclass(frozen=True)
class Due:
    """One thing that is expected, until the end of that day."""

    what: Expected
    day: date
    amount: Money | None = None
    """Of money. The amounts of one deal add up to what is owed."""
    names: tuple[str, ...] = ()
    """Whose passports are missing."""
    whole: bool = False
    """Of money: it is the whole price, of which nothing was paid."""
    count: int = 0
    """Of how many seats it is not known who sits there, or not all of it."""

    def is_overdue(self, today: date) -> bool:
        return self.day < today

    def days_late(self, today: date) -> int:
        """Below zero as long as it is ahead."""
        return (today - self.day).days


@dataclass(frozen=True)
class OwedSum:
    """Of `count` deals: what is due of them, an amount per currency. `more`: of further deals it was not added up."""

    count: int
    amounts: tuple[Money, ...]
    more: bool = False


NAMED_BY = frozenset({"travellers_entered"})
PASSPORTS_BY = frozenset({"passports_sent", "passports_accepted"})
"""Needs of stages: a pipeline that has none of them expects no such thing."""


def dues(deal: "Deal", needs: Collection[str]) -> tuple[Due, ...]:
    """All that is expected of a deal whose pipeline has these needs, the earliest first, on one day money before papers.

    After the journey, and after a deal was closed, only money is; of a trip that does not take place nothing.
    """
    if deal.is_lost or deal.called_off:
        return ()
    found = [*_money(deal), *(_papers(deal, needs) if deal.is_open else ())]
    return tuple(sorted(found, key=lambda due: (due.day, not due.what.is_money)))


STALE = 7
"""Days after which a step that nobody took in time is not taken any more: there was a standstill, or the deal is old."""


def come(due: Due, days: Collection[int], booked: date, today: date) -> int | None:
    """Of these days, counted from the due one, the last that has come since the booking; None: none has, or long ago."""
    since = (due.day + timedelta(days=day) for day in days)
    past = [day for day, on in zip(days, since, strict=True) if booked < on <= today]
    last = max(past, default=None)
    return None if last is None or due.days_late(today) - last > STALE else last


def ahead(due: Due, days: Collection[int], today: date) -> list[date]:
    """Those of these days that are still to come."""
    return [on for day in days if (on := due.day + timedelta(days=day)) > today]


def asked_with(due: Due, among: Iterable[Due], today: date) -> tuple[Due, ...]:
    """Money that is asked for in one sum with this: all of the deal's that is due by then, the last one last."""
    until = max(due.day, today)
    return tuple(one for one in among if one.what.is_money and one.day <= until)


def money_now(among: Iterable[Due], today: date) -> Due | None:
    """What money is asked for first, in one sum with all that is overdue as well."""
    money = [due for due in among if due.what.is_money]
    if not money:
        return None
    asked = asked_with(money[0], money, today)
    amounts = [due.amount for due in asked if due.amount is not None]
    return replace(asked[-1], amount=sum(amounts[1:], amounts[0]))


def overdue(of: Iterable[Due], today: date) -> tuple[Due, ...]:
    return tuple(due for due in of if due.is_overdue(today))


def decided_by(deal: "Deal") -> date | None:
    """The last day of the journey of an open deal: after it somebody says what became of it."""
    return deal.last_day if deal.is_open else None


def _money(deal: "Deal") -> Iterable[Due]:
    if not deal.price:
        return
    deposit_by, balance_by = due_by(deal, Expected.DEPOSIT), due_by(deal, Expected.BALANCE)
    deposit = deal.deposit_owed
    rest = deal.owed - deposit
    if deposit_by and balance_by and balance_by <= deposit_by:
        deposit, rest = Money.zero(deal.currency), deal.owed
    if deposit_by and deposit.minor > 0:
        yield Due(Expected.DEPOSIT, deposit_by, deposit)
    if balance_by and rest.minor > 0:
        yield Due(Expected.BALANCE, balance_by, rest, whole=rest == deal.price)


def _papers(deal: "Deal", needs: Collection[str]) -> Iterable[Due]:
    by = due_by(deal, Expected.DOCUMENTS)
    if by is None:
        return
    unnamed = deal.seats - sum(traveller.complete for traveller in deal.party)
    if unnamed > 0 and not NAMED_BY.isdisjoint(needs):
        yield Due(Expected.NAMES, by, count=unnamed)
    names = tuple(traveller.name for traveller in deal.without_passport)
    if names and not PASSPORTS_BY.isdisjoint(needs):
        yield Due(Expected.DOCUMENTS, by, names=names)


def due_by(deal: "Deal", what: Expected) -> date | None:
    """As it is settled; for whoever books after that, the day after, but no later than the departure."""
    money = {Expected.DEPOSIT: deal.deposit_due, Expected.BALANCE: deal.balance_due}
    settled = money.get(what, deal.documents_due)
    if settled is None:
        return None
    booked = booked_on(deal)
    return settled if settled > booked else min(booked + timedelta(days=1), deal.first_day or date.max)


def booked_on(deal: "Deal") -> date:
    """The day on which the deal was opened, where the journey begins."""
    return (deal.created_at.astimezone(deal.trip.where) if deal.trip else deal.created_at).date()
