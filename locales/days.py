"""Days as we print them and people write them back: with the month's name, in any language of the house."""

import re
import unicodedata
from functools import cache

from babel.dates import get_month_names

from domain.values.language import Language
from domain.values.month import Month, month
from locales.voice import locale_of

_SHORTEST = 3
"""Letters by which every month is told from the others: "may", "мая", "юни"."""
_ENDING = r"(?:st|nd|rd|th|-?(?:е|го|ти|ви|ри))?"
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}}){_ENDING}[ .\-]{{0,2}}(?:of )?(?P<month>[^\W\d_]+)[ .,\-]{{0,2}}(?P<year>(?:\d{{2}}){{1,2}})"
    r"(?: ?(?:г|год|года)\.?)?"
)
_MONTH_YEAR = re.compile(r"(?P<month>[^\W\d_]+)\.?,? (?P<year>\d{4})(?: ?(?:г|год|года)\.?)?")
_CHINESE_MONTH = re.compile(r"(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?月")
_MONTH_DAY = re.compile(rf"(?P<month>[^\W\d_]+)\.? (?P<day>\d{{1,2}}){_ENDING}[ ,]{{1,2}}(?P<year>\d{{4}})")


def in_figures(text: str) -> str:
    """ "17 мая 1985", "17 May 1985" and "May 17, 1985" as "17.5.1985"; anything else as it is."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    found = _DAY_MONTH.fullmatch(plain) or _MONTH_DAY.fullmatch(plain)
    month = _month(found["month"]) if found else None
    return f"{found['day']}.{month}.{found['year']}" if found and month else text


def month_named(text: str) -> Month | None:
    """ "March 2027", "март 2027 г.", "2027年3月": a month and its year in any language of the house; None for other words."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if found := _CHINESE_MONTH.fullmatch(plain):
        return month(int(found["year"]), int(found["month"]))
    found = _MONTH_YEAR.fullmatch(plain)
    named = _month(found["month"]) if found else None
    return month(int(found["year"]), named) if found and named else None


def _month(word: str) -> int | None:
    """Of a whole name, or its beginning."""
    meant = {month for name, month in _names() if name.startswith(word)} if len(word) >= _SHORTEST else set()
    return meant.pop() if len(meant) == 1 else None


@cache
def _names() -> tuple[tuple[str, int], ...]:
    """As they stand in a date and alone, where these differ. Chinese months are figures already."""
    spoken = [language for language in Language if language is not Language.CHINESE]
    forms = [
        get_month_names("wide", context, locale=locale_of(language))
        for language in spoken
        for context in ("format", "stand-alone")
    ]
    return tuple((name.casefold(), month) for names in forms for month, name in names.items())
