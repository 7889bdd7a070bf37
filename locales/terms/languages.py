"""Each language by its own name, and how one says that something is said in it."""

from domain.values.language import Language
from locales.sentence import Sentence, _

LANGUAGES: dict[Language, str] = {
    Language.ENGLISH: "English",
    Language.RUSSIAN: "Русский",
    Language.BULGARIAN: "Български",
    Language.CHINESE: "中文",
}
"""Each language by its own name: who cannot read the screen must still find it."""

IN_LANGUAGE: dict[Language, Sentence] = {
    Language.ENGLISH: _("in English"),
    Language.RUSSIAN: _("in Russian"),
    Language.BULGARIAN: _("in Bulgarian"),
    Language.CHINESE: _("in Chinese"),
}
"""As it is said within a sentence to who reads the screen."""


def this_one_first(language: Language) -> list[Language]:
    """All of them, the reader's own at the top."""
    return sorted(Language, key=lambda one: one is not language)
