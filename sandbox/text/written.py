"""The words as they come out of a parse mode, counted as Telegram counts them while they are written."""

from typing import Any

from sandbox.refusals import bad_request


class Written:
    """Bytes of UTF-8, and how many UTF-16 units they are."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.units = 0

    def add(self, piece: bytes) -> None:
        self.data += piece
        if piece.isascii():
            self.units += len(piece)
        else:
            self.units += sum((byte & 0xC0) != 0x80 for byte in piece) + sum(byte >= 0xF0 for byte in piece)

    def since(self, begin: int) -> str:
        """What was written from this byte on."""
        return bytes(self.data[begin:]).decode("utf-8", "replace")


def cannot_parse(text: str) -> Exception:
    """The 400 of every parse mode."""
    return bad_request(f"can't parse entities: {text}")


def in_order(entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The outer one first; of two over the same words, quotes and code before bold and its like."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"], _rank(entity["type"])))


_RANKS = {
    kind: rank
    for rank, kinds in enumerate(
        (
            ("blockquote", "expandable_blockquote"),
            ("pre",),
            ("code",),
            ("text_link", "text_mention", "date_time"),
            ("bold",),
            ("italic",),
            ("underline",),
            ("strikethrough",),
            ("spoiler",),
            ("custom_emoji",),
        )
    )
    for kind in kinds
}


def _rank(kind: str) -> int:
    return _RANKS[kind]
