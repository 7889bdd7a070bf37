"""The press: papers made in a child process that may be slow, fail, or die."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator

import pytest

from domain.values.language import Language
from papers.lists import participants_pdf, participants_xlsx
from papers.press import PaperSpoiled, PapersTooLong, Press, close_press, printed
from papers.voucher import voucher
from tests.papers import makers
from tests.papers.cast import PRINTED_AT, two_deals, voice, voucher_facts


def alive(child: int) -> bool:
    try:
        os.kill(child, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
async def press() -> AsyncIterator[Press]:
    press = Press(deadline=10, memory=1 << 29)
    yield press
    await press.close()


async def test_papers_made_in_the_child_are_those_made_here() -> None:
    reader = voice(Language.BULGARIAN)

    assert await printed(voucher, voucher_facts(), reader) == voucher(voucher_facts(), reader)
    assert (await printed(participants_pdf, two_deals(), reader, PRINTED_AT)).startswith(b"%PDF")
    assert (await printed(participants_xlsx, two_deals(), reader, PRINTED_AT)).startswith(b"PK")
    await close_press()


async def test_one_child_makes_all_papers_in_turn(press: Press) -> None:
    numbers = set(await asyncio.gather(*(press.printed(makers.number_of_the_child) for _ in range(5))))

    assert len(numbers) == 1
    assert numbers != {makers.number_of_the_child()}


async def test_a_slow_paper_is_given_up_and_the_next_one_is_made(press: Press) -> None:
    slow = int(await press.printed(makers.number_of_the_child))
    press.deadline = 0.1
    with pytest.raises(PapersTooLong, match="sleep_long"):
        await press.printed(makers.sleep_long)
    press.deadline = 10

    assert not alive(slow)
    assert int(await press.printed(makers.number_of_the_child)) != slow


async def test_an_abandoned_order_does_not_answer_the_next_one(press: Press) -> None:
    await press.printed(makers.chatter)
    order = asyncio.create_task(press.printed(makers.sleep_long))
    await asyncio.sleep(0.05)
    order.cancel()
    with pytest.raises(asyncio.CancelledError):
        await order

    assert await press.printed(makers.chatter) == b"paper"


@pytest.mark.parametrize("end", [makers.fall_dead, makers.eat_memory])
async def test_a_child_that_dies_or_has_too_little_room_is_followed_by_another(
    press: Press, end: type
) -> None:
    with pytest.raises(PaperSpoiled, match=end.__name__):
        await press.printed(end)

    assert await press.printed(makers.chatter) == b"paper"


async def test_a_child_that_died_between_papers_is_followed_by_another(press: Press) -> None:
    first = int(await press.printed(makers.number_of_the_child))
    os.kill(first, signal.SIGKILL)
    while alive(first):
        await asyncio.sleep(0.01)

    assert int(await press.printed(makers.number_of_the_child)) != first


async def test_a_maker_that_fails_tells_why_and_the_child_lives(press: Press) -> None:
    child = await press.printed(makers.number_of_the_child)
    with pytest.raises(PaperSpoiled, match="EUR and BGN do not add up"):
        await press.printed(makers.refuse, "EUR and BGN do not add up")

    assert await press.printed(makers.number_of_the_child) == child


async def test_the_child_is_light_and_knows_no_secrets(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOURDESK_TOKEN", "41:secret")

    await press.printed(voucher, voucher_facts(), voice())

    loaded = set((await press.printed(makers.modules)).decode().split())
    assert "typst" in loaded
    assert not loaded & {"aiogram", "sqlalchemy", "telegram", "apscheduler", "aiohttp", "xlsxwriter"}
    assert "TOURDESK_TOKEN" not in (await press.printed(makers.surroundings)).decode().split()


async def test_a_closed_press_leaves_nobody_behind(press: Press) -> None:
    child = int(await press.printed(makers.number_of_the_child))
    await press.close()

    assert not alive(child)


def test_importing_the_room_loads_no_heavy_library() -> None:
    look = "import papers.voucher, papers.lists, papers.press, sys; print(*sys.modules)"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", look], capture_output=True, text=True, check=True
        ).stdout.split()
    )

    assert not loaded & {"typst", "xlsxwriter", "segno", "aiogram", "sqlalchemy"}
