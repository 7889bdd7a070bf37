"""A request is read: no larger than its door is, no slower than patience allows, and whose it is."""

import asyncio

from aiohttp import web

from web.doors import Door, Rejected, Visit
from web.limits import one_of

PATIENCE = 30.0
"""Seconds for a body to arrive."""

LARGE = 1_000_000
"""Bytes; of bodies that may be larger so many are read at once:"""
LARGE_AT_ONCE = 2


class Reader:
    """`proxies` stand between the world and us; each adds whom it has heard to `X-Forwarded-For`."""

    def __init__(self, proxies: int) -> None:
        self._proxies = proxies
        self._room = asyncio.Semaphore(LARGE_AT_ONCE)

    def visit(self, request: web.Request, body: bytes = b"") -> Visit:
        return Visit(
            request.method,
            request.match_info,
            request.query,
            request.headers,
            body,
            one_of(self._address(request)),
        )

    async def body(self, request: web.Request, door: Door) -> bytes:
        """Raises Rejected: 413, 408."""
        try:
            async with asyncio.timeout(PATIENCE):
                if door.largest <= LARGE:
                    return await _read(request, door.largest)
                async with self._room:
                    return await _read(request, door.largest)
        except TimeoutError:
            raise Rejected(408, "too_slow", "The body did not arrive in time.") from None

    def _address(self, request: web.Request) -> str:
        """Only what our own proxies wrote is believed: it stands last."""
        heard = [one.strip() for one in ",".join(request.headers.getall("X-Forwarded-For", [])).split(",")]
        if 0 < self._proxies <= len(heard) and heard[-self._proxies]:
            return heard[-self._proxies]
        return request.remote or ""


async def _read(request: web.Request, largest: int) -> bytes:
    too_large = Rejected(413, "too_large", f"At most {_size(largest)} are taken.")
    if (request.content_length or 0) > largest:
        raise too_large
    read = bytearray()
    async for piece in request.content.iter_any():
        read += piece
        if len(read) > largest:
            raise too_large
    return bytes(read)


def _size(count: int) -> str:
    return f"{count // 1024} KB" if count < LARGE else f"{count // 1024 // 1024} MB"
