"""Payments recorded by sixteen people at once, on both databases: none lost, and every sum right to the cent."""

import asyncio
import secrets
import tempfile
import time
from datetime import timedelta
from itertools import count

from sqlalchemy import func, select

from bench.databases import KINDS, opened
from bench.ours import AGENCY
from bench.prepare import BORIS, manager, now, sales
from domain.entities.payments import PaymentMethod
from domain.ports.desk import Actor, Desk
from domain.usecases.payments.payments import record_payment
from domain.values.money import Money
from storage import Database, SqlUnit
from storage import mapping as tables

PEOPLE = 16
EACH = 50
"""Payments on one deal; all sixteen are at the same one."""


async def main(*, long: bool) -> None:
    """The use case itself, each payment in a transaction of its own."""
    many = 100_000 if long else 2_000
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            async with opened(kind, folder) as database:
                await prepare(database, many // EACH)
                took = await record(database, many)
                lost, amiss = await compare(database, many)
        rate = f"{many / took:7.0f} a second"
        print(
            f"{kind:12}{many:>9} payments,{rate}, lost {lost}, deals amiss by a cent or more {amiss}",
            flush=True,
        )


async def prepare(database: Database, many: int) -> None:
    def build(unit: SqlUnit) -> None:
        sales(unit, range(1, many + 1), manager(unit, BORIS))

    await database.run(build)


async def record(database: Database, many: int) -> float:
    """Seconds."""
    numbers = count()
    yesterday = (now() - timedelta(days=1)).date()

    async def person() -> None:
        while (number := next(numbers)) < many:

            def pay(unit: SqlUnit, number: int = number) -> None:
                boris = unit.repositories.staff.get(1)
                desk = Desk(
                    Actor(boris.person, boris), now(), unit.repositories, AGENCY, secrets.token_urlsafe
                )
                amount = Money(cents(number), "EUR")
                record_payment(desk, number // EACH + 1, amount, PaymentMethod.CASH, yesterday)

            await database.run(pay)

    begun = time.perf_counter()
    await asyncio.gather(*(person() for _ in range(PEOPLE)))
    return time.perf_counter() - begun


async def compare(database: Database, many: int) -> tuple[int, int]:
    """How many payments are missing, and how many deals have another sum than was paid on them."""
    rows = tables.payments
    sums = select(rows.c.deal_id, func.count(), func.sum(rows.c.minor)).group_by(rows.c.deal_id)
    kept = await database.read(
        lambda unit: {deal: (n, int(sum_)) for deal, n, sum_ in unit.session.execute(sums)}
    )
    paid: dict[int, int] = {}
    for number in range(many):
        paid[number // EACH + 1] = paid.get(number // EACH + 1, 0) + cents(number)
    lost = many - sum(n for n, _ in kept.values())
    return lost, sum(kept.get(deal, (0, 0))[1] != expected for deal, expected in paid.items())


def cents(number: int) -> int:
    """Odd sums, of which fifty are still less than the price."""
    return 1 + number * 37 % 499
