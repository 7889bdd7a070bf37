"""A poll's question says which vote it asks about, in every language."""

from zoneinfo import ZoneInfo

import pytest

from domain.entities.ideas import Vote
from domain.entities.trips import Trip
from domain.values.language import Language
from locales import Voice
from locales.terms.ideas import poll_question, vote_in
from tests.things import OHRID
from tests.world import NOON


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("trip", [None, Trip.planned(OHRID, NOON)], ids=["staff", "clients"])
def test_a_question_tells_its_vote(language: Language, trip: Trip | None) -> None:
    voice = Voice(language, ZoneInfo("Europe/Sofia"), None)
    assert vote_in(voice.plain(poll_question(Vote(NOON, trip=trip, id=1234567)))) == 1234567


@pytest.mark.parametrize("words", ["", "When?", "Vote 7", "🗳 which?", "🗳 " + "9" * 20])
def test_other_questions_tell_none(words: str) -> None:
    assert vote_in(words) is None
