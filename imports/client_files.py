"""Clients written as a file that any program reads, and ours again: CSV, XLSX, or cards for a telephone."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from domain.entities.client_exports import GivenClient
from domain.entities.client_imports import Column
from imports.disarming import disarmed
from imports.separators import separator_for
from locales import Voice
from locales.terms.client_imports import COLUMNS

_TOLD = (
    Column.NAME,
    Column.LATIN_NAME,
    Column.PHONE,
    Column.EMAIL,
    Column.BIRTHDAY,
    Column.ADDRESS,
    Column.SOURCE,
    Column.TAGS,
)
Writer = Callable[[Sequence[GivenClient], Voice], bytes]


def clients_csv(clients: Iterable[GivenClient], voice: Voice) -> bytes:
    """In UTF-8 with its mark, so that a spreadsheet knows."""
    kept = io.StringIO()
    writer = csv.writer(kept, delimiter=separator_for(voice.language))
    writer.writerow(_header(voice))
    for client in clients:
        writer.writerow([disarmed(cell) for cell in _cells(client)])
    return kept.getvalue().encode("utf-8-sig")


def clients_xlsx(clients: Iterable[GivenClient], voice: Voice) -> bytes:
    """Every cell is words: nothing is ever read as a formula, a link or a number."""
    from xlsxwriter import Workbook

    kept = io.BytesIO()
    with Workbook(
        kept, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        page, words = book.add_worksheet(), book.add_format({"num_format": "@"})
        for column, name in enumerate(_header(voice)):
            page.write_string(0, column, name)
        for row, client in enumerate(clients, start=1):
            for column, cell in enumerate(_cells(client)):
                if cell:
                    page.write_string(row, column, cell, words)
    return kept.getvalue()


def clients_vcard(clients: Iterable[GivenClient], _voice: Voice) -> bytes:
    """Version 3.0, which every telephone takes."""
    return "".join(line for client in clients for line in _card(client)).encode()


def _header(voice: Voice) -> list[str]:
    return [voice.plain(COLUMNS[column]) for column in _TOLD]


def _cells(client: GivenClient) -> tuple[str, ...]:
    return (
        client.name,
        client.latin_name or "",
        client.phone or "",
        client.email or "",
        client.born_on.isoformat() if client.born_on else "",
        client.address or "",
        client.source or "",
        ", ".join(client.tags),
    )


def _card(client: GivenClient) -> Iterable[str]:
    yield from map(
        _line, ("BEGIN:VCARD", "VERSION:3.0", f"FN:{_escaped(client.name)}", f"N:{_escaped(client.name)};;;;")
    )
    if client.phone:
        yield _line(f"TEL;TYPE=CELL:{client.phone}")
    if client.email:
        yield _line(f"EMAIL:{client.email}")
    if client.born_on:
        yield _line(f"BDAY:{client.born_on.isoformat()}")
    if client.address:
        yield _line(f"ADR:;;{_escaped(client.address)};;;;")
    if client.tags:
        yield _line(f"CATEGORIES:{','.join(map(_escaped, client.tags))}")
    yield _line("END:VCARD")


def _escaped(text: str) -> str:
    for sign in "\\,;":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _line(text: str) -> str:
    """Folded at 75 bytes, never within a character."""
    folded, length = "", 0
    for sign in text:
        size = len(sign.encode())
        if length + size > 74:
            folded, length = folded + "\r\n ", 1
        folded, length = folded + sign, length + size
    return folded + "\r\n"


WRITERS: dict[str, Writer] = {"csv": clients_csv, "xlsx": clients_xlsx, "vcf": clients_vcard}
