"""The catalogs as the program reads them say what Babel reads in them."""

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from domain.values.language import Language
from locales import catalogs
from locales.catalogs import TRANSLATED, words_of
from locales.keeping import read_catalog

PO = r"""
msgid ""
msgstr ""
"Language: ru\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "first"
msgstr ""
"a \"quote\"\n"
"and \\ more"

#, fuzzy
msgid "second"
msgstr "not looked at"

msgid "third"
msgstr ""

msgid "{count} seat"
msgid_plural "{count} seats"
msgstr[0] "ein"
msgstr[1] "viele"

#~ msgid "fourth"
#~ msgstr "long gone"
"""


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_the_same(language: Language) -> None:
    theirs, ours = compiled(language), words_of(language)

    for message in read_catalog(language):
        if isinstance(message.id, str):
            assert ours.words(message.id, None, None) == theirs.gettext(message.id) or not message.id
        else:
            english, plural = message.id
            for count in range(130):
                assert ours.words(english, plural, count) == theirs.ngettext(english, plural, count)


def test_what_has_no_words_is_said_in_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "ru.po").write_text(PO)
    monkeypatch.setattr(catalogs, "FOLDER", tmp_path)
    words = words_of.__wrapped__(Language.RUSSIAN).words

    assert words("first", None, None) == 'a "quote"\nand \\ more'
    assert [words(one, None, None) for one in ("second", "third", "fourth")] == ["second", "third", "fourth"]
    assert [words("{count} seat", "{count} seats", count) for count in (1, 2)] == ["ein", "viele"]
    assert [words("{count} day", "{count} days", count) for count in (1, 2)] == [
        "{count} day",
        "{count} days",
    ]


def compiled(language: Language) -> GNUTranslations:
    mo = BytesIO()
    write_mo(mo, read_catalog(language))
    mo.seek(0)
    return GNUTranslations(mo)
