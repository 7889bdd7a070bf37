"""Garbage while the program starts: nearly all that is made then stays for good, and need not be looked through."""

import gc

_USUAL = gc.get_threshold()
_SELDOM = 1_000_000
"""Things made: as many as a start makes, so that it is looked through once at most. Not never: a start may wait for hours."""


def collect_seldom() -> None:
    """Until `collect_as_usual`; looking through what has just been imported is a tenth of a start."""
    gc.set_threshold(_SELDOM)


def collect_as_usual() -> None:
    """From here on. What there is stays for good, and is never looked at again.

    Not even now: of 200,000 things a thousand are garbage, and to find them would take a twentieth of the start.
    """
    gc.freeze()
    gc.set_threshold(*_USUAL)
