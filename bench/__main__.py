"""`make bench`: an update through the whole product beside a bare aiogram echo; start-up and memory of both."""

import asyncio
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import psutil
from aiohttp import ClientSession

from bench import prepare

WARM, MEASURED = 200, 1000
AT_ONCE = 16
SECRET = {"X-Telegram-Bot-Api-Secret-Token": "bench"}


@dataclass(frozen=True)
class Contender:
    """One of the two, running."""

    name: str
    port: int
    api: str
    process: psutil.Process
    startup: float

    @property
    def cpu(self) -> float:
        times = self.process.cpu_times()
        return float(times.user + times.system)

    @property
    def megabytes(self) -> float:
        return float(self.process.memory_info().rss / 2**20)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def started(name: str, *arguments: str) -> Iterator[Contender]:
    """The module `name` behind a port, beside a Bot API of its own."""
    port, api_port = free_port(), free_port()
    api = f"http://127.0.0.1:{api_port}"
    with ExitStack() as stack:
        server = stack.enter_context(
            subprocess.Popen([sys.executable, "-m", "bench.telegram", str(api_port)])
        )
        stack.callback(server.terminate)
        _wait_for(api_port)
        begun = time.monotonic()
        bot = stack.enter_context(
            subprocess.Popen(
                [sys.executable, "-m", f"bench.{name}", str(port), api, *arguments],
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        stack.callback(bot.terminate)
        assert bot.stdout is not None
        if bot.stdout.readline().strip() != "ready":
            raise RuntimeError(f"{name} did not start")
        yield Contender(name, port, api, psutil.Process(bot.pid), time.monotonic() - begun)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the Bot API did not start")


def tap(number: int) -> dict[str, object]:
    """A manager's tap on "next stage" of deal `number`; the bare bot only sees some callback."""
    boris = {"id": 7, "is_bot": False, "first_name": "Boris"}
    chat = {"id": 7, "type": "private", "first_name": "Boris"}
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


async def send(contender: Contender, first: int, count: int) -> list[float]:
    """Sends taps, `AT_ONCE` at a time, and waits until all are answered; seconds of each delivery."""
    numbers = iter(range(first, first + count))
    took: list[float] = []
    async with ClientSession(headers=SECRET) as session:

        async def sender() -> None:
            for number in numbers:
                begun = time.perf_counter()
                async with session.post(
                    f"http://127.0.0.1:{contender.port}/hook", json=tap(number)
                ) as answer:
                    answer.raise_for_status()
                took.append(time.perf_counter() - begun)

        await asyncio.gather(*(sender() for _ in range(AT_ONCE)))
        while int(await (await session.get(f"{contender.api}/said")).text()) < first + count - 1:
            await asyncio.sleep(0.02)
    return took


async def measure(contender: Contender) -> float:
    """CPU milliseconds per update, after a warm-up."""
    await send(contender, 1, WARM)
    before = contender.cpu
    await send(contender, WARM + 1, MEASURED)
    return (contender.cpu - before) / MEASURED * 1000


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        await prepare.main(folder, WARM + MEASURED)
        bare = stack.enter_context(started("bare"))
        ours = stack.enter_context(started("ours", folder))
        idle = ours.megabytes, bare.megabytes
        costs = await measure(ours), await measure(bare)
    print(f"{'':34}{'Tourdesk':>10}{'bare aiogram':>14}{'ratio':>8}")
    for what, (mine, theirs), unit in (
        ("CPU per update", costs, "ms"),
        ("memory, idle", idle, "MB"),
        ("start-up", (ours.startup, bare.startup), "s"),
    ):
        print(f"{what + ', ' + unit:34}{mine:>10.2f}{theirs:>14.2f}{mine / theirs:>8.2f}")


asyncio.run(main())
