"""Reading a PDF back: its words, its fonts, its links, and the letters that came out as empty boxes."""

import re
from datetime import datetime
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream


def pages(pdf: bytes) -> list[str]:
    """Each page's words, with one space between them."""
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def words(pdf: bytes) -> str:
    return " ".join(pages(pdf))


def letters(pdf: bytes) -> set[str]:
    return set("".join(pages(pdf)))


def fonts(pdf: bytes) -> set[str]:
    """The names of the fonts in the file, without the tag of the subset."""
    named: set[str] = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            named.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
    return named


def dated(pdf: bytes) -> datetime | None:
    told = PdfReader(BytesIO(pdf)).metadata
    return told.creation_date if told else None


def links(pdf: bytes) -> set[str]:
    found: set[str] = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        for note in page.get("/Annots", []):
            found.add(str(note.get_object()["/A"]["/URI"]))
    return found


def boxes(pdf: bytes) -> int:
    """How many letters no font had: glyph nought, the empty box. Every letter is two bytes here."""
    reader = PdfReader(BytesIO(pdf))
    missing = 0
    for page in reader.pages:
        stream = page.get_contents()
        assert stream is not None
        for operands, operator in ContentStream(stream, reader).operations:
            if operator in (b"Tj", b"TJ"):
                missing += sum(_noughts(part) for part in _strings(operands[0]))
    return missing


def _strings(shown: object) -> list[bytes]:
    parts = shown if isinstance(shown, list) else [shown]
    return [_bytes(part) for part in parts if isinstance(part, str | bytes)]


def _bytes(part: str | bytes) -> bytes:
    original = getattr(part, "original_bytes", part)
    assert isinstance(original, bytes)
    return original


def _noughts(drawn: bytes) -> int:
    return sum(drawn[at : at + 2] == b"\x00\x00" for at in range(0, len(drawn), 2))


def pictures(pdf: bytes) -> int:
    """How many raster images there are, at any depth of the drawings."""
    return sum(_images(page.get("/Resources")) for page in PdfReader(BytesIO(pdf)).pages)


def _images(resources: Any) -> int:
    drawings = (resources or {}).get("/XObject", {})
    found = 0
    for drawing in (one.get_object() for one in drawings.values()):
        found += drawing["/Subtype"] == "/Image" or _images(drawing.get("/Resources"))
    return found
