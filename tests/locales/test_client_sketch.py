"""The first two lines of a client's card, as a colleague would say them."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from domain.entities.client_sketch import Journey, sketch
from domain.values.language import Language
from locales import Voice
from locales.terms.client_sketch import sketch_lines
from tests.domain.test_client_sketch import JULYS

TODAY = date(2027, 3, 1)


def said(language: Language, journeys: Sequence[Journey], **known: object) -> list[str]:
    voice = Voice(language, ZoneInfo("UTC"), TODAY)
    return [voice.plain(line) for line in sketch_lines(sketch(journeys, **known))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        (
            Language.ENGLISH,
            "Every July, with the family, 2 children, 3 stars, 10 nights.",
            "Last: Ohrid, July 2026. Ask: Was it near enough to the sea?",
        ),
        (
            Language.RUSSIAN,
            "Каждый июль, с семьёй, 2 ребёнка, 3 звезды, 10 ночей.",
            "В последний раз: Ohrid, июль 2026. Спросить: Было ли достаточно близко к морю?",
        ),
        (
            Language.BULGARIAN,
            "Всеки юли, със семейството, 2 деца, 3 звезди, 10 нощувки.",
            "Последно: Ohrid, юли 2026. Да се попита: Достатъчно близо ли беше до морето?",
        ),
        (
            Language.CHINESE,
            "每年七月，一家人出行，带2个孩子，3星，10晚。",
            "上次：Ohrid，2026年7月。要问：离海够近吗？",
        ),
    ],
)
def test_two_lines_in_the_readers_language(language: Language, first: str, second: str) -> None:
    assert said(language, JULYS, stars=3, ask_next="sea_line") == [first, second]


def test_of_a_stranger_nothing_is_said() -> None:
    assert said(Language.ENGLISH, []) == []
    assert said(Language.ENGLISH, [], stars=4) == ["No trip with us yet, 4 stars."]
    assert said(Language.ENGLISH, [], ask_next="Which hotel?") == ["Ask: Which hotel?"]


def test_a_colleagues_words_stand_before_what_is_counted() -> None:
    [first, _last] = said(Language.ENGLISH, JULYS, habit="at Easter, never by plane.")
    assert first == "At Easter, never by plane, with the family, 2 children, 10 nights."
