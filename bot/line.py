"""The line to Telegram: JSON there and an answer back over HTTP/1.1, on connections that are kept.

A call in aiohttp costs five times as much, for all that it can do besides: forms, cookies, redirects, proxies. Calls with
files still go through it.
"""

import asyncio
import time
from asyncio import StreamReader, StreamWriter
from dataclasses import dataclass
from functools import lru_cache
from ssl import SSLContext
from urllib.parse import urlsplit

KEPT = 15.0
"""Seconds a connection may be idle. Whoever answers closes theirs after a minute or so, and not while we write."""

LONGEST = 20_000_000
"""Bytes of an answer."""


class LineBroken(Exception):  # noqa: N818 (it is what happened)
    """No whole answer came; whether what was asked was done nobody knows."""


@dataclass
class _Connection:
    reader: StreamReader
    writer: StreamWriter
    idle_since: float = 0.0

    @property
    def fit(self) -> bool:
        gone = self.writer.is_closing() or self.reader.at_eof()
        return not gone and time.monotonic() - self.idle_since < KEPT

    def cut(self) -> None:
        """At once: there is nothing left to say."""
        self.writer.transport.abort()


@dataclass(frozen=True)
class _Target:
    host: str
    port: int
    secure: bool
    head: bytes


class Line:
    """To as many hosts as there are; in practice to one."""

    def __init__(self, ssl: SSLContext) -> None:
        self._ssl = ssl
        self._idle: dict[tuple[str, int], list[_Connection]] = {}

    async def post(self, url: str, body: bytes) -> tuple[int, bytes]:
        """Status and content of the answer. Raises LineBroken."""
        target = _target(url)
        try:
            connection = await self._connection(target)
        except OSError as error:
            raise LineBroken(f"{type(error).__name__}: {error}") from error
        try:
            connection.writer.write(b"%s%d\r\n\r\n%s" % (target.head, len(body), body))
            status, content, stays = await _answer(connection.reader)
        except (OSError, EOFError, ValueError, asyncio.LimitOverrunError) as error:
            connection.cut()
            raise LineBroken(f"{type(error).__name__}: {error}") from error
        except BaseException:  # nobody waits any more for what will still come here
            connection.cut()
            raise
        self._hand_back(target, connection, stays=stays)
        return status, content

    async def _connection(self, target: _Target) -> _Connection:
        idle = self._idle.setdefault((target.host, target.port), [])
        while idle:
            connection = idle.pop()
            if connection.fit:
                return connection
            connection.cut()
        ssl = self._ssl if target.secure else None
        return _Connection(*await asyncio.open_connection(target.host, target.port, ssl=ssl))

    def _hand_back(self, target: _Target, connection: _Connection, *, stays: bool) -> None:
        if stays:
            connection.idle_since = time.monotonic()
            self._idle[target.host, target.port].append(connection)
        else:
            connection.cut()

    async def close(self) -> None:
        """What is idle; a call that is under way cuts its own."""
        for idle in self._idle.values():
            while idle:
                idle.pop().cut()
        await asyncio.sleep(0)  # the loop lets go of them


@lru_cache(256)
def _target(url: str) -> _Target:
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    head = (
        f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: */*\r\n"
        "Content-Type: application/json\r\nContent-Length: "
    )
    return _Target(parts.hostname or "", parts.port or (443 if secure else 80), secure, head.encode("ascii"))


async def _answer(reader: StreamReader) -> tuple[int, bytes, bool]:
    """Status, content, and whether the connection stays. Raises EOFError when it ended, ValueError when it is no HTTP."""
    status = 100
    while status < 200:  # "go on" and the like come before the answer
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        version, code, *_reason = lines[0].split(" ", 2)
        status = int(code)
    told = {
        name.lower(): value.strip() for name, _colon, value in (line.partition(":") for line in lines[1:])
    }
    stays = version == "HTTP/1.1" and told.get("connection", "").lower() != "close"
    if "chunked" in told.get("transfer-encoding", "").lower():
        return status, await _chunks(reader), stays
    if "content-length" in told:
        return status, await _part(reader, int(told["content-length"])), stays
    return status, await reader.read(LONGEST), False  # as much as comes until it is closed


async def _chunks(reader: StreamReader) -> bytes:
    content = b""
    while length := int((await reader.readuntil(b"\r\n")).partition(b";")[0], 16):
        content += await _part(reader, length, len(content))
        await reader.readexactly(2)
    while await reader.readuntil(b"\r\n") != b"\r\n":
        pass  # trailers
    return content


async def _part(reader: StreamReader, length: int, before: int = 0) -> bytes:
    if not 0 <= length <= LONGEST - before:
        raise ValueError("the answer is too long")
    return await reader.readexactly(length)
