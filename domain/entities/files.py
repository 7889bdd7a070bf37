"""Stored files: what somebody sent as a file, fetched once into our own store. What it is for, its purpose tells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.declarations import declare
from domain.values.file_types import type_of
from domain.values.refusals import Refusal

MEGABYTE = 1024 * 1024

MOST = 20 * MEGABYTE
"""Bytes: what Telegram lets a bot download. No purpose takes more."""


PHOTOS_AND_PDF = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/webp": "webp",
    "application/pdf": "pdf",
}
"""Types of what people photograph or scan, with the extension we give them."""


class FilePurpose(str):
    """What a file is for: its key, as in the database, and what is declared with it beside the noun it belongs to."""

    noun: str
    """What such a file belongs to."""
    accepts: Mapping[str, str]
    """The types that are taken, with the extension we give them."""
    largest: int
    """Bytes."""
    tells: Callable[[bytes], str | None]
    """The type, told by the content; None for what is not taken."""
    too_big: str
    """The refusal of what is larger."""
    not_taken: str
    """The refusal of another type."""

    def __new__(
        cls,
        key: str,
        noun: str,
        accepts: Mapping[str, str],
        largest: int,
        tells: Callable[[bytes], str | None],
        too_big: str,
        not_taken: str,
    ) -> "FilePurpose":
        purpose = super().__new__(cls, key)
        purpose.noun, purpose.accepts, purpose.largest, purpose.tells = noun, accepts, largest, tells
        purpose.too_big, purpose.not_taken = too_big, not_taken
        return purpose

    def type_of(self, content: bytes) -> str | None:
        """What it really is; None for what is not taken for this purpose."""
        found = self.tells(content)
        return found if found in self.accepts else None


PURPOSES: dict[str, FilePurpose] = {}
"""Every purpose by its key, declared beside its noun."""


def file_purpose(
    key: str,
    *,
    noun: str,
    accepts: Mapping[str, str],
    largest: int = MOST,
    tells: Callable[[bytes], str | None] = type_of,
    too_big: str = "file_too_big",
    not_taken: str = "file_type_not_taken",
) -> FilePurpose:
    """Declares what files are for. What follows when one was fetched: `domain.usecases.files.fetched`."""
    return declare(PURPOSES, key, FilePurpose(key, noun, accepts, largest, tells, too_big, not_taken))


class FileState(StrEnum):
    """Whether a file is in our own store."""

    TO_FETCH = "to_fetch"
    STORED = "stored"
    REFUSED = "refused"


@dataclass(frozen=True)
class SentFile:
    """A file in a chat, before it is ours: how to fetch it and what it claims to be."""

    source: str
    """How it is fetched: only the bot it was sent to can do that."""
    source_key: str
    """The same for the same content, however often it is sent."""
    name: str
    mime: str
    size: int
    is_photo: bool

    def must_be_acceptable(self, purpose: FilePurpose) -> None:
        """Raises Refusal: what the purpose says, in general file_too_big and file_type_not_taken."""
        if self.size > purpose.largest:
            raise Refusal(purpose.too_big, most=purpose.largest // MEGABYTE)
        if self.mime not in purpose.accepts:
            raise Refusal(purpose.not_taken, name=self.name)

    def wanted(self, purpose: FilePurpose, now: datetime) -> "StoredFile":
        """To be fetched."""
        return StoredFile(
            purpose, self.source, self.source_key, self.name, self.mime, self.size, self.is_photo, now
        )


@dataclass(eq=False)
class StoredFile:
    """A file that is ours, or will be; it belongs to one thing, which refers to it."""

    purpose: FilePurpose
    source: str
    source_key: str
    name: str
    mime: str
    """What it claimed to be; what it is, once it is here."""
    size: int
    is_photo: bool
    sent_at: datetime
    content_hash: str | None = None
    """Its name in our own store, once it is there."""
    refused: str | None = None
    """Why it will never be there: a key with words in every language."""
    id: int = field(default=0)

    @property
    def state(self) -> FileState:
        if self.content_hash is not None:
            return FileState.STORED
        return FileState.TO_FETCH if self.refused is None else FileState.REFUSED

    @property
    def is_wanted(self) -> bool:
        """Neither here nor refused."""
        return self.state is FileState.TO_FETCH

    def store(self, content_hash: str, mime: str) -> None:
        """It is in our store under this name, and is of this type."""
        self.content_hash, self.mime = content_hash, mime

    def forget(self) -> None:
        """Nobody needs it any more: it is in our store no longer."""
        self.content_hash, self.refused = None, "forgotten"

    def refuse(self, reason: str) -> None:
        """It cannot be had, or is not what is taken."""
        self.refused = reason
