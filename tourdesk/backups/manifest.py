"""What an archive says of itself: at its beginning what it is, at its end what must be in it."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from storage.dump.dump import Shape
from tourdesk.backups.archive import BadArchiveError

HEAD, TAIL = "tourdesk.json", "manifest.json"
FORMAT = 1


@dataclass(frozen=True)
class Head:
    """Of whom it is, when it was made and by which program, and the shape of its tables."""

    schema: str
    agency: str
    bot: str
    made_at: datetime
    shapes: tuple[Shape, ...]
    counters: dict[str, int]
    app: str = ""
    tzdata: str = ""
    format: int = FORMAT

    def written(self) -> bytes:
        facts = asdict(self) | {"made_at": self.made_at.isoformat()}
        facts |= {"app": _version("tourdesk"), "tzdata": _version("tzdata")}
        return json.dumps({"tourdesk": "backup", **facts}, ensure_ascii=False, indent=1).encode()

    @classmethod
    def read(cls, name: str, content: bytes) -> "Head":
        """Raises BadArchiveError for what is no backup of ours, or one of a later form."""
        try:
            facts: dict[str, Any] = json.loads(content) if name == HEAD else {}
            newer = facts.pop("tourdesk") == "backup" and facts["format"] > FORMAT
        except (ValueError, KeyError, TypeError):
            raise BadArchiveError("this is an encrypted archive, but not a backup of Tourdesk") from None
        if newer:
            raise BadArchiveError("this backup has a newer form: restore it with the newer program")
        try:
            facts["made_at"] = datetime.fromisoformat(facts["made_at"])
            facts["shapes"] = tuple(Shape.of(shape) for shape in facts["shapes"])
            return cls(**facts)
        except (ValueError, KeyError, TypeError):
            raise BadArchiveError("this is an encrypted archive, but not a backup of Tourdesk") from None


@dataclass
class Tail:
    """Rows and SHA-256 of each table, the files, and the last update that was received."""

    tables: dict[str, tuple[int, str]] = field(default_factory=dict)
    files: int = 0
    files_sha256: str = ""
    """Over the names of the files, in order; a name is the hash of what is in it."""
    missing: int = 0
    """Files that documents speak of and that the store did not have."""
    last_update: int = 0

    def written(self) -> bytes:
        return json.dumps(asdict(self), indent=1).encode()

    @classmethod
    def read(cls, content: bytes) -> "Tail":
        facts = json.loads(content)
        facts["tables"] = {name: (rows, sha) for name, (rows, sha) in facts["tables"].items()}
        return cls(**facts)

    @property
    def rows(self) -> int:
        return sum(rows for rows, _ in self.tables.values())


def _version(package: str) -> str:
    """ "" for a program that is run where it was unpacked."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
