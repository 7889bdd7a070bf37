"""Files inside the sandbox: known to the bot by its own file_id, fetched by links that expire."""

import hashlib
import mimetypes
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sandbox.clock import Clock
from sandbox.images import dimensions, scaled
from sandbox.refusals import bad_request

DOWNLOAD_LIMIT = 20 * 1024 * 1024
LINK_LIVES = timedelta(hours=1)
_UNKNOWN = "application/octet-stream"
_SIDES = (90, 320, 800, 1280)
_PREFIXES = {
    "photo": "AgAC",
    "document": "BQAC",
    "voice": "AwAC",
    "sticker": "CAAC",
    "video": "BAAC",
    "video_note": "DQAC",
    "audio": "CQAC",
}
_FOLDERS = {
    "photo": "photos",
    "document": "documents",
    "voice": "voice",
    "sticker": "stickers",
    "video_note": "video_notes",
}


@dataclass(slots=True)
class StoredFile:
    """`data` is None for a file that was only declared: it weighs what it says and reads as zeros."""

    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    data: bytes | None
    path: str
    width: int = 0
    height: int = 0
    seconds: int = 3

    def content(self) -> bytes:
        return bytes(self.size) if self.data is None else self.data


class Files:
    def __init__(self, token: str, clock: Clock) -> None:
        self._token = token
        self._clock = clock
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._links: dict[str, Any] = {}

    def keep(self, kind: str, name: str, mime: str, data: bytes | None, size: int = 0) -> StoredFile:
        number = len(self._by_id) + 1
        if mime in ("", _UNKNOWN):
            mime = mimetypes.guess_type(name)[0] or _UNKNOWN
        content = f"{kind} {name} {size}".encode() if data is None else data
        suffix = ".jpg" if kind == "photo" else (mimetypes.guess_extension(mime) or "")
        stored = StoredFile(
            id=_PREFIXES[kind] + _digest(f"{self._token} {number}".encode(), 30),
            unique_id="AQAD" + _digest(kind.encode() + content, 9),
            kind=kind,
            name=name,
            mime=mime,
            size=size if data is None else len(data),
            data=data,
            path=f"{_FOLDERS.get(kind, 'videos')}/file_{number}{suffix}",
        )
        self._by_id[stored.id] = stored
        self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def link(self, file_id: str) -> StoredFile:
        """What getFile does: from now on, for an hour, the file's path can be downloaded."""
        stored = self.find(file_id)
        if stored is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if stored.size > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        self._links[stored.path] = self._clock.now() + LINK_LIVES
        return stored

    def linked(self, path: str) -> StoredFile | None:
        """The file behind a link that is still alive."""
        until = self._links.get(path)
        return self._by_path[path] if until is not None and self._clock.now() < until else None

    def photo(self, name: str, mime: str, data: bytes | None, size: int = 0) -> list[StoredFile]:
        """A photo as Telegram keeps it: several sizes, the largest last and with the real bytes' weight."""
        width, height = dimensions(data or b"")
        sides = [side for side in _SIDES if side < max(width, height)]
        shapes = [scaled(width, height, side) for side in sides]
        if max(width, height) <= _SIDES[-1]:
            shapes.append((width, height))
        sizes = []
        for number, (wide, high) in enumerate(shapes):
            stored = self.keep("photo", name, mime or "image/jpeg", data, size)
            stored.width, stored.height = wide, high
            stored.unique_id += "xmyw"[number % 4]
            sizes.append(stored)
        return sizes


def _digest(content: bytes, length: int) -> str:
    return urlsafe_b64encode(hashlib.sha256(content).digest()[:length]).decode().rstrip("=")


def as_json(stored: StoredFile) -> dict[str, Any]:
    """The file as it stands inside a message, under its kind."""
    base: dict[str, Any] = {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
    }
    return base | _MORE[stored.kind](stored)


def _named(stored: StoredFile) -> dict[str, Any]:
    return {"file_name": stored.name, "mime_type": stored.mime}


def _wide(stored: StoredFile) -> dict[str, Any]:
    return {"width": stored.width, "height": stored.height}


def _long(stored: StoredFile) -> dict[str, Any]:
    return {"duration": stored.seconds}


_STICKER = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
_MORE: dict[str, Callable[[StoredFile], dict[str, Any]]] = {
    "photo": _wide,
    "document": _named,
    "audio": lambda stored: _named(stored) | _long(stored),
    "video": lambda stored: _named(stored) | _wide(stored) | _long(stored),
    "video_note": lambda stored: {"length": stored.width} | _long(stored),
    "voice": lambda stored: {"mime_type": stored.mime} | _long(stored),
    "sticker": lambda _stored: _STICKER,
}
