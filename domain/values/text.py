"""Text from outside, cleaned once at the border: the same on every database, paper and screen."""

import re
import unicodedata

from domain.values.refusals import Refusal

# Joiners that hold emoji and some scripts together stay; everything else invisible goes.
_KEPT = {"\n", "\u200c", "\u200d"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
# Hangul's fillers and the like: letters by their kind, and nothing to see.
_BLANK = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# Emoji younger than the tables of this Python.
_EMOJI = range(0x1F000, 0x1FB00)
# Beside letters of these scripts a joiner joins nothing and only hides a word from the search.
_LONE_JOINERS = re.compile(
    "(?<=[A-Za-z\u00c0-\u052f\u2e80-\u9fff])[\u200c\u200d]+|[\u200c\u200d]+(?=[A-Za-z\u00c0-\u052f\u2e80-\u9fff])"
)
_SPACES = re.compile(r"[^\S\n]+")
_NOT_IN_FILES = re.compile(r"[^\w.-]+")
_DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{number}" for port in ("COM", "LPT") for number in range(10)),
}
_LINES = re.compile(r"\n{3,}")
_CHINESE = re.compile("[\u3400-\u9fff]+")


def clean(text: str) -> str:
    """Without controls, lone surrogates, zero-width and direction marks; spaces folded, in NFC.

    Empty when nothing visible was there.
    """
    if (
        text.isascii() and text.isprintable()
    ):  # as most names and numbers are: there is nothing but spaces to fold
        return " ".join(text.split())
    broken = re.sub("\r\n?|[\u2028\u2029\v\f\x85]", "\n", text)
    kept = _LONE_JOINERS.sub("", "".join(c for c in broken.replace("\t", " ") if c in _KEPT or _seen(c)))
    folded = _LINES.sub("\n\n", _SPACES.sub(" ", unicodedata.normalize("NFC", kept)))
    trimmed = "\n".join(line.strip() for line in folded.split("\n")).strip()
    return trimmed if any(c not in _KEPT and not c.isspace() for c in trimmed) else ""


def _seen(c: str) -> bool:
    return c not in _BLANK and (unicodedata.category(c) not in _UNSEEN or ord(c) in _EMOJI)


def one_line(text: str) -> str:
    """Cleaned, on one line."""
    return " ".join(clean(text).split())


def full_name(first: str, last: str | None) -> str:
    """On one line; a Chinese name with the family's first, and no space: "李美"."""
    given, family = one_line(first), one_line(last or "")
    if _CHINESE.fullmatch(given) and _CHINESE.fullmatch(family):
        return family + given
    return f"{given} {family}".strip()


def first_name(name: str) -> str:
    """As somebody is called. A Chinese name is one word, and whole."""
    return name.split(maxsplit=1)[0] if name.split() else name


def file_name(called: str, kind: str) -> str:
    """What any system takes as the name of a file: no path, nothing hidden, no device; at most 200 bytes and its kind."""
    plain = _NOT_IN_FILES.sub(" ", one_line(called)).strip(" .-")
    short = plain.encode()[:200].decode(errors="ignore").rstrip(" .-") or "file"
    if short.partition(".")[0].strip().upper() in _DEVICES:
        short = f"_{short}"
    return f"{short}.{kind}"


def words(text: str, most: int) -> str:
    """A written answer. Raises Refusal: nothing_written, too_long."""
    written = clean(text)
    if not written:
        raise Refusal("nothing_written")
    if len(written) > most:
        raise Refusal("too_long", count=len(written), most=most)
    return written


def name(text: str, most: int = 80) -> str:
    """The name of a person, a group or a place: one line with a letter in it.

    Raises Refusal: nothing_written, not_a_name, too_long.
    """
    written = one_line(text)
    if written and not any(c.isalpha() for c in written):
        raise Refusal("not_a_name")
    return words(written, most)


def units(text: str) -> int:
    """UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def parts(text: str, most: int) -> list[str]:
    """In parts of at most `most` UTF-16 units, cut where a line or a word ends; only the space there is lost."""
    found = []
    while units(text) > most:
        room = text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
        ends = (at for at in (room.rfind("\n"), room.rfind(" ")) if at > len(room) // 2)
        at = next(ends, len(room))
        found.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*found, text]


def lasting(seconds: int) -> str:
    """ "1:05"; "1:00:05" from an hour on."""
    hours, rest = divmod(max(seconds, 0), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
