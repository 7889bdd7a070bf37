"""The agency's profile: what it is called, how it is reached and paid, its currency, its clock and its languages."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.entities.definitions import ONLY, definition_kind
from domain.entities.files import file_purpose
from domain.values.bank import BankAccount, check_account
from domain.values.language import Language, guess_language
from domain.values.local_time import zone
from domain.values.money import CURRENCIES
from domain.values.refusals import Refusal

LONGEST = {"name": 80, "address": 200, "licence": 80, "tax_number": 40, "phone": 40, "pay_to": 500}
"""Characters of each line that is written freely."""
MOST_ACCOUNTS = 3


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
    address: str | None = None
    licence: str | None = None
    """The number of the licence or registration as a tour operator or agent."""
    tax_number: str | None = None
    accounts: tuple[BankAccount, ...] = ()
    logo: int | None = None
    """The number of the stored file."""
    languages: tuple[Language, ...] = tuple(Language)
    """In which clients may choose to be spoken with."""

    @property
    def where(self) -> ZoneInfo:
        return zone(self.zone)

    def greets_in(self, code: str | None) -> Language:
        """For somebody new, by Telegram's `language_code`: their language, or else the first that is offered."""
        guessed = guess_language(code)
        return guessed if guessed in self.languages else self.languages[0]


PROFILE = definition_kind("profile", Profile, {ONLY: Profile()}, is_own=True)
LOGO = file_purpose(
    "logo", noun="agency", accepts={"image/jpeg": "jpg", "image/png": "png"}, largest=2 * 1024 * 1024
)


def check_profile(profile: Profile) -> None:
    """Raises Refusal: nothing_written, too_long, unknown_currency, unknown_zone, no_language_left, too_many_accounts,
    account_there, and those of accounts."""
    for line, most in LONGEST.items():
        _check_line(getattr(profile, line), most, needed=line == "name")
    if profile.currency not in CURRENCIES:
        raise Refusal("unknown_currency", currency=profile.currency)
    zone(profile.zone)
    if not profile.languages:
        raise Refusal("no_language_left")
    if len(profile.accounts) > MOST_ACCOUNTS:
        raise Refusal("too_many_accounts", most=MOST_ACCOUNTS)
    if len({account.number for account in profile.accounts}) < len(profile.accounts):
        raise Refusal("account_there")
    for account in profile.accounts:
        check_account(account)


def must_be_new(profile: Profile, number: str) -> None:
    """Raises Refusal: account_there."""
    if any(account.number == number for account in profile.accounts):
        raise Refusal("account_there")


def _check_line(text: str | None, most: int, *, needed: bool) -> None:
    if needed and not (text or "").strip():
        raise Refusal("nothing_written")
    if text is not None and len(text) > most:
        raise Refusal("too_long", count=len(text), most=most)
