"""One update beside a bare aiogram echo: its CPU; and how long people wait for their words, sixteen at once."""

import asyncio
import tempfile
import time
from contextlib import ExitStack
from itertools import count

from aiohttp import ClientSession

from bench import prepare
from bench.databases import KINDS, address
from bench.stage import Contender, percentile, started, table

WARM, MEASURED, ROUND, WAITED = 200, 1000, 100, 100
"""Updates before, updates whose CPU is counted, how many of them in one go, and taps of each who waits."""

PEOPLE = range(101, 117)
EARLY = 100
"""Taps before anybody else."""

SECRET = {"X-Telegram-Bot-Api-Secret-Token": "bench"}


async def main(*, long: bool) -> None:
    """CPU milliseconds, then milliseconds from the tap to the words."""
    waited = WAITED * 10 if long else WAITED
    owners = [prepare.BORIS] * (WARM + MEASURED) + [*PEOPLE] * waited + [EARLY]
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
            url = stack.enter_context(address(kind, folder))
            await prepare.cards(url, owners)
            both = [stack.enter_context(started("ours", url)), stack.enter_context(started("bare"))]
            first = [await alone(each, len(owners)) for each in both]
            cpu = await costs(both)
            waits = [await waiting(each, waited) for each in both]
        rows = [("CPU per update, ms", cpu[0], cpu[1]), ("the first after the start, ms", first[0], first[1])]
        for share in (50, 99):
            mine, theirs = (percentile(each, share) * 1000 for each in waits)
            rows.append((f"waited, {len(PEOPLE)} at once, p{share}, ms", mine, theirs))
        table(f"on {kind}", "bare aiogram", rows)


async def alone(contender: Contender, number: int) -> float:
    """Milliseconds from the very first tap to its words."""
    async with ClientSession(headers=SECRET) as session:
        begun = time.perf_counter()
        await post(session, contender, EARLY, number)
        await session.get(f"{contender.api}/said/{EARLY}/1")
        return (time.perf_counter() - begun) * 1000


async def costs(contenders: list[Contender]) -> list[float]:
    """CPU milliseconds per update, after a warm-up; in turns, so that what else the machine does meets all alike."""
    for each in contenders:
        await send(each, 1, WARM)
    spent = [0.0] * len(contenders)
    for first in range(WARM + 1, WARM + MEASURED, ROUND):
        for place, each in enumerate(contenders):
            before = each.cpu
            await send(each, first, ROUND)
            spent[place] += each.cpu - before
    return [seconds / MEASURED * 1000 for seconds in spent]


async def send(contender: Contender, first: int, many: int) -> None:
    """One manager's taps, sixteen on their way at a time, until all are answered."""
    numbers = iter(range(first, first + many))
    async with ClientSession(headers=SECRET) as session:

        async def sender() -> None:
            for number in numbers:
                await post(session, contender, prepare.BORIS, number)

        await asyncio.gather(*(sender() for _ in PEOPLE))
        await session.get(f"{contender.api}/said/{prepare.BORIS}/{first + many - 1}")


async def waiting(contender: Contender, times: int) -> list[float]:
    """Seconds from each tap to its words; everybody taps on when they have read."""
    took: list[float] = []
    async with ClientSession(headers=SECRET) as session:

        async def person(place: int, who: int) -> None:
            for turn, number in zip(range(1, times + 1), count(WARM + MEASURED + 1 + place, len(PEOPLE))):
                begun = time.perf_counter()
                await post(session, contender, who, number)
                async with session.get(f"{contender.api}/said/{who}/{turn}") as words:
                    words.raise_for_status()
                took.append(time.perf_counter() - begun)

        await asyncio.gather(*(person(place, who) for place, who in enumerate(PEOPLE)))
    return took


async def post(session: ClientSession, contender: Contender, who: int, number: int) -> None:
    url = f"http://127.0.0.1:{contender.port}/hook"
    async with session.post(url, json=tap(who, number)) as answer:
        answer.raise_for_status()


def tap(who: int, number: int) -> dict[str, object]:
    """A manager's tap on "next stage" of deal `number`; the bare bot only sees some callback."""
    boris = {"id": who, "is_bot": False, "first_name": "Boris"}
    chat = {"id": who, "type": "private", "first_name": "Boris"}
    message = {"message_id": number, "date": 1, "chat": chat, "text": "card"}
    return {
        "update_id": number,
        "callback_query": {
            "id": str(number),
            "from": boris,
            "chat_instance": "1",
            "message": message,
            "data": f"f:{number}:1:0",
        },
    }
