"""A text in which days or months stand, told without the year that is this one: "Vienna 12.05 – 15.05", "Lisbon March"."""

import re
from functools import lru_cache

from babel import Locale

_LANGUAGES = ("en", "ru", "bg", "zh")


def without_year(text: str, year: int) -> str:
    """Other numbers that look like this year stay: "Football 2027"."""
    return _dated(year).sub(lambda found: next(filter(None, found.groups())), text)


@lru_cache(4)
def _dated(year: int) -> re.Pattern[str]:
    day = rf"(\d{{1,2}}\.\d{{1,2}})\.{year}(?!\d)"
    month = rf"\b({'|'.join(sorted(_months(), key=len, reverse=True))}) {year}(?!\d)"
    return re.compile(rf"{day}|{month}|{year}年(\d{{1,2}}月)", re.IGNORECASE)


def _months() -> set[str]:
    return {
        re.escape(name)
        for language in _LANGUAGES
        for form in ("format", "stand-alone")
        for name in Locale(language).months[form]["wide"].values()
    }
