"""Numbers that belong to the word beside them, and so count nobody: "Sector 5", "Room 12", "7 nights", "5 звёзд", "3 晚"."""

from domain.values.reading.counts import counts_people

_BEFORE = (
    "sector room block house flat apartment row gate terminal building floor level villa cabin zone number no nr"
    " hall street line bus flight tour hotel"
    " сектор номер комната комн корпус дом квартира кв этаж ряд терминал вход зал вилла каюта зона улица линия рейс тур"
    " автобус отель хотел блок стая ап апартамент етаж ред сграда къща полет маршрут"
    " # № n° 号 第 房间 酒店"
)
"""What has a number: it stands after them."""
_AFTER = (
    "night nights day days week weeks hour hours star stars km eur euro euros usd lv bgn rub room rooms year years"
    " yo bags suitcases meals nd rd th st"
    " ночь ночи ночей день дня дней неделя недели недель час часа часов звезда звезды звезд звёзд км евро руб рублей"
    " комната комнаты комнат номера номеров год года лет"
    " нощувка нощувки нощ нощи дни ден седмица седмици ч часа звезди лв лева стаи години"
    " 晚 夜 天 日 周 星期 小时 星 公里 欧元 元 间 岁 号 € $ * ★ ⭐"
)
"""What there is a number of; people are not among them."""
_HAVE_NUMBERS = frozenset(_BEFORE.split())
_ARE_COUNTED = frozenset(_AFTER.split())
_LONGEST = 3
"""Digits: longer ones are years and parts of phones."""


def with_their_words(words: list[str]) -> list[str]:
    """The same words in the same order; a number and the word that it belongs to are one."""
    joined: list[str] = []
    at = 0
    while at < len(words):
        pair = words[at : at + 2]
        if len(pair) == 2 and _belong(*pair) and not _goes_on(words, at):
            joined.append(" ".join(pair))
            at += 2
        else:
            joined.append(words[at])
            at += 1
    return joined


def _belong(one: str, other: str) -> bool:
    if _is_number(other) and _plain(one) in _HAVE_NUMBERS:
        return True
    return _is_number(one) and _plain(other) in _ARE_COUNTED


def _goes_on(words: list[str], at: int) -> bool:
    """More figures follow, or who is counted: "number 88 812 3456", "hotel 2 people"."""
    if not _is_number(words[at + 1]):
        return False
    following, last = (*words[at + 2 : at + 4], "", "")[:2]
    figures = following.replace("-", "").isdecimal() and not counts_people(last)
    return figures or counts_people(following)


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) <= _LONGEST and not word.startswith("0")


def _plain(word: str) -> str:
    return word.casefold().rstrip(".:")
