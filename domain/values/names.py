"""Names of people, held against each other: in whatever order, script or case they were written."""

import re

from domain.values.spelling import spellings

_BETWEEN = re.compile(r"[\W_]+")


def same_name(one: str, other: str) -> bool:
    """ "Anna Petrova", "PETROVA ANNA" and "Анна Петрова" are one name; "Anna" alone is another."""
    left = [spellings(word) for word in words_of(other)]
    mine = words_of(one)
    if not mine or len(mine) != len(left):
        return False
    for word in mine:
        found = next((place for place, spelt in enumerate(left) if spelt & spellings(word)), None)
        if found is None:
            return False
        del left[found]
    return True


def words_of(name: str) -> list[str]:
    """Its words, without what stands between them."""
    return [word for word in _BETWEEN.split(name) if word]
