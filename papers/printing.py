"""Printing with pictures of ours: read from our own store before, and left out when that fails."""

from collections.abc import Awaitable, Callable

import structlog

from papers.pictures import Picture
from papers.press import PaperSpoiled, printed
from storage.crypto.files import FileStore

log = structlog.get_logger()

Print = Callable[..., Awaitable[bytes]]
"""`make, *arguments` → the paper. Raises PapersTooLong, PaperSpoiled."""


def printing(files: FileStore | None) -> Print:
    """Prints in the house's child process, with pictures from this store.

    A picture that breaks the paper is left out of it: whoever waits for a voucher needs the voucher.
    """

    async def print_(make: Callable[..., bytes], *arguments: object) -> bytes:
        brought = [await _brought(files, one) for one in arguments]
        try:
            return await printed(make, *brought)
        except PaperSpoiled as error:
            plain = [None if isinstance(one, Picture) else one for one in arguments]
            if plain == brought:
                raise
            log.error("picture left out of a paper", make=make.__name__, why=str(error)[-200:])  # noqa: TRY400
            return await printed(make, *plain)

    return print_


async def _brought(files: FileStore | None, argument: object) -> object:
    if not isinstance(argument, Picture):
        return argument
    return None if files is None else await files.find(argument.stored)
