"""Today: money that came."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.entities.people import Right, Role
from domain.ports.desk import Desk
from domain.ports.today import Received
from domain.queries.today.declared import Found, today_line
from domain.values.money import Money


@dataclass(frozen=True)
class MoneyPage:
    """Sums of today, yesterday and this month, and some of the payments, the last received first."""

    today: Sequence[Money]
    yesterday: Sequence[Money]
    month: Sequence[Money]
    payments: Sequence[Received]
    more: bool


def money(desk: Desk, limit: int = 7, offset: int = 0) -> MoneyPage:
    """Of deals within reach. Raises Forbidden."""
    desk.must(Right.SEE_MONEY)
    records, today = desk.repositories.today, desk.today
    yesterday, month = today - timedelta(days=1), today.replace(day=1)
    came = records.money_by_day(min(month, yesterday), today)
    found = records.payments(limit + 1, offset)
    return MoneyPage(
        _sums(came, today, today),
        _sums(came, yesterday, yesterday),
        _sums(came, month, today),
        found[:limit],
        len(found) > limit,
    )


@today_line("money_in", {Role.OWNER: 20, Role.ACCOUNTANT: 30}, Right.SEE_MONEY)
def _money_in_line(desk: Desk) -> Found | None:
    """Yesterday's, and what has come today so far."""
    yesterday = desk.today - timedelta(days=1)
    sums = _sums(desk.repositories.today.money_by_day(yesterday, desk.today), yesterday, desk.today)
    return Found(len(sums), facts={"sums": sums})


def _sums(came: Sequence[tuple[date, Money]], first: date, last: date) -> tuple[Money, ...]:
    """A sum of these days for each currency."""
    sums: Counter[str] = Counter()
    for day, money_of_day in came:
        if first <= day <= last:
            sums[money_of_day.currency] += money_of_day.minor
    return tuple(Money(minor, currency) for currency, minor in sorted(sums.items()))
