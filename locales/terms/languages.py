"""Each language by its own name."""

from domain.values.language import Language

LANGUAGES: dict[Language, str] = {
    Language.ENGLISH: "English",
    Language.RUSSIAN: "Русский",
    Language.BULGARIAN: "Български",
    Language.CHINESE: "中文",
}
"""Each language by its own name: who cannot read the screen must still find it."""


def this_one_first(language: Language) -> list[Language]:
    """All of them, the reader's own at the top."""
    return sorted(Language, key=lambda one: one is not language)
