"""The catalogs: `.po` files compiled in memory when a language is first spoken. English needs none."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from domain.language import Language

FOLDER = Path(__file__).parent / "catalogs"
TRANSLATED = tuple(language for language in Language if language is not Language.ENGLISH)


class Words:
    """One language's words for English sentences."""

    def __init__(self, translations: NullTranslations) -> None:
        self._translations = translations

    def words(self, english: str, plural: str | None, count: object) -> str:
        """The sentence in this language, its places still empty."""
        if plural is None:
            return self._translations.gettext(english)
        if not isinstance(count, int):
            raise TypeError(f"{english!r} is counted, so it needs the fact `count`")
        return self._translations.ngettext(english, plural, count)


@cache
def words_of(language: Language) -> Words:
    """The language's words, read once."""
    if language is Language.ENGLISH:
        return Words(NullTranslations())
    compiled = BytesIO()
    write_mo(compiled, read_catalog(language))
    compiled.seek(0)
    return Words(GNUTranslations(compiled))


def read_catalog(language: Language) -> Catalog:
    """The language's `.po` file as Babel reads it."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=str(language), domain="tourdesk")
