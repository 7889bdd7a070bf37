"""The agency's logo on its vouchers: fetched from our own store, and never worth a voucher that does not come."""

import struct
import zlib

import pytest

from papers.pictures import Picture
from papers.press import PaperSpoiled, close_press
from papers.printing import printing
from papers.voucher import voucher
from storage.crypto.files import FileStore
from storage.crypto.sealing import Keys
from tests.papers import makers, reading
from tests.papers.cast import voice, voucher_facts


def png(side: int = 20) -> bytes:
    """A grey square."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    rows = b"".join(b"\0" + bytes([128]) * side for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


async def printed_with(logo: bytes) -> bytes:
    store = FileStore("memory:///", Keys(bytes(32)))
    name = await store.put(logo)
    paper = await printing(store)(voucher, voucher_facts(), voice(), Picture(name))
    await close_press()
    return paper


async def test_the_logo_stands_on_the_voucher() -> None:
    paper = await printed_with(png())

    assert reading.pictures(paper) == reading.pictures(voucher(voucher_facts(), voice())) + 1
    assert "Anna Petrova" in reading.words(paper)


@pytest.mark.parametrize("broken", [png()[:60], b"no picture at all"])
async def test_a_logo_that_cannot_be_printed_is_left_out(broken: bytes) -> None:
    assert await printed_with(broken) == voucher(voucher_facts(), voice())


async def test_so_is_one_that_is_not_in_the_store() -> None:
    store = FileStore("memory:///", Keys(bytes(32)))
    paper = await printing(store)(voucher, voucher_facts(), voice(), Picture("0" * 64))
    await close_press()

    assert paper == voucher(voucher_facts(), voice())


async def test_a_paper_that_fails_without_pictures_fails() -> None:
    with pytest.raises(PaperSpoiled):
        await printing(None)(makers.refuse, "no")
    await close_press()
