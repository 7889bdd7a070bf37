"""Counts as people type them: figures or words, with a word for what is counted beside them."""

import re

from domain.values.reading.number_words import number_in_words
from domain.values.reading.plain import plain
from domain.values.refusals import Refusal

_COUNTED = (
    "people persons person pax guests guest travellers traveller adults adult children child kids kid seats seat"
    " places place of us"
    " человек человека чел людей туристов туриста турист взрослых взрослый взрослые детей ребенок ребенка дети"
    " мест место"
    " души душа човека човек хора пътници пътника пътник възрастни възрастен деца дете места място"
)
_WORDS_BEFORE = "we are there us for нас будет едет мы ние сме сами общо всего total"
_BEFORE = frozenset(_WORDS_BEFORE.split())
_UNITS = frozenset(_COUNTED.split())
_HAN_UNITS = re.compile(r" ?(?:个?(?:大人|小孩|孩子|成人|儿童|座位|位子|人)|口人|位|名|个|口|座|张)$")
_HAN_BEFORE = re.compile(r"^(?:我们|咱们|一共|总共|共)?(?:有)?")
_WORDS_ALONE = (
    "me|just me|only me|myself|alone|я|только я|я один|я одна|один я|аз|само аз|аз съм сам|аз съм сама"
    "|我|就我|只有我|我自己|我一个"
)
_ALONE = frozenset(_WORDS_ALONE.split("|"))
_SUM = re.compile(r" ?(?:\+|,|和|加|\band\b|\bи\b|\bплюс\b|\bplus\b) ?")


def read_count(text: str, most: int) -> int:
    """A whole number from 1 to `most`: "25", "twenty-five", "двое взрослых и ребёнок", "两个人".

    Raises Refusal: not_a_count.
    """
    said = plain(text).rstrip(".! ")
    count = 1 if said in _ALONE else _counted(said)
    if count is None:
        count = _sum([_counted(part, with_unit=True) for part in _SUM.split(said)])
    if count is None or not 1 <= count <= most:
        raise Refusal("not_a_count", most=most)
    return count


def counts_people(word: str) -> bool:
    """Whether a number before this word is of people."""
    return plain(word).rstrip(".") in _UNITS


def _counted(said: str, *, with_unit: bool = False) -> int | None:
    """One number, and what is counted. `with_unit` wants the latter; a unit alone is one of it then ("and a child")."""
    number = _without_unit(said)
    if with_unit and number == said:
        return None
    if with_unit and not number:
        return 1
    return int(number) if re.fullmatch(r"\d{1,9}", number) else number_in_words(number)


def _without_unit(said: str) -> str:
    words = re.sub(r"(?<=\d)(?=[a-zа-я])", " ", said).split()
    while words and words[0] in _BEFORE:
        words.pop(0)
    while words and words[-1].rstrip(".") in _UNITS:
        words.pop()
    return _HAN_BEFORE.sub("", _HAN_UNITS.sub("", " ".join(words))).strip() if words else ""


def _sum(counts: list[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) > 1 else None
