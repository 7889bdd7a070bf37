"""What came packed in a ZIP, out of it: the one list in there, within limits. A workbook is a ZIP itself, and stays one."""

import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from domain.values.refusals import Refusal
from imports.rows import MEGABYTE, Limits

WORKBOOK = "xl/workbook.xml"

_ZIP = b"PK\x03\x04"
_IN_MEMORY = 64 * MEGABYTE
_DOCUMENTS = ("[Content_Types].xml", "mimetype", "Index/Document.iwa")
"""Whatever holds one of these is a document of another program, and no ZIP that somebody made."""


@contextmanager
def unpacked(file: BinaryIO, limits: Limits) -> Iterator[BinaryIO]:
    """The list itself, from its beginning: the file, or what is packed in it.

    Raises Refusal: zip_of_several, table_not_known, workbook_broken, workbook_locked, workbook_too_big.
    """
    if not _is_zip(file) or is_workbook(file):
        file.seek(0)
        yield file
        return
    one = _the_only(file)
    if one.file_size > limits.unpacked:
        raise Refusal("workbook_too_big", most=limits.unpacked // MEGABYTE)
    try:
        with zipfile.ZipFile(file) as archive, archive.open(one) as opened:
            content = cast("BinaryIO", opened)
            packed_again = _is_zip(content)
            content.seek(0)
            if packed_again:
                with _whole(content, one, limits) as workbook:
                    yield workbook
            else:
                yield content
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise Refusal("workbook_broken") from None


def is_workbook(file: BinaryIO) -> bool:
    """Raises Refusal: workbook_broken."""
    return _is_zip(file) and any(one.filename == WORKBOOK for one in _entries(file))


def _is_zip(file: BinaryIO) -> bool:
    file.seek(0)
    return file.read(len(_ZIP)) == _ZIP


def _entries(file: BinaryIO) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(file) as archive:
            return [one for one in archive.infolist() if not one.is_dir()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Refusal("workbook_broken") from None


def _the_only(file: BinaryIO) -> zipfile.ZipInfo:
    """Apart from what some systems add."""
    found = [one for one in _entries(file) if not one.filename.startswith("__MACOSX/")]
    if not found or any(one.filename in _DOCUMENTS for one in found):
        raise Refusal("table_not_known")
    if len(found) > 1:
        raise Refusal("zip_of_several", count=len(found))
    if found[0].flag_bits & 1:
        raise Refusal("workbook_locked")
    return found[0]


@contextmanager
def _whole(content: BinaryIO, one: zipfile.ZipInfo, limits: Limits) -> Iterator[BinaryIO]:
    """A workbook is read here and there: it is brought out of the ZIP before. No more comes out than the ZIP has said."""
    if one.file_size > limits.strings:
        raise Refusal("workbook_too_big", most=limits.strings // MEGABYTE)
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
        shutil.copyfileobj(content, kept)
        kept.seek(0)
        yield cast("BinaryIO", kept)
