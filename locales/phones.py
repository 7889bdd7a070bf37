"""Phone numbers as people write them, as E.164: one client has one number however it is spelled."""

import re
import unicodedata
from typing import TYPE_CHECKING

from domain.values.language import Language
from domain.values.refusals import Refusal

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

SHORTEST = 6
"""Digits without the country's code: whatever has fewer is a part of a number, or an emergency."""

_HOMES = {Language.RUSSIAN: "RU", Language.BULGARIAN: "BG", Language.CHINESE: "CN"}
"""Where those who speak a language write their numbers without a country's code."""
_FORMS = {"RU": re.compile(r"[78]\d{10}"), "CN": re.compile(r"1[3-9]\d{9}")}
"""How a whole number is written within a country, and known wherever somebody is."""


def read_phone(text: str, region: str, language: Language) -> str:
    """ "0888 123 456" in Bulgaria is "+359888123456", "8 916 123-45-67" is Russian. `region` is an ISO 3166 code.

    Without its country's code it is read as those who speak `language` write, then as in the region.
    Raises Refusal: not_a_phone; phone_of_many when it may be of several other countries.
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    if folded.startswith("00"):
        folded = "+" + folded[2:]
    if re.fullmatch(r"[\d\s().\-–/]+", folded) and (number := _without_plus(folded, region, language)):
        return number
    return _possible(folded, region)


def _without_plus(written: str, region: str, language: Language) -> str | None:
    digits = "".join(str(unicodedata.digit(c)) for c in written if c.isdigit())
    known = {place for place, form in _FORMS.items() if form.fullmatch(digits)}
    home = _HOMES.get(language, region)
    for likely in (home, region) if home in known else (region,):
        if number := _valid(digits, likely):
            return number
    whole = _valid("+" + digits) if len(digits) > 10 and not digits.startswith("0") else None
    found = {whole, *(_valid(digits, place) for place in known)} - {None}
    if len(found) > 1:
        raise Refusal("phone_of_many")
    return found.pop() if found else _valid(digits, home)


def _valid(written: str, place: str | None = None) -> str | None:
    import phonenumbers

    try:
        number = phonenumbers.parse(written, place)
    except phonenumbers.NumberParseException:
        return None
    return _plainly(number) if phonenumbers.is_valid_number(number) else None


def _possible(written: str, region: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        raise Refusal("not_a_phone") from None
    if not phonenumbers.is_possible_number(number) or len(str(number.national_number)) < SHORTEST:
        raise Refusal("not_a_phone")
    return _plainly(number)


def _plainly(number: "PhoneNumber") -> str:
    import phonenumbers

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def country_of(phone: str) -> str | None:
    """The ISO 3166 code of the country whose number this is; None for one that belongs to none, or to several."""
    import phonenumbers

    code = phonenumbers.region_code_for_number(phonenumbers.parse(phone))
    return code if code and len(code) == 2 else None
