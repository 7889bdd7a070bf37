"""The lines of the agency's profile, and what clients read of them."""

from collections.abc import Mapping

from domain.entities.hours import Hours, Span
from domain.entities.profile import Profile
from domain.values.bank import BankAccount
from locales.sentence import Sentence, _, lines

PROFILE_LINES: Mapping[str, Sentence] = {
    "name": _("Name"),
    "address": _("Address"),
    "licence": _("Licence"),
    "tax_number": _("Tax number"),
    "phone": _("Phone"),
    "pay_to": _("How to pay"),
    "currency": _("Currency"),
    "zone": _("Time zone"),
}


def account_words(account: BankAccount) -> Sentence:
    """A tap on a number copies it."""
    if account.is_russian:
        return lines(
            _("Account: <code>{number}</code>")(number=account.number),
            _("BIK: <code>{bik}</code>")(bik=account.bank),
            _("Correspondent account: <code>{number}</code>")(number=account.correspondent)
            if account.correspondent
            else None,
        )
    if account.bank is None:
        return _("IBAN: <code>{number}</code>")(number=account.shown)
    return _("IBAN: <code>{number}</code>, BIC: <code>{bic}</code>")(number=account.shown, bic=account.bank)


def span_words(span: Span | None) -> Sentence:
    if span is None:
        return _("closed")
    return _("{since}–{until}")(since=span.since, until=span.until)


def as_clients_read(profile: Profile, hours: Hours) -> list[Sentence | None]:
    """The head of papers, and what stands beside what is owed."""
    return [
        _("<b>{agency}</b>")(agency=profile.name),
        _("📍 {place}")(place=profile.address) if profile.address else None,
        _("☎️ {phone}")(phone=profile.phone) if profile.phone else None,
        *registered_words(profile.licence, profile.tax_number),
        *week_words(hours.office),
    ]


def registered_words(licence: str | None, tax_number: str | None) -> list[Sentence]:
    """Under which numbers the agency trades; nothing of what it has not told."""
    told = ((_("Licence {number}"), licence), (_("Tax number {number}"), tax_number))
    return [words(number=number) for words, number in told if number]


WEEKDAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def week_words(week: tuple[Span | None, ...]) -> list[Sentence]:
    """Days that are alike stand on one line."""
    told: list[Sentence] = []
    first = 0
    for day in range(1, len(week) + 1):
        if day == len(week) or week[day] != week[first]:
            told.append(_day_line(first, day - 1, span_words(week[first])))
            first = day
    return told


def _day_line(first: int, last: int, hours: Sentence) -> Sentence:
    if first == last:
        return _("🕒 {day}: {hours}")(day=WEEKDAYS[first], hours=hours)
    return _("🕒 {first}–{last}: {hours}")(first=WEEKDAYS[first], last=WEEKDAYS[last], hours=hours)
