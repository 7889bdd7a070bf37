"""The processes that are killed: the real program, started again and again from one that has everything imported."""

import os
import signal
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from pydantic import SecretStr

from tests.forking import FORKING


@dataclass(frozen=True)
class Life:
    """What a process is started with. `fast` is by how much its own clock is wrong."""

    token: str
    api_url: str
    data: str
    database: str | None
    only: str | None = None
    hook: str | None = None
    port: int = 8443
    fast: timedelta = timedelta(0)


def _live(life: Life, crash_at: str | None) -> None:
    from storage import crashing
    from tourdesk import agency, running
    from tourdesk.logs import write_logs
    from tourdesk.settings import Settings
    from tourdesk.stopping import run_until_stopped

    log = os.open(f"{life.data}/log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    write_logs(readable=True)
    crashing.arm(crash_at)
    if life.fast:
        right = agency.real_time
        wrong = lambda: right() + life.fast  # noqa: E731
        for module in (agency, running):
            vars(module)["real_time"] = wrong
    settings = Settings(
        token=SecretStr(life.token),
        api_url=life.api_url,
        data=Path(life.data),
        database=life.database,
        webhook_url=life.hook,
        webhook_port=life.port,
    )
    run_until_stopped(running.run_agency(settings, life.only))


class Victim:
    """Starts, is killed, starts again."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.paused = False
        self.start()

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def start(self, crash_at: str | None = None) -> None:
        self._process = FORKING.Process(target=_live, args=(self.life, crash_at))
        self._process.start()

    def kill(self) -> None:
        """SIGKILL: no chance to tidy up."""
        self._process.kill()
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
        self._process.terminate()
        self._process.join(20)
        if self.alive:
            self.kill()

    def _send(self, what: signal.Signals) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, what)
