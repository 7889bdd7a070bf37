"""What is due in words: what it is, how much, by when; never a day that is over as if it were ahead."""

from datetime import date

from domain.entities.lateness import Due, Expected
from locales.sentence import Sentence, _, n_

LATE = n_("{count} day late", "{count} days late")


def by_words(day: date, today: date) -> Sentence:
    """By when a client is asked to do something, as a sentence of its own."""
    if day > today:
        return _("By {day}, please.")(day=day)
    if day == today:
        return _("Today is the last day.")
    return _("It was due on {day}: please do it as soon as possible.")(day=day)


def still_ahead(day: date | None, today: date) -> date | None:
    """The day, unless it is over: then it is not named to a client as one that can be kept."""
    return day if day is not None and day >= today else None


DUE: dict[Expected, Sentence] = {
    Expected.DEPOSIT: _("deposit {amount}"),
    Expected.BALANCE: _("balance {amount}"),
    Expected.NAMES: n_("details of {count} traveller", "details of {count} travellers"),
    Expected.DOCUMENTS: n_("{count} passport", "{count} passports"),
}
"""For staff, without the day."""
FULL_PRICE = _("full price {amount}")

CALLED: dict[Expected, Sentence] = {
    Expected.DEPOSIT: _("deposit"),
    Expected.BALANCE: _("balance"),
    Expected.NAMES: _("travellers' details"),
    Expected.DOCUMENTS: _("passports"),
}


def due_thing(due: Due) -> Sentence:
    """ "deposit €200", "2 passports"."""
    if due.amount is not None:
        return (FULL_PRICE if due.whole else DUE[due.what])(amount=due.amount)
    return DUE[due.what](count=due.count or len(due.names))


def due_line(due: Due, today: date) -> Sentence:
    """For staff: "⚠️ deposit €200 · 3 days late", "⏰ 2 passports · by 8 March"."""
    late = due.days_late(today)
    if late > 0:
        return _("🔴 {what} · {late}")(what=due_thing(due), late=LATE(count=late))
    if late == 0:
        return _("⏰ {what} · today")(what=due_thing(due))
    return _("⏰ {what} · by {day}")(what=due_thing(due), day=due.day)
