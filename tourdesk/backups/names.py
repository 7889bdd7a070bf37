"""The names of archives: whose, of when, and how to tell that it is whole. What is named otherwise is not ours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from domain.entities.backups import worth_keeping

_NAME = re.compile(r"tourdesk-(\d+)-(\d{8}T\d{6}Z)-([0-9a-f]{16})\.tar\.gz\.age")
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class BackupName:
    """A bot's number, the moment the backup shows, and the first 64 bits of the archive's SHA-256."""

    bot: str
    made_at: datetime
    sha256: str

    def __str__(self) -> str:
        return f"tourdesk-{self.bot}-{self.made_at.astimezone(UTC):{_STAMP}}-{self.sha256[:16]}.tar.gz.age"

    @classmethod
    def read(cls, name: str) -> "BackupName | None":
        found = _NAME.fullmatch(name)
        if found is None:
            return None
        try:
            made_at = datetime.strptime(found[2], _STAMP).replace(tzinfo=UTC)
        except ValueError:
            return None
        return cls(found[1], made_at, found[3])


def outlived(names: Iterable[str], bot: str, keep: tuple[int, int, int]) -> list[str]:
    """Those of this bot's archives that need not be kept: daily, weekly, monthly as `keep` says."""
    ours = {name: read.made_at for name in names if (read := BackupName.read(name)) and read.bot == bot}
    kept = worth_keeping(ours.values(), *keep)
    return sorted(name for name, made_at in ours.items() if made_at not in kept)
