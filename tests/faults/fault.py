"""A row of the catalogue: one thing that can go wrong, what must happen then, and the tests that hold it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`tests` are pytest's names, seen from the folder of tests; `no_room` says why there are none."""

    id: str
    what: str
    expected: str
    tests: tuple[str, ...] = ()
    no_room: str = ""
