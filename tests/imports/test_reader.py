"""The child that reads: portions as they are wanted, flat memory, and a file that fells it fells nobody else."""

import os
import time
from collections.abc import Iterator
from contextlib import aclosing
from typing import BinaryIO

import pytest

from domain.values.language import Language
from domain.values.refusals import Refusal
from imports.client_rows import Reading, clients
from imports.reader import portions, read_whole
from imports.rows import IN_A_CHAT
from imports.tables import looks
from tests.imports.reading import TODAY, table

CONTENT = b"name;phone\n" + b"".join(b"Anna %c;0888%06d\n" % (65 + n % 26, n) for n in range(1_000))


async def test_rows_come_in_portions() -> None:
    [found] = await read_whole(CONTENT, looks, IN_A_CHAT)
    assert found == table(CONTENT)
    reading = Reading(found.columns or (), "BG", Language.BULGARIAN, TODAY)
    async with aclosing(portions(CONTENT, clients, found, reading, IN_A_CHAT)) as coming:
        assert [len(portion) async for portion in coming] == [200] * 5


async def test_who_has_enough_stops_it() -> None:
    reading = Reading((), "BG", Language.BULGARIAN, TODAY)
    async with aclosing(portions(CONTENT, clients, table(CONTENT), reading, IN_A_CHAT)) as coming:
        async for portion in coming:
            assert len(portion) == 200
            break


async def test_a_refusal_comes_back_with_its_facts() -> None:
    with pytest.raises(Refusal) as refused:
        await read_whole(b'name\n"x\n', looks, IN_A_CHAT)
    assert (refused.value.kind, refused.value.facts) == ("table_quotes", {"line": 2})


def dies(_file: BinaryIO) -> Iterator[int]:
    yield 1
    os._exit(1)


def takes_all(_file: BinaryIO) -> Iterator[int]:
    yield len(bytearray(4 << 30))


def fails(_file: BinaryIO) -> Iterator[int]:
    yield 1 // len(b"")


def never_ends(_file: BinaryIO) -> Iterator[int]:
    time.sleep(600)
    yield 1


@pytest.mark.parametrize("read", [dies, takes_all, fails])
async def test_a_file_that_fells_the_child(read: object) -> None:
    with pytest.raises(Refusal) as refused:
        await read_whole(b"", read)  # type: ignore[arg-type]
    assert refused.value.kind == "table_unreadable"


async def test_a_file_that_takes_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imports.reader.DEADLINE", 0.5)
    with pytest.raises(Refusal) as refused:
        await read_whole(b"", never_ends)
    assert refused.value.kind == "table_unreadable"
