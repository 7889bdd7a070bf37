"""A table of several contenders: figures, how many times the others' ours are, and what was aimed at."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Aim:
    """At most so many times the other's figure; without another, at most that much."""

    of: str
    beside: str | None
    most: float

    def words(self, figures: dict[str, float]) -> str:
        reached = figures[self.of] / (figures[self.beside] if self.beside else 1)
        told = f"{self.most:g}" if self.beside is None else f"{self.most:g} x {self.beside}"
        return f"at most {told}: {'yes' if reached <= self.most else 'no'}"


@dataclass(frozen=True)
class Row:
    """One figure of every contender, the last of them being ours."""

    what: str
    figures: Sequence[float]
    aim: Aim | None = None


def print_table(title: str, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Without a ratio to what is nothing."""
    *others, ours = names
    ratios = "".join(f"{f'{ours}/{other}':>14}" for other in others)
    print(f"{title:34}" + "".join(f"{name:>10}" for name in names) + ratios + "  aim", flush=True)
    for row in rows:
        mine = row.figures[-1]
        figures = "".join(f"{figure:>10.2f}" for figure in row.figures)
        against = "".join(f"{mine / other:>14.2f}" if other else f"{'-':>14}" for other in row.figures[:-1])
        aim = row.aim.words(dict(zip(names, row.figures, strict=True))) if row.aim else ""
        print(f"{row.what:34}{figures}{against}  {aim}".rstrip(), flush=True)
