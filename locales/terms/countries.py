"""Countries: by their code, in the reader's language; and by whatever people call them in the languages we speak."""

import re
from functools import cache

from babel.core import get_global

from domain.values.language import Language
from domain.values.translated import Translated
from locales.voice import locale_of

_CODE = re.compile("[A-Z]{2}")
_ALSO = {
    "BG": "bulgarian, български, българин, българка, българско, болгарин, болгарка",
    "RU": "russian, русский, русская, россиянин, россиянка, рф, российская федерация, russian federation",
    "CN": "chinese, china mainland, prc, кнр, китаец, китаянка, китаец, китайка, 中华人民共和国",
    "GB": "uk, great britain, england, british, англия, великобритания, британец",
    "US": "usa, america, american, america, сша, сащ, америка",
    "MK": "macedonia, македония, република северна македония",
    "UA": "ukrainian, украинец, украинка",
    "DE": "german, немец, немка, германец",
    "CZ": "czech republic, чешская республика, чешка република",
    "NL": "holland, голландия, холандия",
    "AE": "uae, оаэ, оае",
    "HK": "hong kong, гонконг, хонконг, 香港",
    "MO": "macau, macao, макао, 澳门",
    "TR": "turkish, турок, турчин",
    "RS": "serbian, серб, сърбин",
    "GR": "greek, грек, грък",
    "RO": "romanian, румын, румънец",
}


@cache
def country_words(code: str) -> Translated:
    """ "Bulgaria", "Болгария", "България", "保加利亚"."""
    names = {language: str(locale_of(language).territories.get(code, code)) for language in Language}
    return Translated(names.pop(Language.ENGLISH), names, Language.ENGLISH)


def country_named(words: str) -> str | None:
    """The code of a country by its name, by two or three letters, or as people call it; None for other words."""
    return _names().get(_plain(words))


@cache
def _names() -> dict[str, str]:
    codes = [str(code) for code in locale_of(Language.ENGLISH).territories if _CODE.fullmatch(str(code))]
    real = [code for code in codes if code not in {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}]
    named: dict[str, str] = {code.casefold(): code for code in real}
    for three, [code, *others] in get_global("territory_aliases").items():
        if len(three) == 3 and three.isalpha() and not others and code in real:
            named.setdefault(three.casefold(), code)
    for language in Language:
        for code in real:
            named.setdefault(_plain(str(locale_of(language).territories.get(code, code))), code)
    for code, others_ in _ALSO.items():
        named |= {_plain(other): code for other in others_.split(",")}
    return named


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("ё", "е").split()).strip(" .")
