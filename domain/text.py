"""Text from outside, cleaned once at the border: the same on every database, paper and screen."""

import re
import unicodedata

from domain.refusals import Refusal

# Joiners that hold emoji and some scripts together stay; everything else invisible goes.
_KEPT = {"\n", "\u200c", "\u200d"}
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """Without controls, lone surrogates, zero-width and direction marks; spaces folded, in NFC.

    Empty when nothing visible was there.
    """
    kept = "".join(
        c for c in text if c in _KEPT or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    folded = _LINES.sub("\n\n", _SPACES.sub(" ", unicodedata.normalize("NFC", kept)))
    trimmed = "\n".join(line.strip() for line in folded.split("\n")).strip()
    return trimmed if any(c not in _KEPT and not c.isspace() for c in trimmed) else ""


def one_line(text: str) -> str:
    """Cleaned, on one line."""
    return " ".join(clean(text).split())


def words(text: str, most: int) -> str:
    """A written answer. Raises Refusal: nothing_written, too_long."""
    written = clean(text)
    if not written:
        raise Refusal("nothing_written")
    if len(written) > most:
        raise Refusal("too_long", count=len(written), most=most)
    return written


def name(text: str, most: int = 80) -> str:
    """The name of a person, a group or a place: one line with a letter in it. Raises Refusal: not_a_name, too_long."""
    written = one_line(text)
    if not any(c.isalpha() for c in written):
        raise Refusal("not_a_name")
    return words(written, most)
