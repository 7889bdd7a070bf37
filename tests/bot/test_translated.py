"""What was given in several languages, as its listener hears it."""

from datetime import date
from zoneinfo import ZoneInfo

from domain.values.language import Language
from domain.values.month import Month, month_or_words
from domain.values.reading.months import read_month
from domain.values.translated import Translated
from locales import Voice, _
from locales.terms.trips import tailor_made_title

UTC = ZoneInfo("UTC")
OHRID = Translated("Охрид", {Language.ENGLISH: "Ohrid", Language.CHINESE: "奥赫里德"}, Language.BULGARIAN)


def test_a_voice_says_it_in_its_listeners_language_or_as_it_was_written() -> None:
    said = {language: Voice(language, UTC, None).plain(_("{trip}")(trip=OHRID)) for language in Language}
    assert said == {
        Language.ENGLISH: "Ohrid",
        Language.RUSSIAN: "Охрид",
        Language.BULGARIAN: "Охрид",
        Language.CHINESE: "奥赫里德",
    }


def test_a_translation_is_escaped_like_any_other_fact() -> None:
    sly = Translated("Ohrid", {Language.RUSSIAN: "<b>Охрид"})
    assert Voice(Language.RUSSIAN, UTC, None).html(_("{trip}")(trip=sly)) == "&lt;b&gt;Охрид"


def test_a_month_is_kept_as_data_and_said_by_name() -> None:
    march = Month.of(date(2027, 3, 29))
    assert month_or_words(str(march)) == march
    assert Month(2027, 12).following == Month(2028, 1)
    said = [Voice(language, UTC, None).plain(_("{when}")(when=march)) for language in Language]
    assert said == ["March 2027", "март 2027", "март 2027", "2027年3月"]


def test_a_tailor_made_journey_is_called_by_place_and_time_in_every_language() -> None:
    lisbon = Translated("Лисабон", {Language.ENGLISH: "Lisbon", Language.CHINESE: "里斯本"})
    spring = tailor_made_title(lisbon, Month(2027, 3), Language.BULGARIAN)
    assert spring == "Лисабон март 2027"
    assert [spring.said(one) for one in (Language.ENGLISH, Language.CHINESE)] == [
        "Lisbon March 2027",
        "里斯本 2027年3月",
    ]
    assert tailor_made_title(Translated("Istanbul"), "12.05.2027", Language.ENGLISH).all() == [
        "Istanbul 12.05.2027"
    ]
    assert tailor_made_title(lisbon, None, Language.ENGLISH) is lisbon


def test_a_month_is_understood_in_every_language() -> None:
    named = [
        "March 2027",
        "march, 2027",
        "март 2027 г.",
        "марта 2027",
        "Mar 2027",
        "2027年3月",
        "２０２７年３月",
    ]
    assert [read_month(text) for text in named] == [Month(2027, 3)] * len(named)
    assert [read_month(text) for text in ("in spring", "2027", "2027年13月", "ma 2027", "12.03.2027")] == [
        None
    ] * 5
