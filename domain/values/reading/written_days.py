"""Days in figures and with the month's name: "29.10", "29/10/27", "29-ти октомври", "10月29日", "29.X.2027"."""

import re
from datetime import date

from domain.values.language import Language
from domain.values.reading.around import Around, must_be_real, real
from domain.values.reading.calendar_words import month_named, roman_month
from domain.values.reading.number_words import HAN_NUMERALS, in_han

_BETWEEN = r"(?: ?[./\-,] ?| )"
_YEAR_WORD = r"(?: ?(?:г|год|года))?"
_ENDING = r"(?:st|nd|rd|th|-?(?:е|го|ое|ти|ви|ри|ми|во|то))?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_FIGURES = re.compile(
    rf"(?P<one>\d{{1,2}})(?P<mark>{_BETWEEN})(?P<two>\d{{1,2}})(?:{_BETWEEN}{_YEAR}{_YEAR_WORD})?"
)
_YEAR_FIRST = re.compile(r"(\d{4}) ?[./\-年] ?(\d{1,2}) ?[./\-月] ?(\d{1,2}) ?[日号號]?")
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}}){_ENDING}[ .\-]{{0,2}}(?:of )?(?P<month>[^\W\d_]+)(?:[ .,\-]{{0,2}}{_YEAR}{_YEAR_WORD})?"
)
_MONTH_DAY = re.compile(
    rf"(?P<month>[^\W\d_]+)\.?[ \-]?(?:the )?(?P<day>\d{{1,2}}){_ENDING}(?:(?: ?, ?| )(?P<year>\d{{4}}){_YEAR_WORD})?"
)
_ROMAN = re.compile(rf"(?P<day>\d{{1,2}})\. ?(?P<month>[ivxіхѵ]{{1,4}})(?:[. ]{{1,2}}{_YEAR}{_YEAR_WORD})?")
_HAN = re.compile(r"(?:(?P<year>\d{4}|\d{2}) ?年 ?)?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?[日号號]?")
_HAN_RUN = re.compile(f"[{HAN_NUMERALS}]+(?=[年月日号號]|$)|(?<=月)[{HAN_NUMERALS}]+")
_BEFORE = re.compile(r"(?:on the|on|the|во|в|на|за|във|在) (?=[\w])|在")


def written_days(said: str, around: Around) -> tuple[date, ...] | None:
    """Every reading of a plain text; None when it is no day in figures. Raises Refusal: no_such_day."""
    bare = _BEFORE.sub("", said, count=1) if _BEFORE.match(said) else said
    if found := _YEAR_FIRST.fullmatch(bare):
        return must_be_real([real(int(found[1]), int(found[2]), int(found[3]))])
    if found := _FIGURES.fullmatch(bare):
        return _in_figures(found, around)
    return _with_month(bare, around)


def _in_figures(found: re.Match[str], around: Around) -> tuple[date, ...] | None:
    one, two, year, mark = int(found["one"]), int(found["two"]), found["year"], found["mark"].strip()
    if not year and (not around.start or (mark == "-" and one < two and found["two"][0] != "0")):
        return None  # "3-4" may be two days
    readings = [_dated(one, two, year, around)]
    chinese = around.language is Language.CHINESE
    if (chinese and not year) or (mark in {"/", "-"} and (chinese or around.language is Language.ENGLISH)):
        readings.append(_dated(two, one, year, around))
    if chinese and year and len(year) == 2:
        readings.append(_dated(int(year), two, found["one"], around))
    return must_be_real(readings)


def _with_month(bare: str, around: Around) -> tuple[date, ...] | None:
    if found := _HAN.fullmatch(_HAN_RUN.sub(_figures, bare)):
        month: int | None = int(found["month"])
    elif found := _ROMAN.fullmatch(bare):
        month = roman_month(found["month"])
    elif found := _DAY_MONTH.fullmatch(bare) or _MONTH_DAY.fullmatch(bare):
        month = month_named(found["month"])
    if not found or not month or not (found["year"] or around.start):
        return None
    return must_be_real([_dated(int(found["day"]), month, found["year"], around)])


def _dated(day: int, month: int, year: str | None, around: Around) -> date | None:
    """A short year is of this century, or of the last one where it would be too late."""
    if year is None:
        return around.of_the_year(day, month)
    if len(year) != 2:
        return real(int(year), month, day)
    found = real(2000 + int(year), month, day)
    too_late = found is not None and around.last is not None and around.first is None and found > around.last
    return real(1900 + int(year), month, day) if too_late else found


def _figures(run: re.Match[str]) -> str:
    number = in_han(run.group())
    return run.group() if number is None else str(number)
