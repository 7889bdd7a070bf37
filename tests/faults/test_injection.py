"""Nasty names in everything that is said, printed and searched: they are letters, and nothing else."""

import re
from datetime import UTC
from io import BytesIO
from typing import Any
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from domain.entities.people import Role
from domain.values.language import Language
from domain.values.text import one_line, units
from locales import Sentence, Voice
from locales.keeping import template
from locales.lengths import MOST, fitting
from papers.lists import participants_pdf, participants_xlsx
from papers.typesetting import legible
from papers.voucher import voucher
from sandbox.text.html_reader import read_html
from storage import Database
from tests.faults.conftest import Score, many
from tests.faults.nasty import NAMES
from tests.papers.cast import PRINTED_AT, seat, two_deals, voice, voucher_facts
from tests.storage.things import client, keep
from tests.world import World

PLACE = re.compile(r"\{(\w+)\}")


def sentences() -> list[Sentence]:
    """Everything the house can say: every screen and every letter is made of these."""
    found = []
    for message in template():
        if isinstance(message.id, tuple):
            found.append(Sentence(message.id[0], plural=message.id[1]))
        elif isinstance(message.id, str) and message.id:
            found.append(Sentence(message.id))
    return found


def filled(sentence: Sentence, name: str) -> Sentence:
    facts: dict[str, Any] = dict.fromkeys(PLACE.findall(f"{sentence.english} {sentence.plural or ''}"), name)
    if sentence.plural:
        facts["count"] = 3
    return sentence(**facts)


def shape(html: str) -> list[str]:
    """The kinds of entities Telegram would see; raises what Telegram would answer."""
    _text, entities = read_html(html)
    return [entity["type"] for entity in entities]


def test_no_name_is_markup_in_any_screen_or_letter(score: Score) -> None:
    """Each sentence with a nasty name in every place has the entities it has with “Anna”, and her name whole."""
    every = [sentence for sentence in sentences() if PLACE.search(sentence.english)]
    assert len(every) > 150
    names = NAMES[:: many(19, 1)]
    tried = 0
    for language in Language:
        speaking = Voice(language, ZoneInfo("Europe/Sofia"), None)
        for sentence in every:
            wanted = shape(speaking.html(filled(sentence, "Anna")))
            for name in names:
                html = speaking.html(filled(sentence, name))
                text, entities = read_html(html)
                assert [entity["type"] for entity in entities] == wanted, (sentence.english, name)
                if set(PLACE.findall(sentence.english)) != {"count"}:
                    assert name in text.replace("\u2068", "").replace("\u2069", ""), (sentence.english, name)
                tried += 1
    score(tried)


def test_a_name_that_is_not_escaped_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locales.voice.escape", lambda text, quote=True: text)
    with pytest.raises(Exception, match=r"can't parse entities|assert"):
        test_no_name_is_markup_in_any_screen_or_letter(lambda *_: None)


def test_no_list_of_names_is_too_long(score: Score) -> None:
    """Whatever is made of them is cut into parts that Telegram takes and reads."""
    speaking = Voice(Language.ENGLISH, UTC, None)
    for start in range(0, len(NAMES), 40):
        html = "\n".join(
            speaking.html(Sentence("<b>{name}</b>")(name=name)) for name in NAMES[start : start + 40]
        )
        parts = fitting(html)
        for part in parts:
            text, entities = read_html(part)
            assert units(text) <= MOST
            assert {entity["type"] for entity in entities} <= {"bold"}
    score(len(NAMES))


def test_no_name_is_a_formula_on_any_list(score: Score) -> None:
    names = NAMES[:: many(4, 1)]
    facts = two_deals(
        trip=names[0], participants=tuple(seat(41, name, client=name, phone=name) for name in names)
    )
    for language in Language if many(0, 1) else (Language.ENGLISH,):
        written = participants_xlsx(facts, voice(language), PRINTED_AT)
        formulas = re.findall(r"<f>(.*?)</f>", _sheet(written))
        assert all(formula.startswith("SUBTOTAL(") for formula in formulas)
        book = load_workbook(BytesIO(written))
        page = book.active
        book.close()
        assert page is not None
        cells = [row[1].value for row in page.iter_rows(min_row=7, max_row=6 + len(names))]
        assert cells == [legible(name) for name in names]
        assert all(cell.hyperlink is None for row in page.iter_rows() for cell in row)
        assert participants_pdf(facts, voice(language), PRINTED_AT).startswith(b"%PDF")
    for name in names[:: many(10, 1)]:
        assert voucher(voucher_facts(trip=name, client=name, travellers=(name,), place=name), voice())
    score(len(names) * (2 if many(0, 1) else 1))


def _sheet(written: bytes) -> str:
    return ZipFile(BytesIO(written)).read("xl/worksheets/sheet1.xml").decode()


SEARCHED = (
    "%",
    "_",
    "\\",
    "'",
    '"',
    ";",
    "--",
    "100%",
    "a_b",
    "' OR 1=1 --",
    "%%",
    "[a]",
    "*",
    "?",
    "(",
    "\\%",
)


async def test_a_search_finds_what_a_plain_comparison_finds(database: Database, score: Score) -> None:
    """Words that mean something to LIKE or SQL are found in the names that hold them, and in no other."""
    names = sorted(
        {f"{before}{odd}{after}" for odd in SEARCHED for before in ("", "Ana ") for after in ("", "x")}
    )
    await keep(database, *(client(name) for name in names))
    for typed in SEARCHED:
        rows = await database.read(
            lambda unit, typed=typed: unit.repositories.clients.search(typed, limit=999)  # type: ignore[misc]
        )
        found = {row.name for row in rows}
        assert all(typed.split()[0].casefold() in name.casefold() for name in found), typed
        begins = {name for name in names if any(word.startswith(typed) for word in name.split())}
        assert begins <= found or not typed.strip("%_\\';-*?(\"[]"), typed
    everybody = await database.read(lambda unit: unit.repositories.clients.search("Ana", limit=999))
    assert {row.name for row in everybody} >= {name for name in names if name.startswith("Ana ")}
    score(len(SEARCHED))


async def test_what_means_something_to_sql_is_kept_as_it_was_said(world: World, score: Score) -> None:
    """In a client's wishes and in a colleague's search."""
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    tried = [one_line(name) for name in NAMES[240:300:10] if any(c.isalpha() for c in name)]
    assert len(tried) > 2
    for words in tried:
        await anna.says("/tour")
        await anna.says(words)
        anna.hears("When?")
        await boris.says(words)
    assert await world.database.read(lambda unit: unit.inbox.quarantined()) == 0
    await boris.says("Anna")
    assert boris.heard
    score(2 * len(tried))
