"""The catalogs keep to the glossary's table of words: one per thing, in each language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from babel.messages.catalog import Message

from domain.values.language import Language
from locales.catalogs import TRANSLATED
from locales.keeping import HOUSE, read_catalog, template

_TABLE = re.compile(r"^## The words people read$.*?^\|[-|]+\|$\n(.*?)^$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(r"\{\w+\}|</?\w+>|/\w+")
_COLUMNS = (Language.ENGLISH, Language.RUSSIAN, Language.BULGARIAN, Language.CHINESE)


@dataclass(frozen=True)
class Cell:
    """What a language calls a thing: one of `said`, none of `wrong` in that thing's sentences, none of `never` at all."""

    said: tuple[str, ...]
    wrong: tuple[str, ...]
    never: tuple[str, ...]

    @classmethod
    def read(cls, text: str) -> "Cell":
        said, _, never = text.partition("; never ")
        said, _, wrong = said.partition(" not ")
        return cls(*(tuple(part.strip().split("/")) if part else () for part in (said, wrong, never)))


@cache
def table() -> list[dict[Language, Cell]]:
    found = _TABLE.search((HOUSE / "docs" / "glossary.md").read_text())
    assert found is not None
    rows = [line.strip("| \n").split(" | ") for line in found[1].splitlines()]
    return [dict(zip(_COLUMNS, map(Cell.read, row), strict=True)) for row in rows]


def wrong_words(language: Language, english: str, said: str) -> Iterator[str]:
    """What the table has against this translation."""
    for row in table():
        cell = row[language]
        yield from (f"never {word!r}" for word in cell.never if has(said, word, language))
        if language is Language.ENGLISH:
            continue
        if any(has(english, word, Language.ENGLISH) for word in row[Language.ENGLISH].said):
            yield from (f"not {word!r}" for word in cell.wrong if has(said, word, language))
            if not any(has(said, word, language) for word in cell.said):
                yield f"{row[Language.ENGLISH].said[0]!r} is {' or '.join(map(repr, cell.said))}"


def has(text: str, word: str, language: Language) -> bool:
    """Words are told by how they begin; Chinese ones by standing there. Places, tags and commands are no words."""
    bare = _PLACE.sub(" ", text)
    if language is Language.CHINESE:
        return word in bare
    return re.search(rf"(?<!\w){re.escape(word)}", bare, re.IGNORECASE) is not None


def forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def names(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


@pytest.mark.parametrize("language", TRANSLATED)
def test_each_thing_has_its_one_word(language: Language) -> None:
    found = [
        (said, why)
        for message in read_catalog(language)
        if message.id
        for said in forms(message)
        for why in wrong_words(language, names(message)[-1], said)
    ]
    assert found == []


def test_so_it_is_in_english() -> None:
    told = [english for message in template() if message.id for english in names(message)]
    assert [(one, why) for one in told for why in wrong_words(Language.ENGLISH, one, one)] == []


def test_a_number_is_written_one_way() -> None:
    """ "Deal #2", "Сделка № 2", "Сделка № 2", "订单 №2"."""
    wrong = [english for message in template() if message.id for english in names(message) if "№" in english]
    for language, right in ((Language.RUSSIAN, "№ {"), (Language.BULGARIAN, "№ {"), (Language.CHINESE, "№{")):
        for message in read_catalog(language):
            wrong += [one for one in forms(message) if one.count("№") != one.count(right) + (one == "№")]
    assert wrong == []


def test_a_bulgarian_is_addressed_with_a_capital() -> None:
    small = re.compile(r"(?<!\w)(?:ви|вие|вас|ваш\w*)(?!\w)")
    assert [one for m in read_catalog(Language.BULGARIAN) for one in forms(m) if small.search(one)] == []


@pytest.mark.parametrize(
    ("language", "english", "said", "why"),
    [
        (Language.RUSSIAN, "The deposit", "Депозит", ["never 'депозит'", "'deposit' is 'предоплат'"]),
        (Language.RUSSIAN, "The deposit", "Предоплата", []),
        (Language.RUSSIAN, "Passport", "Паспорт", ["'passport' is 'загранпаспорт'"]),
        (Language.BULGARIAN, "Join link", "Връзка", ["never 'връзк'", "'link' is 'линк' or 'закач'"]),
        (Language.CHINESE, "Responsible", "负责", ["not '负责'", "'responsible' is '跟进'"]),
        (Language.CHINESE, "{trip}", "旅行", []),
    ],
)
def test_a_wrong_word_is_noticed(language: Language, english: str, said: str, why: list[str]) -> None:
    assert list(wrong_words(language, english, said)) == why
