"""Phone numbers as people write them, as E.164: one client has one number however it is spelled."""

import unicodedata

from domain.refusals import Refusal

SHORTEST = 6
"""Digits without the country's code: whatever has fewer is a part of a number, or an emergency."""


def read_phone(text: str, region: str) -> str:
    """ "0888 123 456" in Bulgaria is "+359888123456". `region` is an ISO 3166 code. Raises Refusal: not_a_phone."""
    import phonenumbers

    folded = unicodedata.normalize("NFKC", text).strip()
    if folded.startswith("00"):
        folded = "+" + folded[2:]
    elif folded.isdigit() and len(folded) > 10 and not folded.startswith("0"):
        folded = "+" + folded
    try:
        number = phonenumbers.parse(folded, region)
    except phonenumbers.NumberParseException:
        raise Refusal("not_a_phone") from None
    if not phonenumbers.is_possible_number(number) or len(str(number.national_number)) < SHORTEST:
        raise Refusal("not_a_phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
