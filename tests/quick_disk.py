"""Where the tests' databases lie: in memory where the machine offers it, for nobody pulls its plug while they run."""

import os
import re
import shutil
import tempfile
from pathlib import Path

import psutil

_MEMORY = Path("/dev/shm")
_ROOM = 2_000_000_000
"""Bytes. Containers often have a few megabytes there."""


def quick_folder(prefix: str) -> Path:
    """A new one; whoever asked for it removes it. Those of processes that were killed first go now."""
    place = _MEMORY if _in_memory() else Path(tempfile.gettempdir())
    for left in place.glob(f"{prefix}*-*"):
        owner = re.fullmatch(r"(\d+)-\w+", left.name.removeprefix(prefix))
        if owner and not psutil.pid_exists(int(owner[1])):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{prefix}{os.getpid()}-", dir=place))


def keep_folders_in_memory() -> None:
    """Those that pytest makes for each test, and removes with later runs."""
    if _in_memory():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def _in_memory() -> bool:
    return os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM
