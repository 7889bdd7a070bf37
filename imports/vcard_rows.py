"""Cards as phones and mail programs write them (vCard 2.1, 3.0, 4.0), as many as stand in the file, as rows of one shape."""

import re
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import unquote

from domain.entities.client_imports import Column
from domain.values.refusals import Refusal
from imports.rows import Limits, Row, counted
from imports.vcard_lines import Property, properties

CARD_COLUMNS = (
    Column.NAME,
    Column.PHONE,
    Column.EMAIL,
    Column.TELEGRAM,
    Column.BIRTHDAY,
    Column.ADDRESS,
    Column.LANGUAGE,
    Column.TAGS,
    Column.NOTES,
)
"""What the cells of a card's row hold."""

_MOST = 2_000
"""Properties of one card."""
_OF_YEAR = re.compile(r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)(?:[T ].*)?")
_NO_YEAR = "1604"
"""Stands for a year that was not told, on phones that cannot leave it out."""


def vcard_rows(file: BinaryIO, encoding: str, limits: Limits) -> Iterator[Row]:
    """A row a card, with the line on which it begins.

    Raises Refusal: card_breaks_off, card_without_beginning, table_encoding, and those of `counted`.
    """
    yield from counted(_cards(file, encoding), limits)


def _cards(file: BinaryIO, encoding: str) -> Iterator[Row]:
    card: list[Property] = []
    begins: list[int] = []
    """The lines on which this card, and cards within it, begin."""
    for one in properties(file, encoding):
        marks = one.name in {"BEGIN", "END"} and one.value.strip().upper() == "VCARD"
        if marks and one.name == "BEGIN":
            begins.append(one.line)
        elif marks:
            if not begins:
                raise Refusal("card_without_beginning", line=one.line)
            at = begins.pop()
            if not begins:
                yield at, _row(card)
                card = []
        elif len(begins) == 1 and len(card) < _MOST:
            card.append(one)
    if begins:
        raise Refusal("card_breaks_off", line=begins[0])


def _row(card: list[Property]) -> tuple[str, ...]:
    is_old = any(one.name == "VERSION" and one.value.strip() == "2.1" for one in card)
    by_name: dict[str, list[Property]] = {}
    for one in card:
        by_name.setdefault(one.name, []).append(one)

    def all_of(name: str) -> list[str]:
        return [_plain(one.value, old=is_old) for one in _preferred(by_name.get(name, []))]

    birthday, other_day = _birthday(by_name.get("BDAY", []))
    return (
        _name(by_name, old=is_old),
        "; ".join(filter(None, (_phone(one) for one in _preferred(by_name.get("TEL", []))))),
        "; ".join(filter(None, all_of("EMAIL"))),
        _telegram(by_name),
        birthday,
        _address(_preferred(by_name.get("ADR", [])), old=is_old),
        next(iter(all_of("LANG")), ""),
        ", ".join(filter(None, all_of("CATEGORIES"))),
        "\n".join(filter(None, (*all_of("NOTE"), other_day))),
    )


def _preferred(found: list[Property]) -> list[Property]:
    return sorted(found, key=lambda one: not ("PREF" in one.types or one.params.get("PREF") == "1"))


def _name(by_name: dict[str, list[Property]], *, old: bool) -> str:
    """As it is shown; else put together; else of a firm, or how the person is called."""
    for one in by_name.get("FN", []):
        if shown := _plain(one.value, old=old):
            return shown
    for one in by_name.get("N", []):
        family, given, other, *_ = [*_parts(one.value, old=old), "", "", ""]
        if put := " ".join(filter(None, (given, other, family))):
            return put
    for name in ("ORG", "NICKNAME"):
        for one in by_name.get(name, []):
            if said := " ".join(filter(None, _parts(one.value, old=old))):
                return said
    return ""


def _phone(one: Property) -> str:
    """ "tel:+359-888-123;ext=5" without what a number is dialled with."""
    told = one.value.strip()
    if "FAX" in one.types and not one.types & {"CELL", "VOICE"}:
        return ""
    if told.lower().startswith("tel:"):
        told = unquote(told[4:]).partition(";")[0]
    return told.replace("\\", "")


def _telegram(by_name: dict[str, list[Property]]) -> str:
    """ "X-TELEGRAM:anna_p", "IMPP:telegram:anna_p", "X-SOCIALPROFILE;TYPE=telegram:https://t.me/anna_p"; the first."""
    for name in ("X-TELEGRAM", "IMPP", "X-SOCIALPROFILE"):
        for one in by_name.get(name, []):
            said = one.value.strip()
            told, _colon, bare = said.partition(":")
            if told.casefold() in {"telegram", "x-telegram"}:
                return bare.removeprefix("//")
            if name == "X-TELEGRAM" or "TELEGRAM" in one.types or "t.me/" in said.casefold():
                return said
    return ""


def _birthday(found: list[Property]) -> tuple[str, str]:
    """The day, if it is whole; else, in the note, what was told of it."""
    for one in found:
        told = one.value.strip()
        whole = _OF_YEAR.fullmatch(told)
        if whole and whole["year"] not in {_NO_YEAR, one.params.get("X-APPLE-OMIT-YEAR")}:
            return f"{whole['year']}-{whole['month']}-{whole['day']}", ""
        if whole:
            return "", f"🎂 {whole['day']}.{whole['month']}."
        if part := re.fullmatch(r"--(\d\d)-?(\d\d)", told):
            return "", f"🎂 {part[2]}.{part[1]}."
        if told:
            return "", f"🎂 {told}"
    return "", ""


def _address(found: list[Property], *, old: bool) -> str:
    """Street, place, region, code, country; of several the first with anything in it."""
    for one in found:
        box, more, street, place, region, code, country, *_ = [*_parts(one.value, old=old), *[""] * 7]
        if told := ", ".join(filter(None, (street, more, box, place, region, code, country))):
            return told
    return ""


def _parts(value: str, *, old: bool) -> list[str]:
    """Between semicolons that are none of the words; a sign that is escaped itself escapes nothing."""
    sign = r"\\;|[^;]" if old else r"\\.|[^;]"
    return [_plain(part, old=old) for part in re.findall(rf"((?:{sign})*)(?:;|$)", value, re.DOTALL)]


def _plain(value: str, *, old: bool) -> str:
    """Without the signs that keep words from being read as more than words."""
    if old:
        return value.replace("\\;", ";").strip()
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
