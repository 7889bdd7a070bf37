"""Finding a client and opening the card among a million beside ten thousand: those screens of `growth`, all pages full."""

from bench.growth import compare


async def main(*, long: bool) -> None:
    await compare(lambda what: "client" in what or "search" in what, long=long)
