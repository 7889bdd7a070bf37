"""The languages the agency speaks, and the guess made of what Telegram tells."""

from enum import StrEnum


class Language(StrEnum):
    """A language we speak, by its ISO 639-1 code."""

    ENGLISH = "en"
    RUSSIAN = "ru"
    BULGARIAN = "bg"
    CHINESE = "zh"


# Readers of these languages read Russian or Bulgarian more easily than English.
_NEIGHBOURS = {
    "mk": Language.BULGARIAN,
    "uk": Language.RUSSIAN,
    "be": Language.RUSSIAN,
    "kk": Language.RUSSIAN,
}


def guess_language(code: str | None) -> Language:
    """The language for Telegram's `language_code` ("ru", "zh-hans", None); English when nothing fits."""
    primary = (code or "").split("-")[0].casefold()
    if primary in set(Language):
        return Language(primary)
    return _NEIGHBOURS.get(primary, Language.ENGLISH)
