"""Papers too large for a chat: packed, or in parts that are each read by themselves, none of them too large."""

import io
import zipfile
from collections.abc import Callable

import pytest

from domain.entities.files import MOST, PURPOSES
from papers import parting
from papers.parting import IN_A_CHAT, TooLargeForAChat, fitted

ROWS = [f"row {number} {number * 7919 % 10**6:06}" for number in range(1_000)]
PLAIN = "x" * 20_000


def _table(rows: list[str], head: str) -> bytes:
    return "\n".join([head, *rows]).encode()


async def _at_once(make: Callable[..., bytes], *arguments: object) -> bytes:
    return make(*arguments)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parting, "HANDY", 3_000)
    monkeypatch.setattr(parting, "IN_A_CHAT", 12_000)


async def test_what_is_small_comes_as_it_is() -> None:
    [one] = await fitted(_at_once, (_table, (ROWS[:50], "name")), "a.csv", by_rows=True)
    assert (one.name, one.content) == ("a.csv", _table(ROWS[:50], "name"))


async def test_what_packs_well_comes_packed() -> None:
    [one] = await fitted(_at_once, (_table, ([PLAIN], "name")), "a.csv", by_rows=True)
    assert one.name == "a.csv.zip"
    with zipfile.ZipFile(io.BytesIO(one.content)) as archive:
        assert archive.read("a.csv") == _table([PLAIN], "name")


async def test_parts_have_all_rows_once_in_order_and_a_header_each() -> None:
    parts = await fitted(_at_once, (_table, (ROWS, "name")), "a.csv", by_rows=True)
    assert len(parts) > 1
    assert [one.name for one in parts] == [
        f"a {place}-{len(parts)}.csv.zip" for place in range(1, len(parts) + 1)
    ]
    assert all(len(one.content) <= parting.HANDY for one in parts)
    read = []
    for one in parts:
        with zipfile.ZipFile(io.BytesIO(one.content)) as archive:
            head, *rows = archive.read("a.csv").decode().splitlines()
        assert head == "name"
        read += rows
    assert read == ROWS


async def test_what_cannot_be_parted_comes_whole_as_long_as_telegram_takes_it() -> None:
    [one] = await fitted(_at_once, (_table, (ROWS[:500], "name")), "a.csv", by_rows=False)
    assert one.name == "a.csv"
    with pytest.raises(TooLargeForAChat):
        await fitted(_at_once, (_table, (ROWS, "name")), "a.csv", by_rows=False)


def test_whatever_we_take_fits_a_chat_again() -> None:
    """A copy of somebody's data parts their files, and none of them alone may be too large."""
    assert max(one.largest for one in PURPOSES.values()) <= MOST < IN_A_CHAT
