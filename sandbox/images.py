"""How large a picture is, read from its own header; no image library is needed for that."""

import struct

DEFAULT = (800, 600)
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def dimensions(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG; 800 by 600 when it is neither."""
    if data.startswith(_PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data) or DEFAULT
    return DEFAULT


def _jpeg(data: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return None


def scaled(width: int, height: int, longest: int) -> tuple[int, int]:
    """The same picture with its longest side brought down to `longest`."""
    factor = longest / max(width, height)
    return max(1, round(width * factor)), max(1, round(height * factor))
