"""The agency's profile: what it is called, how it is reached and paid, its currency and its clock."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.entities.definitions import ONLY, definition_kind
from domain.values.local_time import zone


@dataclass(frozen=True)
class Profile:
    """What an agency says of itself. The environment gives its first value (docs/settings.md), the owner changes it."""

    name: str = "Tourdesk"
    currency: str = "EUR"
    """ISO 4217 code of the currency new trips and budgets are in."""
    zone: str = "Europe/Sofia"
    """IANA name."""
    region: str = "BG"
    """ISO 3166 country whose phone numbers may be written without their country code."""
    phone: str | None = None
    pay_to: str | None = None
    """How clients pay, in the owner's own words: an account, a counter, a link."""

    @property
    def where(self) -> ZoneInfo:
        return zone(self.zone)


PROFILE = definition_kind("profile", Profile, {ONLY: Profile()}, is_own=True)
