"""Every sign that a sentence begins with stands in the glossary's table, and means one thing."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from domain.values.language import Language
from locales.catalogs import TRANSLATED
from locales.keeping import HOUSE, read_catalog, template
from tests.house.test_terms import forms, names

_TABLE = re.compile(
    r"^## The signs that sentences begin with$.*?^\|[-|]+\|$\n(.*?)(?:^$|\Z)", re.MULTILINE | re.DOTALL
)
_BEGINS = re.compile(r"\s*(?:<\w+>)?(ℹ️|[^\w\s<>{}“”„\"'«»().,，:;…/–—+&#№-]+)\s*(.*)", re.DOTALL)
ANY = "…"
BESIDE = set("◀➕⬆⬇☐☑")
"""Ways and states of what has its own sign: back to it, one more of it, up, chosen."""


@cache
def table() -> dict[str, tuple[str, ...]]:
    """Signs, and the words of which a sentence behind them has one."""
    found = _TABLE.search((HOUSE / "docs" / "glossary.md").read_text())
    assert found is not None
    rows = [line.strip("| \n").split(" | ") for line in found[1].splitlines()]
    signs = [sign for sign, _means, _words in rows]
    assert len(signs) == len(set(signs)), "a sign stands there twice"
    assert len({means for _sign, means, _words in rows}) == len(rows), "one meaning has two signs"
    return {sign: tuple(words.split("/")) for sign, _means, words in rows}


def parted(sentence: str) -> tuple[str, str]:
    """The sign it begins with, if any, and the rest without tags."""
    found = _BEGINS.match(sentence)
    return (found[1], re.sub(r"</?\w+>", "", found[2])) if found else ("", sentence)


def faults(sentence: str) -> Iterator[str]:
    sign, rest = parted(sentence)
    words = table().get(sign, ()) if sign else (ANY,)
    if sign and sign not in table():
        yield f"{sign} is not in the glossary: {rest}"
    elif words != (ANY,) and not any(word in rest.casefold() for word in words):
        yield f"{sign} does not mean this: {rest}"


def english() -> list[str]:
    return [name for message in template() if message.id for name in names(message)]


def test_every_sign_means_what_the_glossary_says() -> None:
    assert [fault for sentence in english() for fault in faults(sentence)] == []


def test_no_two_signs_say_the_same() -> None:
    signs: dict[str, set[str]] = {}
    for sign, rest in filter(lambda one: one[0], map(parted, english())):
        if re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", rest)):
            signs.setdefault(rest, set()).add(sign)
    assert {rest: found for rest, found in signs.items() if len(found - BESIDE) > 1} == {}


def test_no_sign_stands_in_the_glossary_for_nothing() -> None:
    assert table().keys() - {parted(sentence)[0] for sentence in english()} == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_sign_is_the_same_in_every_language(language: Language) -> None:
    other = [
        said
        for message in read_catalog(language)
        if message.id
        for said in forms(message)
        if parted(said)[0] != parted(names(message)[0])[0]
    ]
    assert other == []


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("🕘 Hours", ["🕘 does not mean this: Hours"]),
        ("<b>🕘 History</b>", []),
        ("🦄 Hours", ["🦄 is not in the glossary: Hours"]),
        ("{name}", []),
    ],
)
def test_a_wrong_sign_is_noticed(sentence: str, fault: list[str]) -> None:
    assert list(faults(sentence)) == fault
