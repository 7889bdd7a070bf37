"""Managers who tap: at a contender's webhook, until its Bot API has got their words."""

import asyncio
import time
from collections.abc import Iterable

from aiohttp import ClientSession

from bench import prepare
from bench.stage import Contender

PEOPLE = range(101, 117)
"""Who wait for their words, all at once."""

EARLY = 100
"""Taps before anybody else."""

SECRET = {"X-Telegram-Bot-Api-Secret-Token": "bench"}


async def alone(contender: Contender, number: int) -> float:
    """Milliseconds from the very first tap to its words."""
    async with ClientSession(headers=SECRET) as session:
        begun = time.perf_counter()
        await post(session, contender, EARLY, number)
        await heard(session, contender, EARLY, 1, number, number)
        return (time.perf_counter() - begun) * 1000


async def send(contender: Contender, first: int, many: int) -> None:
    """One manager's taps, sixteen on their way at a time, until all are answered."""
    numbers = iter(range(first, first + many))
    async with ClientSession(headers=SECRET) as session:

        async def sender() -> None:
            for number in numbers:
                await post(session, contender, prepare.BORIS, number)

        await asyncio.gather(*(sender() for _ in PEOPLE))
        await heard(session, contender, prepare.BORIS, first + many - 1, first, first + many - 1)


async def waiting(contender: Contender, first: int, turns: Iterable[int]) -> list[float]:
    """Seconds from each tap to its words; everybody taps on when they have read. The deals of turn 1 begin at `first`."""
    took: list[float] = []
    async with ClientSession(headers=SECRET) as session:

        async def person(place: int, who: int) -> None:
            for turn in turns:
                begun, number = time.perf_counter(), first + place + (turn - 1) * len(PEOPLE)
                await post(session, contender, who, number)
                await heard(session, contender, who, turn, number, number)
                took.append(time.perf_counter() - begun)

        await asyncio.gather(*(person(place, who) for place, who in enumerate(PEOPLE)))
    return took


async def post(session: ClientSession, contender: Contender, who: int, number: int) -> None:
    url = f"http://127.0.0.1:{contender.port}/hook"
    async with session.post(url, json=tap(who, number, contender.name)) as answer:
        answer.raise_for_status()


async def heard(
    session: ClientSession, contender: Contender, who: int, many: int, first: int, last: int
) -> None:
    """Until the cards of these deals were drawn again; from the bare bot, which draws none, until so many words in all.

    Not by their count: who is late with an answer says once more where things stand, and that would be taken for the next.
    """
    drawn = f"said/{who}/{many}" if contender.name == "bare" else f"edited/{who}/{first}/{last}"
    async with session.get(f"{contender.api}/{drawn}") as words:
        words.raise_for_status()


def tap(who: int, number: int, bot: str) -> dict[str, object]:
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
            "data": f"deals:next:{number}:new" if bot == "typical" else f"f:{number}:1:0",
        },
    }
