"""What the chat page hears: something changed, go and look. Nobody listening costs nothing."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson


class Events:
    """A hub of server-sent events; None in a listener's queue means the sandbox is closing."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[bytes | None]] = set()

    def publish(self, **event: Any) -> None:
        if self._listeners:
            self._put(b"data: " + orjson.dumps(event) + b"\n\n")

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[bytes | None]]:
        queue: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    def close(self) -> None:
        self._put(None)

    def _put(self, line: bytes | None) -> None:
        for queue in self._listeners:
            queue.put_nowait(line)
