"""The agency's profile: the owner changes one line of it at a time."""

from dataclasses import replace

from domain.entities.definitions import ONLY
from domain.entities.files import SentFile, StoredFile
from domain.entities.people import Right
from domain.entities.profile import LOGO, PROFILE, Profile, check_profile
from domain.ports.desk import Desk
from domain.usecases.files.fetched import on_fetched
from domain.usecases.settings.defining import define, fits
from domain.values.bank import BankAccount
from domain.values.language import Language
from domain.values.refusals import NotFound

LINES = ("name", "address", "licence", "tax_number", "phone", "pay_to", "currency", "zone")
"""What is changed as text."""


@fits(PROFILE)
def profile_fits(_desk: Desk, _key: str, value: Profile | None) -> None:
    """Raises Refusal (see `domain.entities.profile.check_profile`)."""
    if value is not None:
        check_profile(value)


def change_line(desk: Desk, seen: int, line: str, text: str | None) -> None:
    """None: it is not told. Trips and deals under way keep the currency and the zone they have.

    Raises Forbidden, NotFound, Refusal.
    """
    if line not in LINES:
        raise NotFound("no_such_definition")
    profile = desk.agency.profile
    changed = replace(profile, **{line: text})  # type: ignore[arg-type]
    before = getattr(profile, line)
    define(desk, PROFILE, changed, seen, "line_changed", line=line, before=before or "—", after=text or "—")


def add_account(desk: Desk, seen: int, account: BankAccount) -> None:
    """Raises Forbidden, Refusal: too_many_accounts, account_there, and those of accounts."""
    profile = desk.agency.profile
    changed = replace(profile, accounts=(*profile.accounts, account))
    define(desk, PROFILE, changed, seen, "account_added", account=account.shown)


def remove_account(desk: Desk, seen: int, number: str) -> None:
    """Clients do not read it any more. Raises Forbidden, Refusal: changed_meanwhile."""
    profile = desk.agency.profile
    left = tuple(account for account in profile.accounts if account.number != number)
    gone = next((account.shown for account in profile.accounts if account.number == number), number)
    define(desk, PROFILE, replace(profile, accounts=left), seen, "account_removed", account=gone)


def offer_language(desk: Desk, seen: int, language: Language) -> None:
    """It may be chosen from now on; or no more, and whoever speaks it already goes on in it.

    Raises Forbidden, Refusal: no_language_left.
    """
    profile = desk.agency.profile
    offered = {*profile.languages} ^ {language}
    in_order = tuple(one for one in Language if one in offered)
    act = "language_offered" if language in offered else "language_retired"
    define(desk, PROFILE, replace(profile, languages=in_order), seen, act, language=language.value)


def set_logo(desk: Desk, seen: int, sent: SentFile) -> StoredFile:
    """A picture, in place of the one before. Raises Forbidden, Refusal."""
    desk.must(Right.CHANGE_SETTINGS)
    sent.must_be_acceptable(LOGO)
    file = sent.wanted(LOGO, desk.now)
    desk.repositories.files.add(file)
    desk.repositories.flush()
    define(desk, PROFILE, replace(desk.agency.profile, logo=file.id), seen, "logo_changed", file=file.name)
    return file


def remove_logo(desk: Desk, seen: int) -> None:
    """There is none from now on. Raises Forbidden, Refusal."""
    define(desk, PROFILE, replace(desk.agency.profile, logo=None), seen, "logo_removed")


def profile_with(desk: Desk, file: StoredFile) -> Profile | None:
    """The profile, when its logo is this file."""
    return desk.agency.profile if desk.agency.profile.logo == file.id else None


def logo_arrived(_desk: Desk, _profile: Profile) -> None:
    """It is shown from then on."""


def logo_refused(desk: Desk, profile: Profile, reason: str) -> None:
    """It cannot be had, or is no picture: there is none then."""
    seen = desk.agency.definitions.revision(PROFILE, ONLY)
    define(desk, PROFILE, replace(profile, logo=None), seen, "logo_refused", why=reason)


on_fetched(LOGO, owner=profile_with, arrived=logo_arrived, refused=logo_refused)
