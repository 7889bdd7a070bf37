"""Names as they are searched: without case, marks and script, so that "Petrov" and "Петров" are one name.

Cyrillic is spelled in Latin letters in the ways people do it; Latin letters that stand for one sound are one.
Letter by letter, so that the beginning of a word stays the beginning of its spelling.
"""

import re
import unicodedata
from functools import cache

_COMMON = dict(zip("абвгдезийклмнопрстуфыэіѕ", "abvgdeziiklmnoprstufieiz", strict=True))
_COMMON |= {"љ": "li", "њ": "ni", "џ": "dzh", "ј": "i"}
_COMMON |= {
    "ё": "e",
    "ь": "",
    "ю": "iu",
    "я": "ia",
    "є": "ie",
    "ї": "i",
    "ґ": "g",
    "ў": "u",
    "ђ": "di",
    "ћ": "c",
}

_SCHEMES = (
    # As in Russian passports; by Bulgarian law; as people write by ear; with háčeks, the marks taken off.
    {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ѓ": "g", "ќ": "k"},
    {
        "ж": "zh",
        "х": "h",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sht",
        "ъ": "a",
        "ь": "i",
        "ѓ": "gi",
        "ќ": "ki",
    },
    {
        "ж": "zh",
        "х": "h",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sch",
        "ъ": "",
        "ё": "io",
        "ѓ": "g",
        "ќ": "k",
    },
    {"ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "sc", "ъ": "u", "ѓ": "gi", "ќ": "ki", "џ": "dz"},
)
_CYRILLIC = tuple(str.maketrans(_COMMON | scheme) for scheme in _SCHEMES)
_LATIN = str.maketrans(
    {
        "y": "i",
        "j": "i",
        "w": "v",
        "x": "ks",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
    | dict.fromkeys("’‘‛ʼʻʹ`´′＇ꞌ՚׳", "'")
    | dict.fromkeys("‐‑–—−", "-")
    | {"ð": "d"}
)

_APART = {ord(mark): "'" for mark in "´`＇"}

# "Мария", "Mariya", "Maria"; "Анна", "Ana": nobody remembers who doubles what.
_DOUBLED = re.compile(r"([a-z])\1+")


def spellings(word: str) -> set[str]:
    """All ways in which this word, or the beginning of one, is kept and searched."""
    # What stands for a mark of its own is none: NFKC makes "´" a space and a mark.
    folded = unicodedata.normalize("NFKC", word.translate(_APART)).casefold()
    known = "".join(map(_known, unicodedata.normalize("NFC", folded)))
    return {spelled for letters in _CYRILLIC if (spelled := _plain(known.translate(letters)))}


def _known(letter: str) -> str:
    """A letter with a mark that is none of the alphabet's own, without it: "ѝ", "ѐ"."""
    return letter if ord(letter) in _CYRILLIC[0] else unicodedata.normalize("NFD", letter)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    kept = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _DOUBLED.sub(r"\1", kept.casefold().translate(_LATIN))


def is_chinese(character: str) -> bool:
    """Written without spaces, so that any place may be the beginning of a word."""
    return _chinese(ord(character) >> 8)


@cache
def _chinese(block: int) -> bool:
    return 0x34 <= block <= 0x9F or 0xF9 <= block <= 0xFA or 0x200 <= block <= 0x323
