"""Telegram's lengths: texts are cut where a line ends, so that every part fits and no tag is torn."""

import re

MOST = 4096
"""UTF-16 units of a message, after its tags are read."""
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")


def units(text: str) -> int:
    """UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def fitting(html: str, most: int = MOST) -> list[str]:
    """The text in parts of at most `most` units each; a tag open at a cut is closed and opened again."""
    if units(html) <= most:
        return [html]
    parts: list[str] = []
    part, opened = "", ""
    for piece in _pieces(html, most - 64):
        if part and units(part + piece) > most - 32:
            parts.append(part.rstrip("\n") + _closing(part))
            opened = _opening(part)
            part = opened
        part += piece
    return [*parts, part]


def _pieces(html: str, most: int) -> list[str]:
    """Lines with their ends; a line too long for one message is cut between words, never inside a tag or &entity;."""
    pieces: list[str] = []
    for line in html.splitlines(keepends=True):
        if units(line) <= most // 2:
            pieces.append(line)
        else:
            pieces += re.findall(r"<[^>]*>|&\w+;|\s+|[^\s<&]{1,1000}|[<&]", line)
    return pieces


def _open_tags(html: str) -> list[tuple[str, str]]:
    tags: list[tuple[str, str]] = []
    for found in _TAG.finditer(html):
        if not found[1]:
            tags.append((found[2], found[0]))
        elif tags:
            tags.pop()
    return tags


def _closing(html: str) -> str:
    return "".join(f"</{name}>" for name, _whole in reversed(_open_tags(html)))


def _opening(html: str) -> str:
    return "".join(whole for _name, whole in _open_tags(html))
