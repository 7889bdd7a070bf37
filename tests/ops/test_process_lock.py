"""The lock of a process: one at a time, released however its holder ends, and the empty file stays."""

import subprocess
import sys
from pathlib import Path

import pytest

from ops.process_lock import AlreadyLocked, ProcessLock

HOLDS = """
import os, sys
from ops.process_lock import ProcessLock
ProcessLock(sys.argv[1]).take()
os.kill(os.getpid(), 9)
"""


def test_one_holds_it_at_a_time_and_the_empty_file_stays(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'tourdesk.db'}"
    first, second = ProcessLock(url), ProcessLock(url)
    first.take()
    with pytest.raises(AlreadyLocked):
        second.take()
    first.release()
    second.take()
    second.release()
    second.release()

    file = tmp_path / "tourdesk.db.lock"
    assert file.read_bytes() == b""
    assert file.stat().st_mode & 0o777 == 0o600


def test_who_is_killed_leaves_it_to_the_next(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'tourdesk.db'}"
    killed = subprocess.run(
        [sys.executable, "-c", HOLDS, url], cwd=Path(__file__).parents[2], timeout=60, check=False
    )

    assert killed.returncode == -9
    assert (tmp_path / "tourdesk.db.lock").exists()
    ProcessLock(url).take()


@pytest.mark.parametrize("folder", ["nowhere", "a file"])
def test_a_folder_that_cannot_be_written_is_told_as_the_system_tells_it(tmp_path: Path, folder: str) -> None:
    (tmp_path / "a file").touch()

    with pytest.raises(OSError, match=folder):
        ProcessLock(f"sqlite+aiosqlite:///{tmp_path / folder / 'tourdesk.db'}").take()


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "postgresql+asyncpg://nobody@nowhere/none"])
def test_other_databases_need_none(url: str) -> None:
    for lock in (ProcessLock(url), ProcessLock(url)):
        lock.take()
        lock.release()
