"""Text in several languages, and months as data: pure."""

import json
import pickle

import pytest

from domain.values.language import Language
from domain.values.month import month_or_words
from domain.values.translated import Translated

OHRID = Translated("Охрид", {Language.ENGLISH: "Ohrid", Language.CHINESE: "奥赫里德"}, Language.BULGARIAN)


def test_what_is_lacking_and_what_is_said_in_another_language() -> None:
    assert OHRID.lacking() == [Language.RUSSIAN]
    assert [language for language in Language if OHRID.is_fallback(language)] == [Language.RUSSIAN]
    assert not Translated("Ohrid").is_fallback(Language.RUSSIAN), "nobody said which language it is"


def test_every_language_changes_alike() -> None:
    titled = OHRID.each(lambda name: f"{name} 29.10.2027")
    assert titled == "Охрид 29.10.2027"
    assert titled.said(Language.ENGLISH) == "Ohrid 29.10.2027"
    assert titled.lacking() == OHRID.lacking()
    assert OHRID.all() == ["Охрид", "Ohrid", "奥赫里德"]


def test_it_goes_to_the_process_that_prints_whole() -> None:
    there = pickle.loads(pickle.dumps(OHRID))
    assert (there, there.others, there.written_in) == (OHRID, OHRID.others, OHRID.written_in)


@pytest.mark.parametrize("kept", ["", "2027", "2027-13", "2027-00", "in 2027-03", "2027-3", "12.07.2027"])
def test_what_is_no_month_stays_as_it_was_written(kept: str) -> None:
    assert month_or_words(kept) == kept


def test_it_is_kept_as_plain_json_and_read_back() -> None:
    for text in (OHRID, Translated("Ohrid"), Translated("Ohrid", written_in=Language.ENGLISH)):
        kept = json.loads(json.dumps(text.kept()))
        back = Translated.of_kept(kept)
        assert (back, back.others, back.written_in) == (text, text.others, text.written_in)
