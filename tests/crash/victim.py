"""The process that is killed: the real program, started again and again from one that has everything imported."""

import os
import signal
from pathlib import Path

from pydantic import SecretStr

from tests.forking import FORKING


def _live(token: str, api_url: str, data: str, database: str | None) -> None:
    from tourdesk.running import run_agency
    from tourdesk.settings import Settings
    from tourdesk.stopping import run_until_stopped

    settings = Settings(
        token=SecretStr(token), api_url=api_url, data=Path(data), database=database, webhook_url=None
    )
    run_until_stopped(run_agency(settings, None))


class Victim:
    """Starts, is killed, starts again. `kills` counts."""

    def __init__(self, token: str, api_url: str, data: Path, database: str | None) -> None:
        self._arguments = (token, api_url, str(data), database)
        self.kills = 0
        self.start()

    def start(self) -> None:
        self._process = FORKING.Process(target=_live, args=self._arguments)
        self._process.start()

    def kill(self) -> None:
        """SIGKILL: no chance to tidy up."""
        assert self._process.pid is not None
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.join()
        self.kills += 1

    def stop(self) -> int:
        """SIGTERM, as an operator does; the exit code."""
        self._process.terminate()
        self._process.join(20)
        assert self._process.exitcode is not None, "did not stop within 20 seconds"
        return self._process.exitcode
