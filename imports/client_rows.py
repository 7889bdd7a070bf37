"""The cells of a row as facts about a client: names, phones, days and tags as people write them; or why a row is not taken."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import BinaryIO, TypeVar

from domain.entities.client_imports import ClientFacts, Column, ReadRow, RowFault
from domain.entities.client_reading import (
    clean_tags,
    read_address,
    read_email,
    read_latin_name,
    read_line,
    read_username,
)
from domain.entities.particulars import check_birth, read_births
from domain.entities.pasted_lines import month_is_first
from domain.values.language import Language
from domain.values.reading.around import Around
from domain.values.refusals import Refusal
from domain.values.text import full_name, name, one_line, words
from imports.language_names import language_named
from imports.rows import Limits
from imports.tables import Table, rows
from locales.phones import read_phone

T = TypeVar("T")

_DISARMED = re.compile(r"^'(?=[=+\-@\t])")
"""Before what a spreadsheet would take for a formula, whoever writes files puts this sign, as we do."""
_LONGEST_NAME, _LONGEST_NOTE = 80, 3_000
_LOOKED_THROUGH = 2_000
"""Rows by which it is judged how days are written."""
_OF_YEAR = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Reading:
    """How the rows of a file are read: which column holds what, where its people live and how they write."""

    columns: tuple[Column | None, ...]
    region: str
    language: Language
    today: date
    month_first: bool | None = None
    """Of days like 03/04/1985; None: nothing in the file tells."""

    def read(self, line: int, cells: tuple[str, ...]) -> ReadRow:
        """What it tells, or why it is not taken."""
        try:
            return ReadRow(line, cells, self.client(cells))
        except RowFault as fault:
            return ReadRow(line, cells, why=fault.why, cell=fault.cell)

    def client(self, cells: Sequence[str]) -> ClientFacts:
        """Raises RowFault."""
        told: dict[Column, list[str]] = {}
        for column, cell in zip(self.columns, cells, strict=False):
            if column is not None and (text := _DISARMED.sub("", cell).strip()):
                told.setdefault(column, []).append(text)
        return _client(self, told)


def clients(
    file: BinaryIO, table: Table, reading: Reading, limits: Limits, after: int = 0
) -> Iterator[ReadRow]:
    """Every row but the header, and but those up to the line `after`; read one by one, however many there are.

    Raises Refusal: what makes the whole file unreadable.
    """
    reading = replace(reading, month_first=_month_first(file, table, reading, limits))
    told = rows(file, table, limits)
    if table.has_header:
        next(told, None)
    for line, cells in told:
        if line > after:
            yield reading.read(line, cells)


def _month_first(file: BinaryIO, table: Table, reading: Reading, limits: Limits) -> bool | None:
    """Whether days like 03/04/1985 have the month first, where some of the first rows tell."""
    places = [place for place, column in enumerate(reading.columns) if column is Column.BIRTHDAY]
    if not places:
        return None
    some = islice(rows(file, table, limits), _LOOKED_THROUGH)
    return month_is_first(tuple(cells[place] for _, cells in some for place in places if place < len(cells)))


def _client(reading: Reading, told: dict[Column, list[str]]) -> ClientFacts:
    phones, emails = _phones(reading, told), _emails(told)
    phone, email = next(iter(phones), None), next(iter(emails), None)
    called = _name(told, phone, email)
    language, username = _language(told), _username(told)
    beside = [
        *(phones[1:] + emails[1:]),
        *(() if language else told.get(Column.LANGUAGE, ())),
        *(() if username else told.get(Column.TELEGRAM, ())),
    ]
    return ClientFacts(
        name=called,
        phone=phone,
        email=email,
        born_on=_born_on(reading, told),
        latin_name=_read(told, Column.LATIN_NAME, "row_latin_name", read_latin_name),
        username=username,
        language=language,
        address=_read(told, Column.ADDRESS, "row_too_long", read_address),
        source=_read(told, Column.SOURCE, "row_too_long", read_line),
        tags=_tags(told),
        notes=_notes([*told.get(Column.NOTES, ()), *beside]),
    )


def _language(told: dict[Column, list[str]]) -> Language | None:
    """The one that is named; None too for several, and for one that we do not speak: these are a note."""
    [*named] = told.get(Column.LANGUAGE, ())
    return language_named(named[0]) if len(named) == 1 else None


def _username(told: dict[Column, list[str]]) -> str | None:
    """What is no name on Telegram ("yes", a phone) is a note, and no error."""
    try:
        return next(iter(map(read_username, told.get(Column.TELEGRAM, ()))), None)
    except Refusal:
        return None


def _name(told: dict[Column, list[str]], phone: str | None, email: str | None) -> str:
    """In one column or in several; without any, nobody could tell who it is."""
    parts = [" ".join(told.get(one, ())) for one in (Column.FIRST_NAME, Column.MIDDLE_NAME, Column.LAST_NAME)]
    first, middle, last = parts
    written = " ".join(told.get(Column.NAME, ())) or full_name(f"{first} {middle}".strip(), last)
    written = written or " ".join(told.get(Column.LATIN_NAME, ()))
    if not one_line(written):
        raise RowFault("row_without_name", phone or email or "")
    return _or_fault("row_name", written, lambda: name(written, _LONGEST_NAME))


def _phones(reading: Reading, told: dict[Column, list[str]]) -> list[str]:
    written = [one for cell in told.get(Column.PHONE, ()) for one in re.split(r"[;,\n]| / ", cell)]
    return [*dict.fromkeys(_phone(reading, one.strip()) for one in written if one.strip())]


def _phone(reading: Reading, written: str) -> str:
    """A spreadsheet takes the plus and the zeros off a number."""
    try:
        return read_phone(written, reading.region, reading.language)
    except Refusal:
        if not re.fullmatch(r"\d{7,9}", written):
            raise RowFault("row_phone", written) from None
    return _or_fault(
        "row_phone", written, lambda: read_phone(f"0{written}", reading.region, reading.language)
    )


def _emails(told: dict[Column, list[str]]) -> list[str]:
    written = [one for cell in told.get(Column.EMAIL, ()) for one in re.split(r"[;,\s]+", cell) if one]
    return [*dict.fromkeys(_email(one) for one in written)]


def _email(written: str) -> str:
    return _or_fault("row_email", written, lambda: read_email(written))


def _born_on(reading: Reading, told: dict[Column, list[str]]) -> date | None:
    for written in told.get(Column.BIRTHDAY, ()):
        return _or_fault("row_birthday", written, lambda written=written: _birth(reading, written))  # type: ignore[misc]
    return None


def _birth(reading: Reading, written: str) -> date:
    """Raises Refusal, RowFault: row_two_birthdays."""
    if _OF_YEAR.fullmatch(written):
        try:
            born_on = date.fromisoformat(written)
        except ValueError:
            raise Refusal("no_such_birthday") from None
    else:
        born_on = _written_day(reading, written)
    check_birth(born_on, reading.today)
    return born_on


def _written_day(reading: Reading, written: str) -> date:
    plain = re.sub(r"[ T]\d{1,2}:\d\d(:\d\d)?.*$", "", written)
    if reading.month_first and (found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{2,4})", plain)):
        plain = f"{found[2]}/{found[1]}/{found[3]}"
    language = reading.language if reading.month_first is None else None
    found_days = read_births(plain, Around(language=language, last=reading.today))
    if len(found_days) > 1:
        raise RowFault("row_two_birthdays", written)
    return found_days[0]


def _tags(told: dict[Column, list[str]]) -> tuple[str, ...]:
    written = ", ".join(told.get(Column.TAGS, ()))
    return _or_fault("row_tags", written[:40], lambda: clean_tags(re.split(r"[,;|\n#]+", written)))


def _read(told: dict[Column, list[str]], column: Column, why: str, read: Callable[[str], str]) -> str | None:
    """What stands in a column, as it is read; None where nothing does."""
    written = ", ".join(told.get(column, ()))
    return _or_fault(why, written[:40], lambda: read(written)) if one_line(written) else None


def _notes(told: Sequence[str]) -> str | None:
    written = "\n".join(told)
    if not written.strip():
        return None
    return _or_fault("row_too_long", written[:40], lambda: words(written, _LONGEST_NOTE))


def _or_fault(why: str, cell: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except Refusal:
        raise RowFault(why, cell) from None
