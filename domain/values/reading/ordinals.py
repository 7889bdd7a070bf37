"""Days of a month as numbers in words: "первого декабря", "the fifth of May", „трети март“."""

import re

_RUSSIAN = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат"
    " шестнадцат семнадцат восемнадцат девятнадцат двадцат"
)
_BULGARIAN = (
    "първи втори трети четвърти пети шести седми осми девети десети единайсети дванайсети тринайсети четиринайсети"
    " петнайсети шестнайсети седемнайсети осемнайсети деветнайсети двайсети"
)
_ENGLISH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)
_DAYS = {word: day for words in (_BULGARIAN, _ENGLISH) for day, word in enumerate(words.split(), 1)}
_STEMS = {stem: day for day, stem in enumerate(_RUSSIAN.split(), 1)}
_DAYS |= {"thirtieth": 30, "тридесети": 30, "трийсети": 30, "двадесети": 20}
_STEMS |= {"тридцат": 30}
_TENS = {
    "двадцать": 20,
    "тридцать": 30,
    "двайсет и": 20,
    "двадесет и": 20,
    "трийсет и": 30,
    "twenty": 20,
    "thirty": 30,
}
_ENDING = re.compile(r"(?:ого|ье|ьего|ое|его)$")
_ORDINAL = re.compile(
    rf"(?:(?P<tens>{'|'.join(_TENS)})[ -])?(?P<word>[^\W\d_]+)(?= (?:of )?[^\W\d_]{{3,}})", re.IGNORECASE
)


def ordinals_in_figures(plain: str) -> str:
    """A plain text with the number that a month follows in figures: "1 декабря"; any other text as it is."""
    found = _ORDINAL.search(plain)
    if not found:
        return plain
    word = found["word"]
    day = _DAYS.get(word) or (_STEMS.get(_ENDING.sub("", word)) if _ENDING.search(word) else None)
    if day is None or (found["tens"] and day > 9):
        return plain
    number = day + (_TENS[found["tens"]] if found["tens"] else 0)
    return f"{plain[: found.start()]}{number}{plain[found.end() :]}"
