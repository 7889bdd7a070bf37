"""How the program is, second by second: memory, processor, open files, the write-ahead log."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import linear_regression, mean

import psutil


@dataclass(frozen=True)
class Look:
    """Seconds since the start, megabytes, seconds of CPU, and how many updates there had been."""

    at: float
    memory: float
    cpu: float
    updates: int


@dataclass
class Vitals:
    """Of one process and its database's folder."""

    process: psutil.Process
    folder: Path
    updates: Callable[[], int]
    looks: list[Look] = field(default_factory=list)

    @property
    def files(self) -> int:
        """Descriptors that are open."""
        return int(self.process.num_fds())

    @property
    def log(self) -> float:
        """The write-ahead log, in megabytes; there is none on PostgreSQL."""
        return sum(one.stat().st_size for one in self.folder.glob("*-wal")) / 2**20

    async def watch(self) -> None:
        begun = time.monotonic()
        while True:
            times = self.process.cpu_times()
            memory = self.process.memory_info().rss / 2**20
            at = time.monotonic() - begun
            self.looks.append(Look(at, memory, times.user + times.system, self.updates()))
            await asyncio.sleep(1)

    def memory(self, since: float, until: float) -> float:
        return mean(look.memory for look in self._between(since, until))

    def slope(self, since: float, until: float) -> float:
        """Megabytes for each thousand updates."""
        looks = self._between(since, until)
        return 1000 * linear_regression([look.updates for look in looks], [look.memory for look in looks])[0]

    def cost(self, since: float, until: float) -> float:
        """Milliseconds of CPU for each update, with all that is done between them."""
        looks = self._between(since, until)
        return 1000 * (looks[-1].cpu - looks[0].cpu) / max(1, looks[-1].updates - looks[0].updates)

    def _between(self, since: float, until: float) -> list[Look]:
        return [look for look in self.looks if since <= look.at <= until]
