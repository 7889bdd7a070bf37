"""A line to PostgreSQL that is cut where a test says: after so many words of the program, with all that hangs on it."""

import asyncio
from contextlib import suppress
from typing import Self

from sqlalchemy import make_url


class CutLine:
    """Stands between the program and a server's socket; `url` leads through it, and `spoken` counts what was said.

    What the program says after `cut_after` words is never heard: all connections break, and the next ones that are
    tried are refused, as many as `refuses`. Then the line is whole again. Where it only `stalls`, the connection stands,
    and nothing more comes through.
    """

    def __init__(
        self, database_url: str, cut_after: int | None = None, refuses: int = 0, *, stalls: bool = False
    ) -> None:
        self._url = make_url(database_url)
        self._stalls = stalls
        self._silent = False
        self._cut_after = cut_after
        self._refuses = refuses
        self._lines: set[asyncio.StreamWriter] = set()
        self.spoken = self.cuts = self.refused = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        host, port = self._server.sockets[0].getsockname()[:2]
        through = self._url.set(host=host, port=port, query={})
        self.url = through.render_as_string(hide_password=False)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        self._break()
        await self._server.wait_closed()

    def cut(self) -> None:
        """For good, until it is `whole`."""
        self.cuts += 1
        self._refuses = self.refused + 1_000_000
        self._break()

    def fall_silent(self) -> None:
        """The connections stand, and nothing that is said from now on comes through."""
        self._silent = True

    def whole(self) -> None:
        """From now on nothing is refused."""
        self._refuses = 0

    async def _connected(self, program: asyncio.StreamReader, to_program: asyncio.StreamWriter) -> None:
        if self.cuts and self.refused < self._refuses:
            self.refused += 1
            to_program.transport.abort()
            return
        socket = f"{self._url.query['host']}/.s.PGSQL.5432"
        database, to_database = await asyncio.open_unix_connection(socket)
        ends = {to_program, to_database}
        self._lines |= ends
        with suppress(ConnectionError):
            await asyncio.gather(self._hears(program, to_database), _passed_on(database, to_program))
        self._lines -= ends
        for end in ends:
            end.close()

    async def _hears(self, program: asyncio.StreamReader, to_database: asyncio.StreamWriter) -> None:
        while words := await program.read(65536):
            self.spoken += 1
            if self._silent or self.spoken == self._cut_after:
                self.cuts += 1
                if self._silent or self._stalls:
                    await _ignored(program)
                else:
                    self._break()
                return
            to_database.write(words)
        to_database.close()

    def _break(self) -> None:
        for end in self._lines:
            end.transport.abort()


async def _ignored(program: asyncio.StreamReader) -> None:
    """Until it gives up."""
    while await program.read(65536):
        pass


async def _passed_on(database: asyncio.StreamReader, to_program: asyncio.StreamWriter) -> None:
    while words := await database.read(65536):
        to_program.write(words)
    to_program.close()
