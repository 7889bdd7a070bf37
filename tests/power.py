"""What would be left after a power failure: what was brought to the disk, which is seen while it is done."""

import os
from pathlib import Path

import pytest


class OnDisk:
    """From now on; files and folders, whatever they are called later."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._brought: set[tuple[int, int]] = set()
        self._fsync = os.fsync
        monkeypatch.setattr(os, "fsync", self._seen)

    def holds(self, *paths: Path) -> bool:
        return all(_identity(os.stat(path)) in self._brought for path in paths)  # noqa: PTH116 (as fstat)

    def _seen(self, descriptor: int) -> None:
        self._fsync(descriptor)
        self._brought.add(_identity(os.fstat(descriptor)))


def _identity(of: os.stat_result) -> tuple[int, int]:
    return of.st_dev, of.st_ino
