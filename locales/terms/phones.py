"""Phone numbers as people read them."""

from functools import lru_cache


@lru_cache(4096)
def pretty_phone(phone: str | None) -> str:
    """For people: "+359 88 812 3456"; a dash when there is none."""
    if phone is None:
        return "—"
    import phonenumbers

    number = phonenumbers.parse(phone)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
