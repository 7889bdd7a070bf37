"""What stands in round brackets behind a link, a custom emoji or a moment of MarkdownV2."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from sandbox.text.written import cannot_parse

Link = str | None
"""None when there are no brackets."""


def read_link(data: bytes, at: int, size: int, what: str) -> tuple[Link, int]:
    """The address in brackets that begin at this byte, and the byte behind them."""
    if data[at] != ord("("):
        return None, at
    begin = at = at + 1
    url = bytearray()
    while at < size and data[at] != ord(")"):
        if data[at] == ord("\\") and 0 < data[at + 1] <= 126:
            at += 1
        url.append(data[at])
        at += 1
    if at >= size:
        raise cannot_parse(f"Can't find end of {what} at byte offset {begin}")
    return url.decode("utf-8", "replace"), at + 1


def emoji_or_moment(link: Link) -> dict[str, Any]:
    """What `![…](tg://emoji?id=…)` or `![…](tg://time?unix=…)` stands for."""
    if link is None:
        raise cannot_parse("Custom emoji entity must contain a tg://emoji URL")
    parts = urlsplit(link)
    if parts.scheme.lower() != "tg":
        raise cannot_parse("Custom emoji URL must have scheme tg")
    host = (parts.netloc or parts.path).strip("/").lower()
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if host == "time":
        return _moment(asked)
    if host != "emoji":
        raise cannot_parse('Custom emoji URL must have host "emoji"')
    return _emoji(asked.get("id", ""))


def _emoji(number: str) -> dict[str, Any]:
    if not number:
        raise cannot_parse("Custom emoji URL must have an emoji identifier")
    if not number.isdigit() or number.startswith("0"):
        raise cannot_parse("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": number}


def _moment(asked: dict[str, str]) -> dict[str, Any]:
    unix = asked.get("unix", "")
    if not unix.isdigit():
        raise cannot_parse("Invalid date_time entity specified")
    moment: dict[str, Any] = {"type": "date_time", "unix_time": int(unix)}
    return moment | ({"date_time_format": asked["format"]} if asked.get("format") else {})
