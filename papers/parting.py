"""A paper that is too large for a chat, made fit for one: packed where that is enough, else parted into readable ones."""

import io
import zipfile
from asyncio import to_thread
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from papers.printing import Print

MEGABYTE = 1024 * 1024

IN_A_CHAT = 50 * MEGABYTE
"""Bytes of a file that Telegram takes of a bot."""

HANDY = 20 * MEGABYTE
"""Above this a file is packed or parted: it would take a phone minutes."""


class TooLargeForAChat(Exception):  # noqa: N818  (it is an answer, not an error)
    """The first argument: its megabytes."""


@dataclass(frozen=True)
class Part:
    """A file to be sent."""

    name: str
    content: bytes


async def fitted(
    print_: Print, paper: tuple[Any, tuple[Any, ...]], name: str, *, by_rows: bool
) -> list[Part]:
    """`by_rows`: the first argument of the paper are rows, and some of them make a paper as well.

    Raises TooLargeForAChat, PapersTooLong, PaperSpoiled.
    """
    make, arguments = paper
    found = [one async for one in _parts(print_, make, arguments, name, by_rows=by_rows)]
    count = len(found)
    return [Part(_numbered(one.name, place, count), one.content) for place, one in enumerate(found, start=1)]


async def _parts(
    print_: Print, make: Any, arguments: tuple[Any, ...], name: str, *, by_rows: bool
) -> AsyncIterator[Part]:
    content = await print_(make, *arguments)
    if len(content) <= HANDY:
        yield Part(name, content)
        return
    zipped = await to_thread(_packed, name, content)
    if len(zipped) <= HANDY:
        yield Part(f"{name}.zip", zipped)
    elif by_rows and len(arguments[0]) > 1:
        rows, *more = arguments
        half = len(rows) // 2
        for some in (rows[:half], rows[half:]):
            async for part in _parts(print_, make, (some, *more), name, by_rows=True):
                yield part
    elif len(content) <= IN_A_CHAT:
        yield Part(name, content)
    else:
        raise TooLargeForAChat(len(content) // MEGABYTE + 1)


def _numbered(name: str, place: int, count: int) -> str:
    """ "Clients 2-3.csv" is the second of three."""
    stem, dot, end = name.partition(".")
    return name if count == 1 else f"{stem} {place}-{count}{dot}{end}"


def _packed(name: str, content: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return kept.getvalue()
