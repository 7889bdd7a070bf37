"""Typed text made plain: one case, one kind of digits, single spaces."""

import unicodedata


def plain(text: str) -> str:
    """In lower case, with the digits of any script as ours, "ё" as "е", and single spaces."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().replace("ё", "е").split())
    return "".join(c if (value := unicodedata.digit(c, None)) is None else str(value) for c in folded)
