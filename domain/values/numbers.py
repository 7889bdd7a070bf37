"""Numbers of things: plain integers that say of what, for whoever reads a signature."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NumberOf:
    """`DealNumber = Annotated[int, NumberOf("deal")]`: an integer to the type checker, a deal's to the tests of rights."""

    thing: str
