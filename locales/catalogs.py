"""The catalogs: `.po` files, read when a language is first spoken. English needs none.

They are read as Babel writes them (`locales.keeping`); Babel's own reader takes ten times as long, and keeps people
waiting for what nobody but a translator wants to know.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from gettext import c2py
from pathlib import Path

import orjson

from domain.values.language import Language

FOLDER = Path(__file__).parent / "catalogs"
TRANSLATED = tuple(language for language in Language if language is not Language.ENGLISH)

_TEXT = r'((?:".*"\n)+)'
_ENTRY = re.compile(rf"^msgid {_TEXT}(?:msgid_plural {_TEXT})?((?:msgstr(?:\[\d\])? {_TEXT})+)", re.MULTILINE)
_FORM = re.compile(rf"^msgstr(?:\[\d\])? {_TEXT}", re.MULTILINE)
_FUZZY = re.compile(r"^#,.*\bfuzzy\b", re.MULTILINE)
_RULE = re.compile(r"^Plural-Forms:.*?plural=(.*?);?$", re.MULTILINE)

Forms = tuple[str, ...]


class Words:
    """One language's words for English sentences; what has none is said in English."""

    def __init__(self, forms: Mapping[str, Forms], which: Callable[[int], int]) -> None:
        self._forms = forms
        self._which = which

    def words(self, english: str, plural: str | None, count: object) -> str:
        """The sentence in this language, its places still empty."""
        forms = self._forms.get(english)
        if plural is None:
            return forms[0] if forms else english
        if not isinstance(count, int):
            raise TypeError(f"{english!r} is counted, so it needs the fact `count`")
        if forms is None:
            return english if count == 1 else plural
        return forms[self._which(count)]


@cache
def words_of(language: Language) -> Words:
    """The language's words, read once."""
    if language is Language.ENGLISH:
        return Words({}, int)
    forms = dict(_entries((FOLDER / f"{language}.po").read_text("utf-8")))
    rule = _RULE.search(forms.pop("")[0])
    if rule is None:
        raise ValueError(f"{language}.po does not say how its plurals are formed")
    return Words(forms, c2py(rule[1]))


def _entries(catalog: str) -> list[tuple[str, Forms]]:
    """The English, and what is said for it; entries that somebody has yet to look at are left out."""
    found = []
    for entry in catalog.split("\n\n"):
        parts = _ENTRY.search(f"{entry}\n")
        if parts is None or _FUZZY.search(entry):
            continue
        forms = tuple(_text(form) for form in _FORM.findall(parts[3]))
        if all(forms):
            found.append((_text(parts[1]), forms))
    return found


def _text(quoted: str) -> str:
    """Quoted as JSON is, in pieces that belong together."""
    return "".join(orjson.loads(piece) for piece in quoted.splitlines())
