"""A Voice speaks Sentences to one listener: words, plurals, dates and money in that person's language."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from functools import lru_cache
from html import escape, unescape

from babel import Locale
from babel.dates import format_date, format_datetime, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from domain.ports.desk import Desk
from domain.values.language import Language
from domain.values.money import Money
from domain.values.month import Month
from domain.values.translated import Dated, Title, Translated
from locales.catalogs import words_of
from locales.sentence import Fact, FullDay, Joined, Link, Sentence, Weekday
from locales.this_year import without_year

# British English: the day before the month, and twenty-four hours, as the region writes them.
_LOCALES = {
    Language.ENGLISH: Locale("en", "GB"),
    Language.RUSSIAN: Locale("ru"),
    Language.BULGARIAN: Locale("bg"),
    Language.CHINESE: Locale("zh", script="Hans"),
}
_DAY = dict.fromkeys(Language, "d MMMM y") | {Language.CHINESE: "y年M月d日"}
_WEEKDAY = {
    Language.ENGLISH: "EEEE {day}",
    Language.RUSSIAN: "EEEE, {day}",
    Language.BULGARIAN: "EEEE, {day}",
    Language.CHINESE: "{day} EEEE",
}
_MONTH = dict.fromkeys(Language, "LLLL y") | {Language.CHINESE: "y年M月"}
_MOMENT = dict.fromkeys(Language, "{day}, HH:mm") | {Language.CHINESE: "{day} HH:mm"}
_YEAR = re.compile(" y$|^y年")
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
    """Speaks one language; instants are told in `zone`, wall-clock times (naive) as they are.

    Days of the year of `today` are told without it; with None, as on paper, all have their years.
    """

    def __init__(self, language: Language, zone: tzinfo, today: date | None) -> None:
        self.language = language
        self.zone = zone
        self.locale = _LOCALES[language]
        self._today = today

    @classmethod
    def at(cls, desk: Desk, language: Language) -> "Voice":
        """Speaks today, as it is at this desk's agency."""
        return cls(language, desk.agency.zone, desk.today)

    def on_paper(self) -> "Voice":
        """A paper is read in another year, too."""
        return Voice(self.language, self.zone, None)

    def speaking(self, language: Language) -> "Voice":
        """On the same day, to somebody who listens in this language."""
        return Voice(language, self.zone, self._today)

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
            case Month() | Weekday() | FullDay() | date() | time():
                return self._time(fact)
            case _:
                return str(fact)

    def _words(self, text: str, *, marked: bool) -> str:
        """Somebody's own, in the listener's language where they were given in it."""
        words = text.said(self.language) if isinstance(text, Translated) else text
        if isinstance(text, Title) and self._is_of_this_year(text.day):
            words = words.removesuffix(text.year)
        if isinstance(text, Dated) and self._today is not None:
            words = without_year(words, self._today.year)
        shown = f"\u2068{words}\u2069" if _RIGHT_TO_LEFT.search(words) else words
        return escape(shown, quote=False) if marked else shown

    def _time(self, fact: "Month | Weekday | FullDay | date | time") -> str:
        match fact:
            case Month():
                return format_date(fact.first, self._short(_MONTH, fact.first), locale=self.locale)
            case Weekday():
                day = self._short(_DAY, fact.day)
                return format_date(fact.day, _WEEKDAY[self.language].format(day=day), locale=self.locale)
            case FullDay():
                return format_date(fact.day, _DAY[self.language], locale=self.locale)
            case datetime():
                local = fact.astimezone(self.zone).replace(tzinfo=None) if fact.tzinfo else fact
                pattern = _MOMENT[self.language].format(day=self._short(_DAY, local.date()))
                return _moment(local.replace(second=0, microsecond=0), pattern, self.language)
            case date():
                return format_date(fact, self._short(_DAY, fact), locale=self.locale)
            case _:
                return format_time(fact, "HH:mm", locale=self.locale)

    def month(self, day: date) -> str:
        """The month of this day with its year, as a heading: "October 2027"."""
        return format_date(day, _MONTH[self.language], locale=self.locale)

    def _short(self, patterns: Mapping[Language, str], day: date) -> str:
        """Without the year, when that is this one."""
        pattern = patterns[self.language]
        return _YEAR.sub("", pattern) if self._is_of_this_year(day) else pattern

    def _is_of_this_year(self, day: date) -> bool:
        return self._today is not None and day.year == self._today.year

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
def _moment(local: datetime, pattern: str, language: Language) -> str:
    """To the minute: the same few are said again and again."""
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
