"""Letters of two scripts that look alike: a name is typed with the wrong keyboard, and nobody sees it or finds it."""

import re
import unicodedata

_LATIN = "ABCEHIJKMOPSTXYaceijopsxy"
_CYRILLIC = "АВСЕНІЈКМОРЅТХУасеіјорѕху"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_WORD = re.compile(r"\w+")


def in_one_script(name: str) -> str:
    """The name with each word in one script, where only letters that look alike are of another; else as it is."""
    return _WORD.sub(lambda word: _in_one(word.group()), name)


def is_cyrillic(name: str) -> bool:
    """Whether there is a Cyrillic letter in it."""
    return any(_script(c) == "CYRILLIC" for c in name)


def _in_one(word: str) -> str:
    latin = [c for c in word if _script(c) == "LATIN"]
    cyrillic = [c for c in word if _script(c) == "CYRILLIC"]
    if not latin or not cyrillic:
        return word
    ways = [
        (len(strange), word.translate(table))
        for strange, alike, table in ((latin, _LATIN, _TO_CYRILLIC), (cyrillic, _CYRILLIC, _TO_LATIN))
        if all(c in alike for c in strange)
    ]
    return min(ways)[1] if ways else word


def _script(c: str) -> str:
    return unicodedata.name(c, "").partition(" ")[0] if c.isalpha() else ""
