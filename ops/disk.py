"""The disk that everything is kept on: how much of it is left, and what of it stays when the power fails."""

import os
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


def synced(path: Path) -> None:
    """What was written to a file, or renamed in a folder, stays so when the power fails."""
    if os.name == "nt":  # where no folder can be opened, and nothing but the demo runs
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settled(root: Path, *files: Path) -> None:
    """Likewise files in this folder, with every folder on the way to them, which may be new."""
    for file in files:
        synced(file)
    ways = {folder for file in files for folder in file.parents if folder.is_relative_to(root)}
    for folder in (*ways, root.parent):
        synced(folder)
