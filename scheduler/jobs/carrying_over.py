"""Carrying over what the previous release writes of files, names, companions and history, while it may run beside us."""

from collections.abc import Callable
from datetime import datetime, timedelta

from storage import Database, SqlUnit
from storage.carrying_over import anything_new, bring_into_line, carry_over, differing
from storage.kept.companions import anybody_unknown, remember_some
from storage.kept.names import anybody_unnamed, name_some
from storage.kept.timelines import anything_untold, tell_some

BETWEEN = timedelta(minutes=30)
"""Between two looks through all documents: what that release sealed anew, it keeps under the old name for an hour."""


class CarryingOver:
    """Of one scheduler."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._next: datetime | None = None

    async def look(self) -> int:
        """Carries over a portion of what is new; now and then also what was changed since. How many it carried over."""
        done = await self._database.run(_portion) if await self._database.read(anything_new) else 0
        done += await self._database.run(_names) if await self._database.read(anybody_unnamed) else 0
        done += await self._database.run(_companions) if await self._database.read(anybody_unknown) else 0
        done += await self._database.run(_timelines) if await self._database.read(anything_untold) else 0
        now = self._clock()
        if not done and (self._next is None or now >= self._next):
            self._next = now + BETWEEN
            await self._bring_into_line()
        return done

    async def _bring_into_line(self) -> None:
        after: int | None = 0
        while after is not None:
            begun = after
            after, files = await self._database.read(lambda unit: differing(unit, begun))  # noqa: B023
            if files:
                await self._database.run(lambda unit: bring_into_line(unit, begun))  # noqa: B023


def _portion(unit: SqlUnit) -> int:
    return carry_over(unit) if unit.leases.alone_at("carry files over") else 0


def _names(unit: SqlUnit) -> int:
    return name_some(unit) if unit.leases.alone_at("name travellers") else 0


def _companions(unit: SqlUnit) -> int:
    return remember_some(unit) if unit.leases.alone_at("remember travellers") else 0


def _timelines(unit: SqlUnit) -> int:
    return tell_some(unit) if unit.leases.alone_at("tell timelines") else 0
