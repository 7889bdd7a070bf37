"""Names that were written in two scripts at once: put right where every strange letter has a twin, left alone elsewhere."""

import pytest

from domain.values.lookalikes import in_one_script


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ив\u0061н\u006fва", "Иванова"),
        ("Анна \u041fетр\u006fва-\u0421т\u0061вр\u0435ва", "Анна Петрова-Ставрева"),
        ("P\u0430vel Ivanov", "Pavel Ivanov"),
        ("\u0410NNA PETROVA", "ANNA PETROVA"),
        ("Анна Smith", "Анна Smith"),
        ("Ваня Wонг", "Ваня Wонг"),
        ("Anna Petrova", "Anna Petrova"),
        ("李美 Анна", "李美 Анна"),
    ],
)
def test_a_word_is_put_into_one_script_where_its_letters_have_twins(written: str, meant: str) -> None:
    assert in_one_script(written) == meant
    assert in_one_script(meant) == meant
