"""How long a sound or a video is, and how wide: as it is said to be, within Telegram's bounds."""

from typing import Any

from sandbox.files import StoredFile
from sandbox.world import Json

LONGEST = 24 * 60 * 60
WIDEST = 10_000
ROUND = 640
"""A video message is a circle of at most so many pixels."""
_FILM = (1280, 720)
_CIRCLE = 384


def shape(stored: StoredFile, told: Json) -> StoredFile:
    """The file with what is `told` of it; what is none of these has no length."""
    stored.seconds = _figure(told, "duration", LONGEST) or stored.seconds
    if stored.kind == "video":
        stored.width = _figure(told, "width", WIDEST) or _FILM[0]
        stored.height = _figure(told, "height", WIDEST) or _FILM[1]
    if stored.kind == "video_note":
        stored.width = stored.height = _figure(told, "length", ROUND) or _CIRCLE
    return stored


def _figure(told: Json, name: str, most: int) -> int:
    """Telegram does not refuse what is too large or no number: it takes the bound, or nothing."""
    given: Any = told.get(name)
    try:
        return min(max(int(given or 0), 0), most)
    except (TypeError, ValueError):
        return 0
