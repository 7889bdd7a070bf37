"""Each language by its own name."""

from domain.values.language import Language

LANGUAGES: dict[Language, str] = {
    Language.ENGLISH: "English",
    Language.RUSSIAN: "Русский",
    Language.BULGARIAN: "Български",
    Language.CHINESE: "中文",
}
"""Each language by its own name: who cannot read the screen must still find it."""
