"""One update beside a bare echo and a typical bot: CPU, statements, and how long sixteen people at once wait for words."""

import asyncio
import tempfile
from contextlib import ExitStack
from statistics import median

from bench import prepare
from bench.beside import Aim, Row, print_table
from bench.databases import KINDS, address
from bench.stage import Contender, Spent, percentile, started
from bench.tapping import EARLY, PEOPLE, alone, send, waiting
from bench.typical import database as their_deals

WARM, MEASURED, ROUND = 200, 1000, 100
"""Updates before, updates whose CPU is counted, and how many of them in one go."""

TURNS, WAITED = 20, 60
"""Taps of each who waits: in one go, and in all."""

SETTLED = 0.2
"""Seconds after which whoever has said their words has also done what comes after them."""

NO_PRICE = 0
"""With a price agreed ours would pass "inquiry" by itself, and move a deal two stages on where the typical bot moves it one."""

PATIENCE = 900.0
"""Seconds after which something hangs; ten times that in full."""

CPU = Aim("ours", "typical", 0.75)
MIDDLE = {"SQLite": Aim("ours", "typical", 0.8), "PostgreSQL": Aim("ours", "typical", 0.9)}
TAIL = Aim("ours", None, 2)


async def main(*, long: bool) -> None:
    """In turns, so that what else the machine does meets all alike; medians of the rounds."""
    for kind in KINDS:
        async with asyncio.timeout(PATIENCE * (10 if long else 1)):
            await compare(kind, WAITED * 10 if long else WAITED)


async def compare(kind: str, waited: int) -> None:
    """All three on one kind of database, each with its own."""
    owners = [prepare.BORIS] * (WARM + MEASURED) + [*PEOPLE] * waited + [EARLY]
    with ExitStack() as stack:
        theirs, mine = (
            stack.enter_context(address(kind, stack.enter_context(tempfile.TemporaryDirectory())))
            for _ in range(2)
        )
        await their_deals.prepare(theirs, owners)
        await prepare.cards(mine, owners, NO_PRICE)
        names = {"bare": (), "typical": (theirs,), "ours": (mine,)}
        three = [stack.enter_context(started(name, *words)) for name, words in names.items()]
        first = [await alone(each, len(owners)) for each in three]
        spent = await rounds(three)
        waits, busy = await waiting_rounds(three, waited)
        for name, moved in (
            ("typical", await their_deals.moved(theirs)),
            ("ours", await prepare.moved(mine)),
        ):
            if moved != len(owners):
                raise RuntimeError(f"{name}: of {len(owners)} taps only {moved} moved their deal")
    middle, tail = ([median(percentile(one, share) for one in each) for each in waits] for share in (50, 99))
    people = f"waited, {len(PEOPLE)} at once"
    print_table(
        f"on {kind}",
        [*names],
        [
            Row("CPU per update, one person's, ms", [median(one.cpu for one in each) for each in spent], CPU),
            Row("statements per update", [median(one.statements for one in each) for each in spent]),
            Row("the first after the start, ms", first),
            Row(f"CPU per update, {len(PEOPLE)} at once, ms", [median(each) for each in busy], CPU),
            Row(f"{people}, p50, ms", middle, MIDDLE[kind]),
            Row(f"{people}, p99, ms", tail),
            Row("p99 over its own p50", [a / b for a, b in zip(tail, middle, strict=True)], TAIL),
        ],
    )


async def costs(contenders: list[Contender]) -> list[float]:
    """CPU milliseconds per update."""
    return [median(one.cpu for one in each) for each in await rounds(contenders)]


async def rounds(contenders: list[Contender]) -> list[list[Spent]]:
    """What each spent on an update, in milliseconds of CPU and statements, round by round, after a warm-up."""
    for each in contenders:
        await send(each, 1, WARM)
    spent: list[list[Spent]] = [[] for _ in contenders]
    for first in range(WARM + 1, WARM + MEASURED, ROUND):
        for each, kept in zip(contenders, spent, strict=True):
            before = each.spent()
            await send(each, first, ROUND)
            await asyncio.sleep(SETTLED)
            after = each.spent()
            cpu, statements = after.cpu - before.cpu, after.statements - before.statements
            kept.append(Spent(cpu * 1000 / ROUND, statements / ROUND))
    return spent


async def waiting_rounds(
    contenders: list[Contender], waited: int
) -> tuple[list[list[list[float]]], list[list[float]]]:
    """Milliseconds of everybody's waiting, round by round; and of CPU per update."""
    waits: list[list[list[float]]] = [[] for _ in contenders]
    busy: list[list[float]] = [[] for _ in contenders]
    for turn in range(1, waited + 1, TURNS):
        for each, kept, worked in zip(contenders, waits, busy, strict=True):
            before = each.spent()
            took = await waiting(each, WARM + MEASURED + 1, range(turn, turn + TURNS))
            kept.append([seconds * 1000 for seconds in took])
            await asyncio.sleep(SETTLED)
            worked.append((each.spent().cpu - before.cpu) * 1000 / len(took))
    return waits, busy
