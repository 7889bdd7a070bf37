"""The jobs: what each cost before, what it costs now, how many exchanges it should take, and how it is played."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.taps.counting import Cost, Counted
from tests.world import World

Play = Callable[[World], Awaitable[Counted]]

HEADS = ("Job", "Before", "Now", "Aim", "")


@dataclass(frozen=True)
class Job:
    """`aim` counts exchanges; without one the figure is only held."""

    name: str
    before: str
    now: Cost
    aim: int | None
    play: Play

    @property
    def row(self) -> tuple[str, ...]:
        return self.name, self.before, str(self.now), str(self.aim or "–"), self._verdict

    @property
    def _verdict(self) -> str:
        if self.aim is None:
            return ""
        over = self.now.exchanges - self.aim
        return f"**missed by {over}**" if over > 0 else "met"


JOBS: list[Job] = []


def job(name: str, *, before: str, now: Cost, aim: int | None) -> Callable[[Play], Play]:
    """Declares a play, which gives the person whose acts are counted."""

    def declare(play: Play) -> Play:
        JOBS.append(Job(name, before, now, aim, play))
        return play

    return declare


def table() -> str:
    """As it stands in docs/measurements.md."""
    rows = HEADS, ("---",) * len(HEADS), *(one.row for one in JOBS)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
