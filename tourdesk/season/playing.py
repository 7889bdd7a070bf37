"""Plays the season: turns the clock back four weeks, lets everybody do what they did, and stops on the opening morning.

What happens by itself (reminders, notices, deliveries) happens by the scheduler, which looks when somebody has done something
and once a day besides.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.ports.desk import Actor, Desk
from scheduler.delivery.rate_limiter import RateLimiter
from scheduler.program import SchedulerProgram
from scheduler.timetable import TIMETABLE, Entry
from storage import SqlUnit
from storage.crypto.files import FileStore
from tourdesk.agency import RunningAgency
from tourdesk.cast import character
from tourdesk.season.acts import Act, Opening, Season
from tourdesk.season.program import program

BEGINS = -28
"""Days before the opening; after thirty days colleagues are asked how they find the program."""
MORNING = "08:31"
"""When the demo opens: each colleague has just been told what waits for them."""
DAILY = "12:35"
"""When the scheduler looks on days on which nobody does anything: mornings are over, clients may be written to."""
LAST_MORNINGS = -1
"""From that day on the mornings are told, too: nobody scrolls through those of weeks."""
MORNINGS = "greet colleagues"
NOT_NOW = frozenset(
    {"back up", "verify the history", "housekeeping", "count answers in polls", "ask colleagues"}
)
"""What a season has no use for."""


def opening_of(today: date, zone: ZoneInfo) -> Opening:
    """That day, or the Monday after a weekend."""
    weekend = max(0, today.weekday() - 4)
    return Opening(today + timedelta(days=3 - weekend if weekend else 0), zone)


class Looks(Protocol):
    """What the scheduler does when it looks."""

    async def tick(self, entries: Sequence[Entry] = TIMETABLE) -> int: ...


@dataclass
class Player:
    """Of one season, on an agency whose bot has met the cast already."""

    at_work: RunningAgency
    season: Season
    scheduler: Looks

    async def play(self) -> None:
        """What is done within an hour is told and delivered at its end."""
        for (day, _hour), acts in groupby(_moments(), key=lambda act: (act.day, act.clock[:2])):
            for act in acts:
                self.season.sandbox.clock.set(self.season.opening.at(day, act.clock))
                await self._do(act)
            left_out = NOT_NOW if day >= LAST_MORNINGS else NOT_NOW | {MORNINGS}
            await self.scheduler.tick([entry for entry in TIMETABLE if entry.name not in left_out])

    async def _do(self, act: Act) -> None:
        await self.at_work.database.run(lambda unit: act.does(self._desk(unit, act.who), self.season))

    def _desk(self, unit: SqlUnit, who: str | None) -> Desk:
        desk = self.at_work.desk(unit)
        if who is not None:
            found = unit.repositories.people.with_roles(character(who).id)
            assert found is not None, who
            desk.actor = Actor(*found)
        return desk


async def play_season(
    at_work: RunningAgency, season: Season, files: FileStore, token: str, api_url: str
) -> None:
    """Until the morning of its opening."""
    scheduler = SchedulerProgram(
        at_work.database,
        at_work.agency,
        token,
        api_url,
        at_work.clock,
        secrets.token_urlsafe,
        files,
        RateLimiter(overall=1000, burst=100),
    )
    await scheduler.open()
    try:
        await Player(at_work, season, scheduler).play()
    finally:
        await scheduler.close()


def _moments() -> list[Act]:
    """The acts, and looks on the days on which nobody does anything after noon."""
    acts = program()
    busy = {act.day for act in acts if act.clock > DAILY}
    looks = [Act(day, DAILY, None, _nothing) for day in range(BEGINS, 0) if day not in busy]
    looks += [Act(day, MORNING, None, _nothing) for day in range(LAST_MORNINGS, 1)]
    return sorted([*acts, *looks], key=lambda act: (act.day, act.clock))


def _nothing(_desk: Desk, _season: Season) -> None:
    """Only a look."""
