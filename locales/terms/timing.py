"""How long before and after: each number of the agency's timing in words."""

from collections.abc import Mapping

from locales.sentence import Sentence, _, n_

DAYS_BEFORE = n_("{count} day before the departure", "{count} days before the departure")
HOURS = n_("{count} hour", "{count} hours")
DAYS = n_("{count} day", "{count} days")

TIMINGS: Mapping[str, tuple[Sentence, Sentence]] = {
    "departure_days": (_("Clients told"), DAYS_BEFORE),
    "deposit_due": (_("Deposit due"), DAYS_BEFORE),
    "documents_due": (_("Documents due"), DAYS_BEFORE),
    "balance_due": (_("Balance due"), DAYS_BEFORE),
    "seat_offer_hours": (_("Free seat held"), HOURS),
    "feedback_days": (_("Feedback requested"), DAYS),
}
"""What it is called, and how its number is told."""

DAYS_AHEAD = n_("{count} day ahead", "{count} days ahead")
DAYS_LATE = n_("{count} day late", "{count} days late")

REMINDERS: Mapping[str, tuple[Sentence, Sentence]] = {
    "remind_first": (_("1st reminder"), DAYS_AHEAD),
    "remind_again": (_("2nd reminder"), DAYS_AHEAD),
    "remind_late": (_("Last reminder"), DAYS_LATE),
    "call_late": (_("Client called"), DAYS_LATE),
}
"""The same of reminders."""

ALL_TIMINGS = {**TIMINGS, **REMINDERS}
