"""Months and weekdays by name, in every form and usual abbreviation of the languages we speak."""

from functools import cache

_SHORTEST = 3
"""Letters by which every month is told from the others: "may", "мая", "юни"."""

_MONTHS = (
    "january январь января январе январю январем януари",
    "february февраль февраля феврале февралю февралем февруари",
    "march март марта марте марту мартом",
    "april апрель апреля апреле апрелю апрелем април",
    "may май мая мае маю маем",
    "june июнь июня июне июню июнем юни",
    "july июль июля июле июлю июлем юли",
    "august август августа августе августу августом",
    "september сентябрь сентября сентябре сентябрю сентябрем септември",
    "october октябрь октября октябре октябрю октябрем октомври",
    "november ноябрь ноября ноябре ноябрю ноябрем ноември",
    "december декабрь декабря декабре декабрю декабрем декември",
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LIKE_ROMAN = str.maketrans("іхѵ", "ixv")

_WEEKDAYS = (
    "monday mon понедельник понедельника пн понеделник",
    "tuesday tues tue вторник вторника вт",
    "wednesday wed среда среду среды ср сряда",
    "thursday thurs thur thu четверг четверга чт четвъртък",
    "friday fri пятница пятницу пятницы пт петък пк",
    "saturday sat суббота субботу субботы сб събота съб",
    "sunday sun воскресенье воскресенья вс неделя нед нд",
)
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
BULGARIAN_WEEKDAYS = frozenset(["понеделник", "вторник", "сряда", "четвъртък", "петък", "събота", "неделя"])
HAN_WEEKDAYS = "一二三四五六日"


def month_named(word: str) -> int | None:
    """The month of a whole name, or of its beginning; None for a word that is none, or may be of two."""
    if len(word) < _SHORTEST:
        return None
    meant = {number for name, number in _names() if name.startswith(word)}
    return meant.pop() if len(meant) == 1 else None


def roman_month(figures: str) -> int | None:
    """ "x" is October, whether typed in Latin or in Cyrillic letters."""
    latin = figures.translate(_LIKE_ROMAN)
    return _ROMAN.index(latin) + 1 if latin in _ROMAN else None


@cache
def _names() -> tuple[tuple[str, int], ...]:
    return tuple((name, number) for number, words in enumerate(_MONTHS, 1) for name in words.split())
