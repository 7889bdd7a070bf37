"""Files that are not what they say: by their bytes, their names, their sizes and their number."""

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from datetime import timedelta

import psutil
import pytest
from aiogram.types import Chat, Document, Message, User

from bot.transport.inbox.parsing import parse_message
from domain.entities.documents import DOCUMENT_FILE, DocumentState
from domain.entities.files import PHOTOS_AND_PDF
from domain.usecases.documents.documents import MOST_TO_CHECK, send_document
from domain.values.file_types import type_of
from domain.values.refusals import Refusal
from scheduler.jobs.fetching import ContentRefused, _checked
from storage import SqlUnit
from storage.crypto.files import FileStore
from storage.crypto.sealing import Keys
from tests.deals import a_deal
from tests.faults.conftest import Score
from tests.scheduler.post import reader
from tests.scheduler.test_fetching import JPEG, PDF, document, sent
from tests.world import NOON, World


def png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk


def packed(*names: str, content: bytes = b"x") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return file.getvalue()


WANTED: dict[str, bytes] = {
    "jpeg": JPEG,
    "pdf": PDF,
    "png": png(3000, 2000),
    "webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "heic": b"\x00\x00\x00\x18ftypheic\x00\x00",
    "a pdf that opens on its first page": b"%PDF-1.4 1 0 obj<</OpenAction[2 0 R /Fit]>>",
    "a large photo": b"\xff\xd8\xff\xe0" + b"x" * 5_000_000,
}

UNWANTED: dict[str, bytes] = {
    "nothing": b"",
    "one byte": b"\xff",
    "half a magic": b"\xff\xd8",
    "half a pdf": b"%PD",
    "half a png": b"\x89PNG",
    "exe": b"MZ\x90\x00",
    "elf": b"\x7fELF",
    "shell": b"#!/bin/sh\nrm -rf /",
    "html": b"<!DOCTYPE html><script>alert(1)</script>",
    "html after a space": b" <html>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "svg with a head": b'<?xml version="1.0"?><svg/>',
    "xml bomb": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>',
    "zip": packed("a.txt"),
    "zip slip": packed("../../etc/passwd"),
    "docx": packed("word/document.xml", "[Content_Types].xml"),
    "xlsm": packed("xl/vbaProject.bin"),
    "jar": packed("META-INF/MANIFEST.MF"),
    "a bomb": packed("zeros", content=b"\0" * 10_000_000),
    "many entries": packed(*(f"{number}" for number in range(3000))),
    "gz": b"\x1f\x8b\x08",
    "rar": b"Rar!\x1a\x07",
    "7z": b"7z\xbc\xaf\x27\x1c",
    "gif": b"GIF89a",
    "bmp": b"BM",
    "tiff": b"II*\x00",
    "ico": b"\x00\x00\x01\x00",
    "mp4": b"\x00\x00\x00\x18ftypmp42",
    "mov": b"\x00\x00\x00\x14ftypqt  ",
    "wav": b"RIFF\x00\x00\x00\x00WAVE",
    "mp3": b"ID3",
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "lnk": b"L\x00\x00\x00",
    "class": b"\xca\xfe\xba\xbe",
    "wasm": b"\x00asm",
    "postscript": b"%!PS-Adobe-3.0",
    "text": b"AB1234567",
    "a pdf behind words": b"x%PDF-1.7",
    "a pdf behind a zip": packed("a") + b"%PDF-1.7",
    "a jpeg behind a nul": b"\x00\xff\xd8\xff",
    "a pdf in utf-16": "%PDF-1.7".encode("utf-16"),
    "a pdf that runs": b"%PDF-1.4 <</S/JavaScript/JS(app.alert(1))>>",
    "a pdf that runs, spelled out": b"%PDF-1.4 <</S/J#61vaScript/J#53(x)>>",
    "a pdf that launches": b"%PDF-1.4 <</S/Launch/F(cmd.exe)>>",
    "a pdf with a file inside": b"%PDF-1.4 <</Names<</EmbeddedFiles 3 0 R>>>>",
    "a pdf with one file inside": b"%PDF-1.4 <</Type/EmbeddedFile>>",
    "a pdf with a film": b"%PDF-1.4 <</Subtype/RichMedia>>",
    "a locked pdf": b"%PDF-1.4 trailer<</Encrypt 5 0 R>>",
    "a pixel flood": png(60_000, 60_000),
    "a pixel flood, wide": png(2**31 - 1, 1000),
    "too large": b"\xff\xd8\xff\xe0" + b"x" * DOCUMENT_FILE.largest,
}


def test_only_papers_are_kept(score: Score) -> None:
    process = psutil.Process()
    before = process.memory_info().rss
    for name, content in WANTED.items():
        assert _checked(content, DOCUMENT_FILE) in PHOTOS_AND_PDF, name
    for name, content in UNWANTED.items():
        with pytest.raises(ContentRefused):
            print(name, _checked(content, DOCUMENT_FILE))
    assert (process.memory_info().rss - before) / 2**20 < 100
    score(len(WANTED) + len(UNWANTED))


def test_a_jpeg_with_something_behind_it_is_kept_as_a_jpeg() -> None:
    """Its second nature is never asked for: it is given out as a picture, under its hash."""
    assert type_of(JPEG + packed("evil.exe")) == "image/jpeg"
    assert type_of(JPEG + b"<script>") == "image/jpeg"


@pytest.mark.parametrize("size", [DOCUMENT_FILE.largest + 1, 2 * 2**30])
async def test_what_is_declared_too_large_is_never_fetched(world: World, size: int) -> None:
    anna = await reader(world)
    number = await sent(world, anna, b"", size=size)
    before = psutil.Process().memory_info().rss
    await world.turn(timedelta(minutes=1))
    assert (await document(world, number)).reason == "content_too_big"
    assert psutil.Process().memory_info().rss - before < 50 * 2**20


FILE_NAMES = (
    "../../etc/passwd",
    "..\\..\\windows\\system32\\x",
    "/etc/passwd",
    "C:\\x.pdf",
    "passport.pdf\x00.exe",
    "CON",
    "aux.jpg",
    "gpj.\u202eexe.pdf",
    "x" * 300 + ".pdf",
    "паспорт " * 40,
    "🏖" * 100,
    "trailing. ",
    ".htaccess",
    "a\nb\r\nc.pdf",
    "$(rm -rf).pdf",
    "%2e%2e%2f",
    "<b>x</b>.pdf",
    "",
    " ",
    "\u200b",
    "\ud800.pdf",
)


async def test_a_file_name_is_only_words(score: Score) -> None:
    """Shown on one line, without anything unseen; the path is the hash, whatever the name."""
    store = FileStore("memory:///", Keys(bytes(32)))
    for name in FILE_NAMES:
        heard = parse_message(1, _with_file(name))
        assert heard is not None
        assert heard.file is not None
        shown = heard.file.name
        assert 0 < len(shown) <= 80
        assert shown.strip()
        assert not any(ord(letter) < 32 or letter in "\u202e\u200b\x00\ud800" for letter in shown)
        assert "\n" not in shown
    kept = await store.put(b"content")
    assert len(kept) == 64
    for name in FILE_NAMES:
        with pytest.raises(ValueError, match="not the hash of a file"):
            await store.get(name)
    score(len(FILE_NAMES))


def _with_file(name: str) -> Message:
    file = Document(file_id="A", file_unique_id="B", file_name=name, mime_type="application/pdf")
    sender = User(id=1, is_bot=False, first_name="Anna")
    return Message(message_id=1, date=NOON, chat=Chat(id=1, type="private"), from_user=sender, document=file)


async def test_so_many_papers_wait_and_no_more(world: World, score: Score) -> None:
    anna = await reader(world)
    number = await a_deal(world, client=anna, step="documents.sent", travellers=["Anna"])
    one = parse_message(1, _with_file("p.pdf"))
    assert one is not None
    assert one.file is not None
    file = one.file

    def send(unit: SqlUnit) -> int:
        desk = world.desk(unit)
        for copy in range(MOST_TO_CHECK):
            send_document(desk, number, replace(file, source_key=f"{copy}"), None)
        for copy in range(50):
            with pytest.raises(Refusal, match="too_many_papers"):
                send_document(desk, number, replace(file, source_key=f"more {copy}"), None)
        deal = unit.repositories.deals.get(number)
        waiting = [paper for paper in deal.documents if paper.state is DocumentState.SENT]
        for paper in waiting[:10]:
            paper.state = DocumentState.ACCEPTED
        send_document(desk, number, replace(file, source_key="new"), None)
        return len(waiting)

    assert await world.database.run(send) == MOST_TO_CHECK
    score(MOST_TO_CHECK + 50)
