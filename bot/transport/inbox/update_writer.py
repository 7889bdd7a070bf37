"""Writes updates into the inbox: everything brought while one transaction is under way goes into the next, together."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import datetime

from bot.transport.inbox.update_payload import Row
from ops.batch_writer import BatchWriter
from ops.fault_points import passing
from ops.transient_errors import is_transient
from storage import Database


@dataclass(frozen=True)
class _Delivery:
    """What one request of Telegram's brought."""

    rows: list[Row]
    flooded: Container[int]

    @property
    def numbers(self) -> set[int]:
        return {row[0] for row in self.rows}


class UpdateWriter:
    """One transaction at a time."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._writer = BatchWriter(self._store, _is_of_one_update, "writing updates")

    async def store(self, rows: list[Row], flooded: Container[int] = ()) -> set[int]:
        """When this returns they are safe; the numbers that were not there yet."""
        return await self._writer.write(_Delivery(rows, flooded))

    async def _store(self, deliveries: list[_Delivery]) -> list[set[int]]:
        """The numbers that were new, for each delivery: of two that bring the same update it is the first's."""
        rows = sorted(row for delivery in deliveries for row in delivery.rows)
        flooded = {
            number for delivery in deliveries for number in delivery.numbers if number in delivery.flooded
        }
        now = self._clock()
        passing("before_inbox")
        new = set(await self._database.run(lambda unit: unit.inbox.store(rows, now, flooded)))
        results = []
        for delivery in deliveries:
            results.append(new & delivery.numbers)
            new -= delivery.numbers
        return results


def _is_of_one_update(error: Exception) -> bool:
    """A database that is away is away for all: Telegram brings everything again."""
    return not is_transient(error)
