"""The program as its operator starts it: a real child process with an environment, an output and an exit code.

Loading aiogram takes seconds, so most are forked from one process that has it loaded; what they run is the
command line itself. `alone` starts a Python of its own.
"""

import asyncio
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any, Self

from tests.forking import FORKING
from tests.log_watch import WATCH

PATIENCE = 60.0


class Program:
    """`tourdesk <words>` in a folder; leaving the `with` block kills it if it still runs."""

    def __init__(self, folder: Path, *words: str, **settings: str) -> None:
        self._folder = folder
        self._words = words
        self._settings = {f"TOURDESK_{name.upper()}": value for name, value in settings.items()}
        self._output = folder / f"output-{time.monotonic_ns()}"

    def __enter__(self) -> Self:
        arguments = (self._words, self._settings, str(self._output), str(self._folder))
        self._process = FORKING.Process(target=_live, args=arguments)
        self._process.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.join()
        self._show_to_watch()

    @property
    def output(self) -> str:
        """All it has printed so far."""
        return self._output.read_text() if self._output.exists() else ""

    def _show_to_watch(self) -> None:
        """All but the link an operator is shown to open."""
        WATCH.plant(self._settings.get("TOURDESK_TOKEN"), "the bot's token")
        WATCH.plant(self._settings.get("TOURDESK_WEBHOOK_SECRET"), "the webhook's secret")
        for key in self._folder.glob("*/secret.key"):
            WATCH.plant(key.read_text().strip(), "the secret key")
        for line in self.output.splitlines():
            if not line.startswith("https://t.me/"):
                WATCH.heard(f"tourdesk {' '.join(self._words)}", line)

    async def says(self, words: str, within: float = PATIENCE) -> None:
        """Waits until it has printed this."""
        deadline = time.monotonic() + within
        while words not in self.output:
            assert self._process.is_alive(), self.output
            assert time.monotonic() < deadline, self.output
            await asyncio.sleep(0.02)

    async def ends(self, within: float = PATIENCE) -> int:
        """Its exit code."""
        await asyncio.to_thread(self._process.join, within)
        assert self._process.exitcode is not None, f"still there after {within} s:\n{self.output}"
        return self._process.exitcode

    async def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Stopped as an operator does it, which must not take long; the exit code."""
        assert self._process.pid is not None
        os.kill(self._process.pid, by)
        return await self.ends(within=10)


async def alone(folder: Path, *words: str, **surroundings: str) -> tuple[int, str]:
    """`python <words>`: its exit code and what it printed."""
    house = Path(__file__).parents[2]
    known = {"PATH": os.environ["PATH"], "PYTHONPATH": str(house)}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *words,
        cwd=folder,
        env=known | surroundings,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    printed, _nothing = await process.communicate()
    assert process.returncode is not None
    return process.returncode, printed.decode()


def _live(words: tuple[str, ...], settings: dict[str, str], output: str, folder: str) -> Any:
    for name in [name for name in os.environ if name.startswith("TOURDESK_")]:
        del os.environ[name]
    os.environ.update(settings)
    os.chdir(folder)
    descriptor = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    from tourdesk.cli import app

    app(words, prog_name="tourdesk")
