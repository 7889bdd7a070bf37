"""What is missing, in words: of money of which nothing was paid, how much it is."""

from datetime import UTC

import pytest

from domain.entities.requirements import Missing
from domain.values.language import Language
from domain.values.money import Money
from locales import Voice
from locales.terms.requirements import gap_words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ENGLISH, ["the deposit of €200", "the full price of €600"]),
        (Language.RUSSIAN, ["предоплата 200\xa0€", "вся сумма 600\xa0€"]),
        (Language.BULGARIAN, ["капаро 200\xa0€", "цялата сума 600\xa0€"]),
        (Language.CHINESE, ["定金 €200", "全款 €600"]),
    ],
)
def test_while_nothing_was_paid_the_whole_of_it_is_named(language: Language, words: list[str]) -> None:
    gaps = [
        Missing(kind, {"owed": Money(minor, "EUR"), "whole": True})
        for kind, minor in (("deposit_paid", 200_00), ("fully_paid", 600_00))
    ]
    assert [Voice(language, UTC, None).plain(gap_words(gap)) for gap in gaps] == words
