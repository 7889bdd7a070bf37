"""In which encoding a text came: told by its first bytes, and guessed where they tell nothing; a person may choose another."""

import codecs

ENCODINGS = (
    "utf-8",
    "windows-1251",
    "gb18030",
    "utf-16",
    "ibm866",
    "koi8-r",
    "big5",
    "windows-1252",
)
"""Those that are looked for, and offered."""

SAMPLE = 64 * 1024
"""Bytes by which a text is judged."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(sample: bytes) -> str:
    """A name that Python knows. The sample may end within a character."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if wide := _without_mark(sample):
        return wide
    if _is_utf8(sample):
        return "utf-8"
    import chardet

    found = chardet.detect(sample[:SAMPLE], include_encodings=ENCODINGS)["encoding"]
    return "windows-1251" if found is None else _plain(found)


def _without_mark(sample: bytes) -> str | None:
    """Two bytes a character: every line break and separator among them has an empty one."""
    if 0 not in sample:
        return None
    for encoding, mark in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")):
        place = sample.find(mark)
        if place >= 0 and place % 2 == 0:
            return encoding
    return None


def _is_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _plain(found: str) -> str:
    return next((one for one in ENCODINGS if codecs.lookup(one) == codecs.lookup(found)), "windows-1251")
