"""Phone numbers as people read them."""

from functools import lru_cache


@lru_cache(4096)
def pretty_phone(phone: str | None) -> str:
    """For people: "+359 88 812 3456"; a dash when there is none, and as it stands what is no number."""
    if phone is None:
        return "—"
    import phonenumbers

    try:
        number = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return phone
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
