"""What a file really is, told by its own bytes: a name and a type are only claims."""

import re

_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


_MOST_PIXELS = 200_000_000
"""More than any camera takes; such a picture is made to fill somebody's memory."""
# Programs, other files and locks inside a PDF: nobody's scanner makes them.
_ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|Encrypt)\b")
_SPELLED_OUT = re.compile(rb"#([0-9A-Fa-f]{2})")


def type_of(content: bytes) -> str | None:
    """The type, as `PHOTOS_AND_PDF` names it; None for anything that is not a plain photo or PDF."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png" if _pixels(content) <= _MOST_PIXELS else None
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        return "image/heic"
    return "application/pdf" if content.startswith(b"%PDF-") and not _active(content) else None


def spoken_type(content: bytes) -> str | None:
    """The type of what somebody has spoken; None for anything that is not plainly sound, or a round video."""
    if content.startswith(b"OggS"):
        return "audio/ogg"
    if content.startswith(b"ID3") or content[:2] in {b"\xff\xfb", b"\xff\xf3"}:
        return "audio/mpeg"
    return "video/mp4" if content[4:8] == b"ftyp" and content[8:12] not in _HEIC else None


def _pixels(png: bytes) -> int:
    """As the header claims; a header that is not all there claims none."""
    return int.from_bytes(png[16:20], "big") * int.from_bytes(png[20:24], "big")


def _active(pdf: bytes) -> bool:
    """A name may be spelled with numbers ("/J#61vaScript"); what is packed away cannot be seen here."""
    spelled = _SPELLED_OUT.sub(lambda found: bytes([int(found[1], 16)]), pdf) if b"#" in pdf else pdf
    return _ACTIVE.search(spelled) is not None
