"""Telegram counts text in UTF-16 code units; Python counts characters."""


def length(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, offset: int, size: int) -> str:
    """The piece of the text that an entity covers."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return encoded[offset * 2 : (offset + size) * 2].decode("utf-16-le", "replace")
