"""A supplier pasted in one go, "Hotel Bellevue, Maria, +359 88 812 3456, maria@bellevue.example", or a signature."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from domain.entities.client_reading import read_email
from domain.values.refusals import Refusal
from domain.values.text import clean, name

_PARTS = re.compile(r"[,;，；、\n]+")
_LABELLED = re.compile(r"^[^\W\d]+\.?\s*[:：]\s*")
_BY_ITSELF = re.compile(r"\S+@\S+")
_FIGURES = 6
"""A number with fewer figures than these is part of a name: "Hotel 24"."""


@dataclass(frozen=True)
class SupplierLine:
    """As far as it could be read. The first words are its name, the second whom we speak with."""

    name: str
    contact: str | None = None
    phone: str | None = None
    email: str | None = None


def read_supplier_line(text: str, read_phone: Callable[[str], str | None]) -> SupplierLine:
    """Raises Refusal: nothing_written, not_a_name, too_long."""
    words, phone, email = [], None, None
    for part in _parts(text):
        bare = _LABELLED.sub("", part)
        if email is None and (found := _email(bare)):
            email = found
        elif phone is None and sum(map(str.isdecimal, bare)) >= _FIGURES and (number := read_phone(bare)):
            phone = number
        else:
            words.append(part)
    called = name(words[0] if words else "")
    contact = name(words[1]) if len(words) > 1 and any(map(str.isalpha, words[1])) else None
    return SupplierLine(called, contact, phone, email)


def _parts(text: str) -> list[str]:
    """An e-mail address stands alone, whatever stands around it."""
    apart = _BY_ITSELF.sub(lambda found: f",{found.group().strip('<>(),;')},", clean(text))
    return [part.strip() for part in _PARTS.split(apart) if part.strip()]


def _email(text: str) -> str | None:
    try:
        return read_email(text)
    except Refusal:
        return None
