"""What every part stands on: contenders in processes of their own, each beside a Bot API of its own; tables of two columns."""

import math
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import psutil


@dataclass(frozen=True)
class Spent:
    """By a contender, since its start."""

    cpu: float
    statements: float


@dataclass(frozen=True)
class Contender:
    """One of those that are compared, running."""

    name: str
    port: int
    api: str
    process: psutil.Popen
    startup: float

    @property
    def cpu(self) -> float:
        """Seconds, so far."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def spent(self) -> Spent:
        """As its process tells it when it is asked: finer than the ticks that are seen from outside."""
        self.process.send_signal(signal.SIGUSR1)
        cpu, statements = self.process.stdout.readline().split()
        return Spent(float(cpu), float(statements))

    @property
    def megabytes(self) -> float:
        return float(self.process.memory_info().rss / 2**20)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def started(name: str, *arguments: str) -> Iterator[Contender]:
    """The module `bench.<name>` behind a port, beside a Bot API of its own; it prints "ready"."""
    port = free_port()
    with bot_api() as api:
        words = ("-m", f"bench.{name}", str(port), api, *arguments)
        with running(words, "ready") as (process, startup):
            yield Contender(name, port, api, process, startup)


@contextmanager
def bot_api(*arguments: str) -> Iterator[str]:
    """A Bot API in a process of its own; its address."""
    port = free_port()
    with ExitStack() as stack:
        server = stack.enter_context(
            subprocess.Popen([sys.executable, "-m", "bench.telegram", str(port), *arguments])
        )
        stack.callback(server.terminate)
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"


@contextmanager
def running(words: Iterable[str], until: str, **surroundings: str) -> Iterator[tuple[psutil.Popen, float]]:
    """`python <words>`, and the seconds it took until it printed a line that begins with `until`."""
    with ExitStack() as stack:
        begun = time.monotonic()
        process = stack.enter_context(
            psutil.Popen(
                [sys.executable, *words],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                env=_as_installed() | surroundings,
            )
        )
        stack.callback(_end, process)
        for line in process.stdout:
            if line.startswith(until):
                break
        else:
            raise RuntimeError(f"{' '.join(words)} did not start")
        yield process, time.monotonic() - begun


def _end(process: psutil.Popen) -> None:
    """As an operator does it; by force when that takes too long."""
    process.terminate()
    try:
        process.wait(20)
    except psutil.TimeoutExpired:
        process.kill()


def _as_installed() -> dict[str, str]:
    """An installed program is compiled once; where that is forbidden, it would be anew at each start."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the Bot API did not start")


def table(first: str, second: str, rows: Iterable[tuple[str, float, float]]) -> None:
    """Two things side by side, and how many times the second the first is."""
    print(f"{'':38}{first:>14}{second:>14}{'ratio':>8}", flush=True)
    for what, mine, theirs in rows:
        print(f"{what:38}{mine:>14.2f}{theirs:>14.2f}{mine / theirs:>8.2f}", flush=True)


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that so many hundredths do not exceed."""
    return sorted(values)[max(0, math.ceil(len(values) * share / 100) - 1)]
