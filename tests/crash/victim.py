"""The processes that are killed: the real program, forked from one that has everything imported, or started cold."""

import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

from pydantic import SecretStr

from tests.forking import FORKING

HOUSE = Path(__file__).parents[2]
AT_ONCE = 2_000
"""Messages one chat may get before it is spared: more than any run says."""
AT_ITS_PLACE = 137
"""The exit code of whoever died where it was told to."""
LAST_LINES, LINE = 20, 4_000
"""How many lines are kept of whoever ends by itself, and how much of each: a traceback is one line of the log."""
_DONE = re.compile(rb"(?:update taken|notice sent|notice dropped|lease lost)")


@dataclass(frozen=True)
class Life:
    """What a process is started with. `fast` is by how much its own clock is wrong."""

    token: str
    api_url: str
    data: str
    database: str | None
    name: str = "tourdesk"
    only: str | None = None
    hook: str | None = None
    port: int = 8443
    web: int | None = None
    """The port of its doors."""
    fast: timedelta = timedelta(0)

    @property
    def log(self) -> Path:
        return Path(self.data) / f"{self.name}.log"


def _live(life: Life, crash_at: str | None) -> None:
    from ops.fault_points import arm
    from tourdesk import running, wall_clock
    from tourdesk.logs import write_logs
    from tourdesk.settings import Settings
    from tourdesk.start import storage as start_storage
    from tourdesk.stopping import run_or_say_why

    log = os.open(life.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    write_logs(readable=False)
    arm(crash_at)
    if life.fast:
        right = wall_clock.real_time
        wrong = lambda: right() + life.fast  # noqa: E731
        for module in (running, start_storage):
            vars(module)["real_time"] = wrong
    _talk_freely()
    _look_often()
    settings = Settings(
        token=SecretStr(life.token),
        api_url=life.api_url,
        data=Path(life.data),
        database=life.database,
        webhook_url=life.hook,
        webhook_port=life.port,
        web_port=life.web,
    )
    sys.exit(run_or_say_why(running.run_agency(settings, life.only)))


def _talk_freely() -> None:
    """Three owners hear of everything: at a message a second in each chat they would still be listening in half an hour."""
    from scheduler import program
    from scheduler.delivery.rate_limiter import RateLimiter

    vars(program)["RateLimiter"] = partial(RateLimiter, burst=AT_ONCE)


def _look_often() -> None:
    """Who is killed every few seconds would not live to the next look of an entry that waits five minutes."""
    from scheduler import program
    from scheduler.timetable import TIMETABLE

    often = timedelta(seconds=2)
    vars(program)["TIMETABLE"] = tuple(replace(entry, every=min(entry.every, often)) for entry in TIMETABLE)


class _Cold:
    """The command line as an operator types it, with a process of its own; `fast` is beyond its reach."""

    def __init__(self, life: Life, crash_at: str | None) -> None:
        told = {
            "TOKEN": life.token,
            "API_URL": life.api_url,
            "DATA": life.data,
            "DATABASE": life.database,
            "WEBHOOK_URL": life.hook,
            "WEBHOOK_PORT": str(life.port),
        }
        settings = {f"TOURDESK_{name}": value for name, value in told.items() if value is not None}
        program = ["tourdesk"] if crash_at is None else ["tests.crash.armed", crash_at]
        part = ["--only", life.only] if life.only else []
        with life.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *program, "run", *part],
                cwd=HOUSE,
                env=os.environ | settings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.pid = self._process.pid

    def is_alive(self) -> bool:
        return self._process.poll() is None

    @property
    def exitcode(self) -> int | None:
        return self._process.poll()

    def join(self, timeout: float | None = None) -> None:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout)


class Victim:
    """Starts, is killed, starts again; its lives are counted."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.name = life.name
        self.paused = False
        self.lives = self.colds = 0
        self._read_to = 0
        self._begins = 0
        """Where in the log this life begins."""
        self._killed = self._told_to_stop = self._armed = False
        self.start()

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    @property
    def ended_by_itself(self) -> bool:
        """Nobody killed it or told it to stop, and it did not die at the place it was to die at."""
        if self.alive or self._killed or self._told_to_stop:
            return False
        return not (self._armed and self._process.exitcode == AT_ITS_PLACE)

    def last_words(self) -> str:
        """How this life ended, and the last lines of its log, which standard output and error go to as well."""
        code = self._process.exitcode
        how = f"signal {signal.Signals(-code).name}" if code is not None and code < 0 else f"exit {code}"
        with self.life.log.open("rb") as log:
            log.seek(self._begins)
            lines = log.read().decode(errors="replace").splitlines()
        said = "".join(f"\n    {line[:LINE]}" for line in lines[-LAST_LINES:]) or "\n    nothing"
        return f"{self.name}, life {self.lives}, ended by itself ({how}); its last words:{said}"

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def start(self, crash_at: str | None = None, *, cold: bool = False) -> None:
        """Where it is to die by its own hand, if anywhere; `cold` through the command line."""
        self.lives += 1
        self.colds += cold
        self._killed = self._told_to_stop = False
        self._armed = crash_at is not None
        self._begins = self.life.log.stat().st_size if self.life.log.exists() else 0
        self._process: BaseProcess | _Cold
        if cold:
            self._process = _Cold(self.life, crash_at)
        else:
            self._process = FORKING.Process(target=_live, args=(self.life, crash_at))
            self._process.start()
        self.achieved()

    def achieved(self) -> int:
        """How many updates and notices it has dealt with since it was last asked."""
        if not self.life.log.exists():
            return 0
        with self.life.log.open("rb") as log:
            log.seek(self._read_to)
            fresh = log.read()
        whole = fresh[: fresh.rfind(b"\n") + 1]
        self._read_to += len(whole)
        return len(_DONE.findall(whole))

    def kill(self) -> None:
        """SIGKILL: no chance to tidy up."""
        if self.alive:
            self._killed = True
            self._send(signal.SIGKILL)
        self._process.join()

    def pause(self) -> None:
        self._send(signal.SIGSTOP)
        self.paused = True

    def resume(self) -> None:
        self._send(signal.SIGCONT)
        self.paused = False

    def stop(self) -> None:
        """SIGTERM, as an operator does."""
        if self.paused:
            self.resume()
        if self.alive:
            self._told_to_stop = True
            self._send(signal.SIGTERM)
        self._process.join(20)
        self.kill()

    def _send(self, what: signal.Signals) -> None:
        with suppress(ProcessLookupError):  # it died by its own hand just now
            os.kill(self.pid, what)
