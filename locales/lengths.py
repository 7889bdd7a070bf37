"""Telegram's lengths: texts are cut where a line ends, so that every part fits and no tag is torn."""

import re
from collections.abc import Iterator
from html import unescape

from domain.values.text import units

MOST = 4096
"""UTF-16 units of a message, after its tags are read."""
IN_CAPTION = 1024
"""The same, under a file."""
_TAG = re.compile(r"<(/?)([a-z][\w-]*)[^>]*>")


def visible(html: str) -> str:
    """What a reader sees of it."""
    return unescape(_TAG.sub("", html))


def fitting(html: str, most: int = MOST) -> list[str]:
    """The text in parts of at most `most` units each; a tag open at a cut is closed and opened again.

    White space where one part ends and the next begins may go, as Telegram would drop it anyway.
    """
    if units(html) <= most:
        return [html]
    parts, part, width = [], "", 0
    for piece in _pieces(html, most):
        wide = units(visible(piece))
        if width and width + wide > most:
            parts.append(part.rstrip("\n") + _closing(part))
            part, width = _opening(part), 0
        part += piece
        width += wide
    parts.append(part)
    return [part for part in parts if visible(part).strip()] or parts[:1]


def _pieces(html: str, most: int) -> Iterator[str]:
    """Lines with their ends; a line too long for one message is cut between words, never inside a tag or &entity;."""
    words = re.compile(rf"<[^>]*>|&#?\w+;|\s{{1,{most // 4}}}|[^\s<&]{{1,{most // 4}}}|[<&]")
    for line in re.findall(r"[^\n]*\n|[^\n]+", html):
        if units(visible(line)) <= most:
            yield line
        else:
            yield from words.findall(line)


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
