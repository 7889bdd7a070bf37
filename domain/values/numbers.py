"""Numbers of things: plain integers that say of what, for whoever reads a signature."""

from dataclasses import dataclass

LONGEST = 9
"""Digits: no number people quote has more."""


@dataclass(frozen=True)
class NumberOf:
    """`DealNumber = Annotated[int, NumberOf("deal")]`: an integer to the type checker, a deal's to the tests of rights."""

    thing: str


def number_named(text: str) -> int | None:
    """ "№ 21", "21": as people quote a deal or an inquiry; None for anything else."""
    digits = text.strip().removeprefix("№").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= LONGEST else None
