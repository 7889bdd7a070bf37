"""One person sends 200 updates a second: how long do the others wait, beside a quiet while of the same run?

`python -m tests.crash.flood [--webhook]` prints the 95th percentile of both and their ratio, and what became of the flood;
then 500 strangers press /start at once.
"""

import asyncio
import sys
import tempfile
import time
from contextlib import AsyncExitStack, suppress
from pathlib import Path

import psutil
from aiohttp import ClientSession

from bench.stage import free_port
from sandbox import Sandbox
from sandbox.calls import Call
from storage import Database
from storage.crypto.sealing import Keys
from tests.crash.victim import Life, Victim
from tourdesk.keys import secret_key

FLOODER = 666
OTHERS = 8
WHILE = 12.0
ROUNDS = 2
RATE = 200
STRANGERS = 500
PATIENCE = 60.0


class Waiting:
    """Others who ask for the menu every now and then, and how long each answer took."""

    def __init__(self, http: ClientSession, sandbox: Sandbox) -> None:
        self._http = http
        self.took: list[float] = []
        self._answers: dict[int, asyncio.Future[float]] = {}
        # Told by the sandbox: to look for answers time and again would be a flood of its own.
        sandbox.telegram.calls.on_note.append(self._note)

    def _note(self, call: Call) -> None:
        if call.method.lower() == "sendmessage" and (chat := call.integer("chat_id")) in self._answers:
            self._answers.pop(chat).set_result(time.monotonic())

    async def ask(self, number: int, until: float) -> None:
        while time.monotonic() < until:
            answer = self._answers[number] = asyncio.get_running_loop().create_future()
            asked = time.monotonic()
            await _post(self._http, f"/sim/people/{number}/say", {"text": "/language"})
            async with asyncio.timeout(PATIENCE):
                self.took.append(await answer - asked)
            await asyncio.sleep(0.7)


async def main(*, by_webhook: bool = False) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with AsyncExitStack() as stack:
            sandbox = Sandbox(rate_limits=None)
            await sandbox.start()
            stack.push_async_callback(sandbox.stop)
            http = await stack.enter_async_context(ClientSession(sandbox.url))
            port = free_port()
            hook = f"http://127.0.0.1:{port}/hook" if by_webhook else None
            victim = Victim(Life(sandbox.token, sandbox.api_url, folder, None, hook=hook, port=port))
            stack.callback(victim.stop)
            database = Database(f"sqlite+aiosqlite:///{folder}/tourdesk.db", Keys(secret_key(Path(folder))))
            stack.push_async_callback(database.close)
            for number in (FLOODER, *range(1000, 1000 + OTHERS)):
                await http.post("/sim/people", json={"id": number, "first_name": f"P{number}"})
                await http.post(f"/sim/people/{number}/say", json={"text": "/start"})
            await _taken(sandbox)
            quiet, loud, sent = Waiting(http, sandbox), Waiting(http, sandbox), 0
            spent = [0.0, 0.0]
            for _ in range(ROUNDS):
                before = _cpu(victim)
                await _ask(quiet)
                between = _cpu(victim)
                flood = asyncio.create_task(_flood(sandbox))
                await _ask(loud)
                spent[0], spent[1] = spent[0] + between - before, spent[1] + _cpu(victim) - between
                flood.cancel()
                sent += await _sent(flood)
                await _taken(sandbox)
            aside = await database.read(lambda unit: unit.inbox.flooded())
            print(
                f"flood by {'webhook' if by_webhook else 'polling'}: {sent} updates of one person, {aside} set aside; "
                f"others' p50 {_percentile(quiet.took, 50):.3f} s quiet, {_percentile(loud.took, 50):.3f} s beside it; "
                f"p95 {_percentile(quiet.took, 95):.3f} s quiet ({len(quiet.took)}), "
                f"{_percentile(loud.took, 95):.3f} s beside it ({len(loud.took)}), "
                f"ratio {_percentile(loud.took, 95) / _percentile(quiet.took, 95):.2f}; "
                f"CPU of the program {spent[0] / ROUNDS / WHILE:.0%} quiet, {spent[1] / ROUNDS / WHILE:.0%} beside it",
                flush=True,
            )
            await _strangers(http, sandbox)


def _cpu(victim: Victim) -> float:
    """Seconds, so far."""
    times = psutil.Process(victim.pid).cpu_times()
    return float(times.user + times.system)


async def _taken(sandbox: Sandbox) -> None:
    """Until Telegram has nothing left for the bot."""
    async with asyncio.timeout(PATIENCE):
        while len(sandbox.world.updates):
            await asyncio.sleep(0.1)


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


async def _strangers(http: ClientSession, sandbox: Sandbox) -> None:
    """All at once; each is greeted."""
    numbers = range(5000, 5000 + STRANGERS)
    left, done = set(numbers), asyncio.Event()

    def note(call: Call) -> None:
        if call.method.lower() == "sendmessage":
            left.discard(call.integer("chat_id") or 0)
            if not left:
                done.set()

    sandbox.telegram.calls.on_note.append(note)
    for number in numbers:
        await http.post("/sim/people", json={"id": number, "first_name": f"S{number}"})
    began = time.monotonic()
    says = (_post(http, f"/sim/people/{number}/say", {"text": "/start"}) for number in numbers)
    await asyncio.gather(*says)
    with suppress(TimeoutError):
        async with asyncio.timeout(180):
            await done.wait()
    print(
        f"strangers: {STRANGERS} at once, {len(left)} not greeted, the last after {time.monotonic() - began:.1f} s"
    )


async def _post(http: ClientSession, path: str, body: dict[str, str]) -> None:
    async with http.post(path, json=body) as answer:
        await answer.read()


def _percentile(took: list[float], share: int) -> float:
    return sorted(took)[len(took) * share // 100]


if __name__ == "__main__":
    asyncio.run(main(by_webhook="--webhook" in sys.argv))
