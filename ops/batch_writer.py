"""Group commit: what is to be written now goes into one batch with everything that came while the last one was written.

Nothing waits for company: the first item is written at once. A slow disk, or a mailing, only makes the batches larger.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class _Waiting(Generic[Item, Result]):
    item: Item
    result: "asyncio.Future[Result]"


class BatchWriter(Generic[Item, Result]):
    """Writes items in the order they came, one batch at a time.

    `write_all` writes a whole batch or nothing of it, and returns one result per item. When a batch fails and
    `split_after` says so of its error, its items are written one by one: only the one at fault fails.
    """

    def __init__(
        self,
        write_all: Callable[[list[Item]], Awaitable[list[Result]]],
        split_after: Callable[[Exception], bool],
        name: str = "batch writer",
    ) -> None:
        self._write_all = write_all
        self._split_after = split_after
        self._name = name
        self._waiting: list[_Waiting[Item, Result]] = []
        self._writing: asyncio.Task[None] | None = None

    async def write(self, item: Item) -> Result:
        """The item's result, once it is committed. Raises what `write_all` raised."""
        result: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(item, result))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._run(), name=self._name)
        return await result

    async def _run(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            error = await self._commit(batch)
            if error is not None and len(batch) > 1 and self._split_after(error):
                for waiting in batch:
                    _fail([waiting], await self._commit([waiting]))
            else:
                _fail(batch, error)

    async def _commit(self, batch: list[_Waiting[Item, Result]]) -> Exception | None:
        try:
            results = await self._write_all([waiting.item for waiting in batch])
        except Exception as error:  # noqa: BLE001 (whoever waits is told)
            return error
        for waiting, result in zip(batch, results, strict=True):
            if not waiting.result.done():  # whoever asked may have been cancelled meanwhile
                waiting.result.set_result(result)
        return None


def _fail(batch: list[_Waiting[Item, Result]], error: Exception | None) -> None:
    for waiting in batch:
        if error is not None and not waiting.result.done():
            waiting.result.set_exception(error)
