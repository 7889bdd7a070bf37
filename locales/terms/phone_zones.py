"""The time zones in which whoever has a phone number may live: of its country, or of its area where the number tells it."""

from functools import lru_cache

from domain.values.local_time import zones


@lru_cache(4096)
def zones_of_phone(phone: str) -> tuple[str, ...]:
    """IANA names; none when the number does not tell."""
    import phonenumbers
    from phonenumbers.timezone import time_zones_for_number

    found = time_zones_for_number(phonenumbers.parse(phone))
    return tuple(name for name in found if name in zones())
