"""Phone numbers as people write them, as E.164: one client has one number however it is spelled."""

import unicodedata

from domain.refusals import Refusal


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
    if not phonenumbers.is_possible_number(number):
        raise Refusal("not_a_phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def pretty_phone(phone: str | None) -> str:
    """For people: "+359 88 812 3456"; a dash when there is none."""
    if phone is None:
        return "—"
    import phonenumbers

    number = phonenumbers.parse(phone)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
