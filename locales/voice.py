"""A Voice speaks Sentences to one listener: words, plurals, dates and money in that person's language."""

import re
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from functools import lru_cache
from html import escape, unescape

from babel import Locale
from babel.dates import format_date, format_datetime, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from domain.values.language import Language
from domain.values.money import Money
from domain.values.month import Month
from domain.values.translated import Translated
from locales.catalogs import words_of
from locales.sentence import Fact, Joined, Link, Sentence, Weekday

# British English: the day before the month, and twenty-four hours, as the region writes them.
_LOCALES = {
    Language.ENGLISH: Locale("en", "GB"),
    Language.RUSSIAN: Locale("ru"),
    Language.BULGARIAN: Locale("bg"),
    Language.CHINESE: Locale("zh", script="Hans"),
}
_DAY_WITH_WEEKDAY = {
    Language.ENGLISH: "EEEE d MMMM y",
    Language.RUSSIAN: "EEEE, d MMMM y",
    Language.BULGARIAN: "EEEE, d MMMM y",
    Language.CHINESE: "y年M月d日 EEEE",
}
_DAY_OF_THE_YEAR = {
    Language.ENGLISH: "EEEE, d MMMM",
    Language.RUSSIAN: "EEEE, d MMMM",
    Language.BULGARIAN: "EEEE, d MMMM",
    Language.CHINESE: "M月d日 EEEE",
}
_DAY = {
    Language.ENGLISH: "d MMMM y",
    Language.RUSSIAN: "d MMMM y",
    Language.BULGARIAN: "d MMMM y",
    Language.CHINESE: "y年M月d日",
}
_MONTH = {Language.CHINESE: "y年M月"}
_MOMENT = {Language.CHINESE: "{day} HH:mm"}
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "RUB": "₽"}
"""Signs of money that everybody here reads as one currency; others are told by their codes."""
_SIGN_FIRST = {Language.ENGLISH, Language.CHINESE}
_PLACE = re.compile(r"\{(\w+)\}")
_TAG = re.compile(r"</?(?:b|i|u|s|code|pre|blockquote)>")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def locale_of(language: Language) -> Locale:
    """By which Babel writes the days, numbers and lists of this language."""
    return _LOCALES[language]


class Voice:
    """Speaks one language; instants are told in `zone`, wall-clock times (naive) as they are."""

    def __init__(self, language: Language, zone: tzinfo) -> None:
        self.language = language
        self.zone = zone
        self.locale = _LOCALES[language]

    def html(self, sentence: Sentence) -> str:
        """For a message: the sentence's own tags stay, everything in its facts is escaped."""
        return self._fill(sentence, marked=True)

    def plain(self, sentence: Sentence) -> str:
        """For a button, an alert or paper: no tags, nothing escaped."""
        return self._fill(sentence, marked=False)

    def _fill(self, sentence: Sentence, *, marked: bool) -> str:
        count = sentence.facts.get("count") if sentence.plural else None
        told = _template(self.language, sentence.english, sentence.plural, count, marked=marked).copy()
        for place in range(1, len(told), 2):
            told[place] = self._fact(sentence.facts[told[place]], marked=marked)
        return "".join(told)

    def _fact(self, fact: Fact, *, marked: bool) -> str:  # noqa: PLR0911 (one line per kind of fact)
        match fact:
            case None:
                return "—"
            case Sentence():
                return self._fill(fact, marked=marked)
            case Joined():
                parts = [self._fact(part, marked=marked) for part in fact.parts]
                if fact.by is None:
                    return format_list(parts, locale=self.locale)
                return (fact.by if isinstance(fact.by, str) else self.plain(fact.by)).join(parts)
            case Link():
                name = fact.name if isinstance(fact.name, str) else self.plain(fact.name)
                if not marked:
                    return fact.address
                return f'<a href="{escape(fact.address)}">{escape(name)}</a>'
            case str():
                return self._words(fact, marked=marked)
            case Money():
                return self.money(fact)
            case Month() | Weekday() | date() | time():
                return self._time(fact)
            case _:
                return str(fact)

    def _words(self, text: str, *, marked: bool) -> str:
        """Somebody's own, in the listener's language where they were given in it."""
        words = text.said(self.language) if isinstance(text, Translated) else text
        shown = f"\u2068{words}\u2069" if _RIGHT_TO_LEFT.search(words) else words
        return escape(shown, quote=False) if marked else shown

    def _time(self, fact: "Month | Weekday | date | time") -> str:
        match fact:
            case Month():
                return self.month(fact.first)
            case Weekday():
                patterns = _DAY_WITH_WEEKDAY if fact.with_year else _DAY_OF_THE_YEAR
                return format_date(fact.day, patterns[self.language], locale=self.locale)
            case datetime():
                local = fact.astimezone(self.zone).replace(tzinfo=None) if fact.tzinfo else fact
                return _moment(local.replace(second=0, microsecond=0), self.language)
            case date():
                return format_date(fact, _DAY[self.language], locale=self.locale)
            case _:
                return format_time(fact, "HH:mm", locale=self.locale)

    def month(self, day: date) -> str:
        """The month of this day with its year, as a heading: "October 2027"."""
        return format_date(day, _MONTH.get(self.language, "LLLL y"), locale=self.locale)

    def money(self, amount: Money) -> str:
        """As people write it: "€1,200" or "1 200 €", with cents only where there are some."""
        return _money(amount.minor, amount.decimals, amount.currency, self.language)

    def figures(self, amount: Money) -> str:
        """For a column that names the currency above: "1,200.00", always with cents."""
        return _figures(amount.minor, amount.decimals, self.language, cents=bool(amount.decimals))


@lru_cache(8192)
def _template(
    language: Language, english: str, plural: str | None, count: object, *, marked: bool
) -> list[str]:
    """The words as said in this language: what stands before the first place, its name, what stands after it, and so on."""
    words = words_of(language).words(english, plural, count)
    return _PLACE.split(words if marked else unescape(_TAG.sub("", words)))


@lru_cache(4096)
def _moment(local: datetime, language: Language) -> str:
    """To the minute: the same few are said again and again."""
    pattern = _MOMENT.get(language, "{day}, HH:mm").format(day=_DAY[language])
    return format_datetime(local, pattern, locale=_LOCALES[language])


@lru_cache(4096)
def _money(minor: int, decimals: int, currency: str, language: Language) -> str:
    """Prices are few, and said again and again."""
    cents = minor % 10**decimals != 0
    number = _figures(abs(minor), decimals, language, cents=cents)
    minus = "-" if minor < 0 else ""
    sign = _SIGNS.get(currency)
    if sign is not None and language in _SIGN_FIRST:
        return f"{minus}{sign}{number}"
    return f"{minus}{number}\u00a0{sign or currency}"


@lru_cache(4096)
def _figures(minor: int, decimals: int, language: Language, *, cents: bool) -> str:
    pattern = "#,##0.00" if cents else "#,##0"
    return format_decimal(Decimal(minor).scaleb(-decimals), format=pattern, locale=_LOCALES[language])
