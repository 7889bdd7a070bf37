"""The ledger: what is to be written down now goes into one transaction with all that came while the last one ran.

Nothing waits for company: the first is written at once. A disk that is slow, or a mailing, only makes the pages longer.
"""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from storage import Database, SqlUnit

T = TypeVar("T")
Entry = Callable[[SqlUnit], T]


class Ledger(Generic[T]):
    """Entries are written in the order they came."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[tuple[Entry[T], asyncio.Future[T]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def write(self, entry: Entry[T]) -> T:
        """What the entry said, once it is kept. An entry that fails spoils no other."""
        kept: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((entry, kept))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write(), name="ledger")
        return await kept

    async def _write(self) -> None:
        while self._waiting:
            page, self._waiting = self._waiting, []
            await self._keep(page)

    async def _keep(self, page: list[tuple[Entry[T], asyncio.Future[T]]]) -> None:
        try:
            told = await self._database.run(lambda unit: [entry(unit) for entry, _ in page])
        except Exception as error:  # noqa: BLE001 (whoever asked is told)
            if len(page) == 1:
                _tell(page[0][1], error=error)
                return
            for line in page:
                await self._keep([line])
        else:
            for (_, kept), result in zip(page, told, strict=True):
                _tell(kept, result)


def _tell(kept: "asyncio.Future[T]", result: T | None = None, error: Exception | None = None) -> None:
    """Whoever asked may have gone meanwhile."""
    if kept.done():
        return
    if error is not None:
        kept.set_exception(error)
    else:
        kept.set_result(result)  # type: ignore[arg-type]
