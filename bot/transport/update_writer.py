"""Storing updates: whatever is brought while one transaction is under way goes into the next, all together."""

import asyncio
from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import datetime

from bot.transport.update_payload import Row
from ops.fault_points import passing
from ops.transient_errors import is_transient
from storage import Database


@dataclass
class _Parcel:
    rows: list[Row]
    flooded: Container[int]
    fresh: "asyncio.Future[set[int]]"


class Storing:
    """One transaction at a time."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._parcels: list[_Parcel] = []
        self._at_work: asyncio.Task[None] | None = None

    async def store(self, rows: list[Row], flooded: Container[int] = ()) -> set[int]:
        """When this returns they are safe; the numbers that were not there yet."""
        parcel = _Parcel(rows, flooded, asyncio.get_running_loop().create_future())
        self._parcels.append(parcel)
        if self._at_work is None or self._at_work.done():
            self._at_work = asyncio.create_task(self._work(), name="storing")
        return await parcel.fresh

    async def _work(self) -> None:
        while self._parcels:
            parcels, self._parcels = self._parcels, []
            error = await self._written(parcels)
            if error is not None and len(parcels) > 1 and not is_transient(error):
                for parcel in parcels:  # one of them is at fault, and the others shall not suffer for it
                    _fail([parcel], await self._written([parcel]))
            else:
                _fail(parcels, error)

    async def _written(self, parcels: list[_Parcel]) -> Exception | None:
        rows = sorted(row for parcel in parcels for row in parcel.rows)
        flooded = {row[0] for parcel in parcels for row in parcel.rows if row[0] in parcel.flooded}
        now = self._clock()
        passing("before_inbox")
        try:
            fresh = set(await self._database.run(lambda unit: unit.inbox.store(rows, now, flooded)))
        except Exception as error:  # noqa: BLE001 (it is handed to whoever waits)
            return error
        for parcel in parcels:
            theirs = fresh.intersection(row[0] for row in parcel.rows)
            fresh -= theirs
            if not parcel.fresh.done():
                parcel.fresh.set_result(theirs)
        return None


def _fail(parcels: list[_Parcel], error: Exception | None) -> None:
    for parcel in parcels:
        if error is not None and not parcel.fresh.done():
            parcel.fresh.set_exception(error)
