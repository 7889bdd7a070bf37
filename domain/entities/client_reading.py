"""How facts of a client are read and cleaned, wherever they come from: a form, a file, a chat."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from domain.entities.client_facts import MOST_TAGS
from domain.entities.particulars import check_birth
from domain.values.refusals import Refusal
from domain.values.text import name, one_line, words

MOST_STARS = 5
MOST_NIGHTS = 365
LONGEST_TAG = 24
LONGEST_EMAIL = 254
LONGEST_FACT = 120
"""Characters of what is told in a line: a habit, a source, the question to ask next time."""
LONGEST_ADDRESS = 300
LONGEST_NEEDS = 500

_EMAIL = re.compile(r"[^\s@\"<>(),;:\\\[\]]+@(?:[\w-]+\.)+[^\W\d_]{2,}")
_USERNAME = re.compile(r"[a-z][a-z0-9_]{3,31}")
_TELEGRAM = re.compile(
    r"(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me)/|tg://resolve\?domain=|@", re.IGNORECASE
)
_NOT_IN_TAGS = re.compile(r"[^\w-]+")


def read_email(text: str) -> str:
    """In lower case. Raises Refusal: not_an_email."""
    written = one_line(text).removeprefix("mailto:").casefold()
    if len(written) > LONGEST_EMAIL or ".." in written or not _EMAIL.fullmatch(written):
        raise Refusal("not_an_email")
    return written


def read_username(text: str) -> str:
    """Of "@Anna_P" or "t.me/anna_p" the name, in lower case. Raises Refusal: not_a_username."""
    written = one_line(text).strip()
    found = _TELEGRAM.match(written)
    bare = (written[found.end() :] if found else written).split("?")[0].rstrip("/").casefold()
    if not _USERNAME.fullmatch(bare):
        raise Refusal("not_a_username")
    return bare


def read_latin_name(text: str) -> str:
    """As in the passport. Raises Refusal: nothing_written, not_a_name, too_long, not_latin."""
    written = name(text)
    if not all(_latin(sign) for sign in written if sign.isalpha()):
        raise Refusal("not_latin")
    return written


def read_stars(stars: int) -> int:
    """Raises Refusal: not_stars."""
    if not 1 <= stars <= MOST_STARS:
        raise Refusal("not_stars", most=MOST_STARS)
    return stars


def read_nights(nights: int) -> int:
    """Raises Refusal: not_a_count."""
    if not 1 <= nights <= MOST_NIGHTS:
        raise Refusal("not_a_count", most=MOST_NIGHTS)
    return nights


def read_birthday(day: date, today: date) -> date:
    """Raises Refusal: born_in_the_future, no_such_birthday."""
    check_birth(day, today)
    return day


def read_line(text: str) -> str:
    """Raises Refusal: nothing_written, too_long."""
    return words(one_line(text), LONGEST_FACT)


def read_address(text: str) -> str:
    """Raises Refusal: nothing_written, too_long."""
    return words(text, LONGEST_ADDRESS)


def read_needs(text: str) -> str:
    """Raises Refusal: nothing_written, too_long."""
    return words(text, LONGEST_NEEDS)


def clean_tag(text: str) -> str:
    """In lower case, in one word, without "#"; empty when nothing of it is a letter or a digit."""
    tag = _NOT_IN_TAGS.sub("_", one_line(text).replace("#", " ").strip().casefold()).strip("_-")
    return tag if any(sign.isalnum() for sign in tag) else ""


def clean_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Each once, in the order in which they came. Raises Refusal: tag_too_long, too_many_tags."""
    tags = tuple(dict.fromkeys(tag for text in texts if (tag := clean_tag(text))))
    for tag in tags:
        if len(tag) > LONGEST_TAG:
            raise Refusal("tag_too_long", tag=tag, most=LONGEST_TAG)
    if len(tags) > MOST_TAGS:
        raise Refusal("too_many_tags", most=MOST_TAGS)
    return tags


def _latin(sign: str) -> bool:
    return sign.isascii() or unicodedata.name(sign, "").startswith("LATIN ")
