"""Whole numbers in words, in the languages we speak: "twenty-five", "двое", "две хиляди и петстотин", "三千五"."""

import re

_WORDS = {
    0: "zero ноль нуль нула",
    1: "one a an один одна одно одного одну одному един една едно",
    2: "two два две двое двоих двух двум вдвоем двама двамата",
    3: "three три трое троих трех трем втроем трима тримата",
    4: "four четыре четверо четверых четырех вчетвером четири четирима четиримата",
    5: "five пять пятеро пятерых пяти впятером пет петима петимата",
    6: "six шесть шестеро шестерых шести вшестером шест шестима",
    7: "seven семь семеро семерых семи седем седмина",
    8: "eight восемь восьмеро восьми осем осмина",
    9: "nine девять девятеро девяти девет",
    10: "ten десять десятеро десяти десет десетима",
    11: "eleven одиннадцать одиннадцати единайсет единадесет",
    12: "twelve двенадцать двенадцати дванайсет дванадесет",
    13: "thirteen тринадцать тринадцати тринайсет тринадесет",
    14: "fourteen четырнадцать четырнадцати четиринайсет четиринадесет",
    15: "fifteen пятнадцать пятнадцати петнайсет петнадесет",
    16: "sixteen шестнадцать шестнадцати шестнайсет шестнадесет",
    17: "seventeen семнадцать семнадцати седемнайсет седемнадесет",
    18: "eighteen восемнадцать восемнадцати осемнайсет осемнадесет",
    19: "nineteen девятнадцать девятнадцати деветнайсет деветнадесет",
    20: "twenty двадцать двадцати двайсет двадесет",
    30: "thirty тридцать тридцати трийсет тридесет",
    40: "forty сорок сорока четирийсет четиридесет четиресет",
    50: "fifty пятьдесят пятидесяти петдесет",
    60: "sixty шестьдесят шестидесяти шейсет шестдесет",
    70: "seventy семьдесят семидесяти седемдесет",
    80: "eighty восемьдесят восьмидесяти осемдесет",
    90: "ninety девяносто деветдесет",
    100: "сто ста",
    200: "двести двеста",
    300: "триста",
    400: "четыреста четиристотин",
    500: "пятьсот петстотин",
    600: "шестьсот шестстотин",
    700: "семьсот седемстотин",
    800: "восемьсот осемстотин",
    900: "девятьсот деветстотин",
}
_VALUES = {word: value for value, words in _WORDS.items() for word in words.split()}
_THOUSAND = frozenset(
    ["thousand", "тысяча", "тысячи", "тысяч", "тысячу", "тыс", "хиляда", "хиляди", "хил", "k", "к"]
)
_SHORT = frozenset(("тыс", "хил", "k", "к"))
_AND = frozenset(("and", "и"))

_HAN_DIGITS = str.maketrans(
    "〇零一二两兩三四五六七八九俩仨壹贰貳叁肆伍陆陸柒捌玖", "00122234567892312234566789"
)
_HAN_UNITS = str.maketrans("拾佰仟萬", "十百千万")
_HAN_SECTION = re.compile(r"(?:(\d)千)?(0)?(?:(\d)百)?(0)?(?:(\d?)十)?(0)?(\d)?")
HAN_NUMERALS = "〇零一二两兩三四五六七八九十百千万萬俩仨廿卅壹贰貳叁肆伍陆陸柒捌玖拾佰仟"
_HAN_ALONE = re.compile(f"(?!一共)[{HAN_NUMERALS}]+")
_HAN_BESIDE_FIGURES = re.compile(f"(?<![\\d.,])[\\d{HAN_NUMERALS}]*\\d[百千万萬仟佰][\\d{HAN_NUMERALS}]*")


def number_in_words(plain: str) -> int | None:
    """Of a plain text that is a number and nothing else; None for any other, and for one that has two readings."""
    return in_spoken_words(plain) if " " in plain or not _is_han(plain) else in_han(plain)


def in_figures(text: str) -> str:
    """The number that is written in words within a text, in figures: "сто евро" as "100 евро". Figures stay."""
    folded = text.casefold()
    if any(c.isdecimal() for c in folded):
        return _HAN_BESIDE_FIGURES.sub(_figures, folded) if _is_han(folded) else text
    if _is_han(folded):
        return _HAN_ALONE.sub(_figures, folded)
    words = folded.split()
    for long in range(len(words), 0, -1):
        for start in range(len(words) - long + 1):
            number = in_spoken_words(" ".join(words[start : start + long]))
            if number is not None:
                return " ".join((*words[:start], str(number), *words[start + long :]))
    return text


def _figures(run: re.Match[str]) -> str:
    number = in_han(run.group())
    return run.group() if number is None else str(number)


def in_spoken_words(plain: str) -> int | None:
    """ "one hundred and twenty", "двадцать пять", "две хиляди и петстотин"."""
    words = [word.removesuffix(".") for word in re.sub(r"(?<=\w)-(?=[^\W\d])", " ", plain).split()]
    if not words or words[0] in _AND or words[-1] in _AND or words[-1] in {"a", "an"} or words[0] in _SHORT:
        return None
    thousands: int | None = None
    current: int | None = None
    for word in words:
        if word in _AND:
            continue
        if word in _THOUSAND:
            if thousands is not None or current == 0:
                return None
            thousands, current = 1000 * (current or 1), None
            continue
        current = _with(current, word)
        if current is None:
            return None
    return (thousands or 0) + (current or 0)


def _with(current: int | None, word: str) -> int | None:
    """A number below a thousand with one more word of it; None when the word does not go there."""
    if word == "hundred":
        return 100 * (current or 1) if current is None or 0 < current < 10 else None
    value = int(word) if re.fullmatch(r"\d{1,3}", word) else _VALUES.get(word)
    if value is None or current is None:
        return value
    room = 10 ** len(str(value)) if value >= 20 or value < 10 else 100
    return current + value if value and current and current % room == 0 else None


def in_han(plain: str) -> int | None:
    """ "二十五", "三千五" (3500), "一万二", "3千5百"; digits in a row ("二〇二七") are a number too."""
    text = plain.replace("廿", "二十").replace("卅", "三十").translate(_HAN_DIGITS).translate(_HAN_UNITS)
    if re.fullmatch(r"\d|\d{3,9}", text):
        return int(text)
    before, wan, rest = text.rpartition("万")
    if not wan:
        return _section(rest)
    high = int(before) if re.fullmatch(r"\d{1,4}", before) else _section(before)
    low = _section(rest) if rest else 0
    if not high or low is None:
        return None
    return 10_000 * high + (1000 * low if re.fullmatch(r"[1-9]", rest) else low)


def _section(text: str) -> int | None:
    """Below ten thousand. A last figure without its unit is of the next smaller one: "三百五" is 350."""
    found = _HAN_SECTION.fullmatch(text)
    if not text or not found:
        return None
    thousands, zero, hundreds, zero_too, tens, zero_again, ones = found.groups()
    if "00" in text or (tens == "" and "百" in text) or (tens == "0" or hundreds == "0" or thousands == "0"):
        return None
    last = int(ones or 0)
    if ones and tens is None and not (zero or zero_too or zero_again):
        last *= 10 if hundreds else 100 if thousands else 1
    ten = 0 if tens is None else int(tens or 1)
    return 1000 * int(thousands or 0) + 100 * int(hundreds or 0) + 10 * ten + last


def _is_han(plain: str) -> bool:
    return any(c in HAN_NUMERALS for c in plain)
