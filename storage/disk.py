"""The disk that everything is kept on: how much of it is left."""

import shutil
from pathlib import Path
from typing import NamedTuple


class Disk(NamedTuple):
    """In bytes."""

    free: int
    total: int

    @property
    def low(self) -> bool:
        """Less than a gigabyte, or less than a twentieth."""
        return self.free < 1_000_000_000 or self.free < self.total / 20


def disk_of(folder: Path) -> Disk | None:
    """The one this folder is on; None when it cannot be asked."""
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return None
    return Disk(usage.free, usage.total)
