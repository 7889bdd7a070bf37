"""A PostgreSQL that lets nobody in, for a reason of its choice."""

import asyncio
import struct
from typing import Self

_SSL_REQUEST = 80877103


class TurnedAway:
    """Answers everybody with one SQLSTATE, at `port`."""

    def __init__(self, state: str) -> None:
        self._state = state

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await self._server.wait_closed()

    async def _answer(self, program: asyncio.StreamReader, to_program: asyncio.StreamWriter) -> None:
        length, code = struct.unpack("!ii", await program.readexactly(8))
        if code == _SSL_REQUEST:
            to_program.write(b"N")
            length, _version = struct.unpack("!ii", await program.readexactly(8))
        await program.readexactly(length - 8)
        fields = {"S": "FATAL", "V": "FATAL", "C": self._state, "M": "not you"}
        told = b"".join(f"{kind}{words}\0".encode() for kind, words in fields.items()) + b"\0"
        to_program.write(b"E" + struct.pack("!i", len(told) + 4) + told)
        await to_program.drain()
        to_program.close()
