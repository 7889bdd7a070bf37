"""Numbers in words: what is written by plain rules is read back, and people are counted with what stands beside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.values.reading.counts import read_count
from domain.values.reading.number_words import number_in_words
from domain.values.refusals import Refusal


def tens_and_ones(*written: str) -> list[str]:
    return " ".join(written).split()


EN = tens_and_ones(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    "seventeen eighteen nineteen",
)
EN_TENS = tens_and_ones("_ _ twenty thirty forty fifty sixty seventy eighty ninety")
RU = tens_and_ones(
    "_ один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать",
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
)
RU_TENS = tens_and_ones("_ _ двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
RU_HUNDREDS = tens_and_ones("_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")
BG = tens_and_ones(
    "_ един два три четири пет шест седем осем девет десет единайсет дванайсет тринайсет четиринайсет",
    "петнайсет шестнайсет седемнайсет осемнайсет деветнайсет",
)
BG_TENS = tens_and_ones("_ _ двайсет трийсет четиридесет петдесет шейсет седемдесет осемдесет деветдесет")
BG_HUNDREDS = tens_and_ones(
    "_ сто двеста триста четиристотин петстотин шестстотин седемстотин осемстотин деветстотин"
)
ZH = "零一二三四五六七八九"


def english(n: int) -> str:
    if n >= 1000:
        return f"{english(n // 1000)} thousand" + (f" {english(n % 1000)}" if n % 1000 else "")
    if n >= 100:
        return f"{EN[n // 100]} hundred" + (f" and {english(n % 100)}" if n % 100 else "")
    return EN[n] if n < 20 else EN_TENS[n // 10] + (f"-{EN[n % 10]}" if n % 10 else "")


def parts(n: int, small: list[str], tens: list[str], hundreds: list[str]) -> list[str]:
    found = [hundreds[n // 100]] if n >= 100 else []
    rest = n % 100
    if rest >= 20:
        found.append(tens[rest // 10])
        rest %= 10
    return [*found, small[rest]] if rest else found


def russian(n: int) -> str:
    high = [*parts(n // 1000, RU, RU_TENS, RU_HUNDREDS), "тысяч"] if n >= 1000 else []
    return " ".join([*high, *parts(n % 1000, RU, RU_TENS, RU_HUNDREDS)])


def bulgarian(n: int) -> str:
    found = parts(n, BG, BG_TENS, BG_HUNDREDS)
    return " ".join([*found[:-1], "и", found[-1]]) if len(found) > 1 else found[0]


def chinese(n: int) -> str:
    if n >= 10_000:
        rest = n % 10_000
        return (
            chinese(n // 10_000) + "万" + ("零" if 0 < rest < 1000 else "") + (chinese(rest) if rest else "")
        )
    out, pending = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // unit % 10
        if digit:
            out += (
                ("零" if pending and out else "")
                + ("" if unit == 10 and digit == 1 and not out else ZH[digit])
                + sign
            )
        pending = not digit
    return out


@given(st.integers(1, 999_999))
def test_english(n: int) -> None:
    assert number_in_words(english(n)) == n


@given(st.integers(1, 999_999))
def test_russian(n: int) -> None:
    assert number_in_words(russian(n)) == n


@given(st.integers(1, 999))
def test_bulgarian(n: int) -> None:
    assert number_in_words(bulgarian(n)) == n


@given(st.integers(1, 99_999_999))
def test_chinese(n: int) -> None:
    assert number_in_words(chinese(n)) == n


COUNTS = {
    2: "two|two people|2 pax|двое|нас двое|вдвоём|двама|два места|两个人|俩|我们两个|二位|2人",
    3: "2 adults and 1 child|двое взрослых и ребёнок|2 възрастни и 1 дете|两个大人和一个小孩",
    25: "twenty-five|двадцать пять человек|двайсет и пет души|二十五人|25 чел.|廿五",
    1: "just me|я один|само аз|就我|one",
    120: "one hundred and twenty|сто двадцать|сто и двайсет|一百二",
    3500: "三千五|3千5|三千五百|three thousand five hundred",
    3000: "3 тыс|3k|три хиляди|3千|三千",
}


@pytest.mark.parametrize(
    ("count", "typed"), [(n, typed) for n, all_ in COUNTS.items() for typed in all_.split("|")]
)
def test_people_are_counted_as_they_are_said(count: int, typed: str) -> None:
    assert read_count(typed, 5000) == count


NO_NUMBER = "two or three|2-3|2+1|пара|zero|минус два|-two|two five|1200 лв|тыс|百|1.5|два три"


@pytest.mark.parametrize("typed", NO_NUMBER.split("|"))
def test_what_is_no_one_number_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="not_a_count"):
        read_count(typed, 5000)
