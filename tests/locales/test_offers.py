"""What a client reads of an offer, in every language: nothing that only colleagues know."""

from datetime import UTC

import pytest

from domain.values.language import Language
from locales import Voice, lines
from locales.terms.offers import for_client
from tests.domain.one_deal import NOW
from tests.domain.test_offers import Shop


@pytest.mark.parametrize("language", Language)
def test_what_only_colleagues_know_stands_in_no_word_to_the_client(language: Language) -> None:
    voice = Voice(language, UTC, NOW.date())
    said = voice.plain(lines(*for_client(Shop().bellevue, UTC)))
    assert "Bellevue" in said
    assert not [secret for secret in ("777", "partners", "owe us") if secret in said]
