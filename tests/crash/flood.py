"""One person sends 200 updates a second: how long do the others wait, beside a quiet while of the same run?

`python -m tests.crash.flood` prints the 95th percentile of both and their ratio, and what became of the flood;
then 500 strangers press /start at once.
"""

import asyncio
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path

from aiohttp import ClientSession

from sandbox import Sandbox
from storage import Database
from storage.sealing import Keys
from tests.crash.victim import Life, Victim
from tourdesk.keys import secret_key

FLOODER = 666
OTHERS = 8
WHILE = 12.0
ROUNDS = 2
RATE = 200
STRANGERS = 500


class Waiting:
    """Others who ask for the menu every now and then, and how long each answer took."""

    def __init__(self, http: ClientSession) -> None:
        self._http = http
        self.took: list[float] = []

    async def ask(self, number: int, until: float) -> None:
        while time.monotonic() < until:
            async with self._http.post(f"/sim/people/{number}/say", json={"text": "/language"}) as answer:
                said = (await answer.json())["message_id"]
            asked = time.monotonic()
            while not await self._answered(number, said):
                await asyncio.sleep(0.01)
            self.took.append(time.monotonic() - asked)
            await asyncio.sleep(0.7)

    async def _answered(self, number: int, said: int) -> bool:
        async with self._http.get(f"/sim/people/{number}/chat?since={said}") as answer:
            return any(message["from"] == "bot" for message in (await answer.json())["messages"])


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with AsyncExitStack() as stack:
            sandbox = Sandbox(rate_limits=None)
            await sandbox.start()
            stack.push_async_callback(sandbox.stop)
            http = await stack.enter_async_context(ClientSession(sandbox.url))
            victim = Victim(Life(sandbox.token, sandbox.api_url, folder, None))
            stack.callback(victim.stop)
            database = Database(f"sqlite+aiosqlite:///{folder}/tourdesk.db", Keys(secret_key(Path(folder))))
            stack.push_async_callback(database.close)
            for number in (FLOODER, *range(1000, 1000 + OTHERS)):
                await http.post("/sim/people", json={"id": number, "first_name": f"P{number}"})
                await http.post(f"/sim/people/{number}/say", json={"text": "/start"})
            while len(sandbox.world.updates):
                await asyncio.sleep(0.1)
            quiet, loud, sent = Waiting(http), Waiting(http), 0
            for _ in range(ROUNDS):
                await _ask(quiet)
                flood = asyncio.create_task(_flood(sandbox))
                await _ask(loud)
                flood.cancel()
                sent += await _sent(flood)
                while len(sandbox.world.updates):
                    await asyncio.sleep(0.1)
            aside = await database.read(lambda unit: unit.inbox.flooded())
            print(
                f"flood: {sent} updates of one person, {aside} set aside; others' p95 {_p95(quiet.took):.3f} s quiet "
                f"({len(quiet.took)}), {_p95(loud.took):.3f} s beside it ({len(loud.took)}), "
                f"ratio {_p95(loud.took) / _p95(quiet.took):.2f}"
            )
            await _strangers(http)


async def _ask(waiting: Waiting) -> None:
    until = time.monotonic() + WHILE
    await asyncio.gather(*(waiting.ask(1000 + n, until) for n in range(OTHERS)))


_counts: list[int] = []


async def _flood(sandbox: Sandbox) -> None:
    number = 0
    try:
        while True:
            await asyncio.sleep(0.1)
            for _ in range(RATE // 10):
                number += 1
                who = {"id": FLOODER, "is_bot": False, "first_name": "Flo", "language_code": "en"}
                chat = {"id": FLOODER, "type": "private", "first_name": "Flo"}
                message = {
                    "message_id": 10_000_000 + number,
                    "date": 1,
                    "from": who,
                    "chat": chat,
                    "text": "/menu",
                }
                sandbox.world.updates.add("message", message, str(FLOODER))
    finally:
        _counts.append(number)


async def _sent(flood: "asyncio.Task[None]") -> int:
    await asyncio.gather(flood, return_exceptions=True)
    return _counts[-1]


async def _strangers(http: ClientSession) -> None:
    """All at once; each is greeted."""
    numbers = range(5000, 5000 + STRANGERS)
    for number in numbers:
        await http.post("/sim/people", json={"id": number, "first_name": f"S{number}"})
    began = time.monotonic()
    await asyncio.gather(
        *(_post(http, f"/sim/people/{number}/say", {"text": "/start"}) for number in numbers)
    )
    left = set(numbers)
    while left and time.monotonic() < began + 180:
        for number in list(left):
            async with http.get(f"/sim/people/{number}/chat") as answer:
                if any(message["from"] == "bot" for message in (await answer.json())["messages"]):
                    left.discard(number)
        await asyncio.sleep(0.2)
    print(
        f"strangers: {STRANGERS} at once, {len(left)} not greeted, the last after {time.monotonic() - began:.1f} s"
    )


async def _post(http: ClientSession, path: str, body: dict[str, str]) -> None:
    async with http.post(path, json=body) as answer:
        await answer.read()


def _p95(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.95)]


if __name__ == "__main__":
    asyncio.run(main())
