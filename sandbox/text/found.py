"""Entities nobody marked: commands, links, mentions that Telegram finds in plain text by itself."""

import re
from typing import Any

from sandbox.text import utf16

_KINDS = (
    ("url", re.compile(r"(?:https?|ftp|tg)://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "url",
        re.compile(
            r"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|me|ru|bg|cn|eu|io)\b(?:/[^\s<>\"']*)?", re.I
        ),
    ),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d[\d -]{7,16}\d(?!\w)")),
)
_SIGNS = ("/", "@", ".", "+")
_COVERING = frozenset({"code", "pre", "text_link", "custom_emoji"})


def find_entities(text: str, marked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The marked entities and the found ones, in order; code and links hide what is inside them."""
    if not any(sign in text for sign in _SIGNS):
        return marked
    taken = [_span(entity) for entity in marked if entity["type"] in _COVERING]
    found = []
    for kind, pattern in _KINDS:
        for match in pattern.finditer(text):
            begin = utf16.length(text[: match.start()])
            end = begin + utf16.length(match.group())
            if all(end <= start or begin >= stop for start, stop in taken):
                taken.append((begin, end))
                found.append({"offset": begin, "length": end - begin, "type": kind})
    return sorted(marked + found, key=lambda entity: (entity["offset"], -entity["length"]))


def _span(entity: dict[str, Any]) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]
