"""A row of the catalogue: one thing that can go wrong, what must happen then, and the tests that hold it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`tests` are pytest's names, relative to the folder of tests; `no_room` says why there are none.

    `control` is how the tests were seen to fail: another test, or what was broken by hand.
    """

    id: str
    what: str
    expected: str
    tests: tuple[str, ...] = ()
    control: str = ""
    no_room: str = ""
