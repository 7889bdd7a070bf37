"""What these kinds are called, and the words of the history: what was changed of hours, timing, reasons, texts and profile."""

from bot.handlers.history.declared import act, reads
from bot.handlers.settings.kinds import named
from domain.entities.hours import HOURS, WORKING_HOURS
from domain.entities.reasons import REASONS
from domain.entities.texts import TEXTS
from domain.entities.timing import TIMING
from locales import Fact, Joined, _
from locales.terms.notices import NOTICES
from locales.terms.profile import PROFILE_LINES, WEEKDAYS
from locales.terms.reasons import ENDINGS, SHIPPED
from locales.terms.timing import ALL_TIMINGS

act("agency", "line_changed", _("{line}: {before} → {after}"))
act("agency", "account_added", _("Bank account added: {account}"))
act("agency", "account_removed", _("Bank account removed: {account}"))
act("agency", "language_offered", _("Language offered: {language}"))
act("agency", "language_retired", _("Language no longer offered: {language}"))
act("agency", "logo_changed", _("New logo: {file}"))
act("agency", "logo_removed", _("Logo removed"))
act("agency", "logo_refused", _("The logo could not be used"))
act("agency", "office_hours_changed", _("Office hours, {days}: {hours}"))
act("agency", "quiet_hours_changed", _("Quiet hours: {hours}"))
act("staff", "working_hours_changed", _("Works, {days}: {hours}"))
act("agency", "timing_changed", _("{timing}: {before} → {after}"))
act("agency", "departure_time_changed", _("Clients are told at {time}"))
act("agency", "reason_added", _("Reason added: {label}"))
act("agency", "reason_retired", _("Reason no longer offered: {lost}"))
act("agency", "reason_again", _("Reason offered again: {lost}"))
act("agency", "text_changed", _("Text changed: {notice}, {language}"))
act("agency", "text_as_shipped", _("Original text again: {notice}, {language}"))


def _days(kept: list[int]) -> Fact:
    return Joined([WEEKDAYS[day] for day in kept])


def _notice(kept: str) -> Fact:
    return next((words.called for kind, words in NOTICES.items() if kind == kept), kept)


reads(PROFILE_LINES.__getitem__, "line")
reads(lambda kept: ALL_TIMINGS[kept][0], "timing")
reads(_days, "days")
reads(lambda kept: SHIPPED.get(kept, kept), "lost")
reads(_notice, "notice")


named(HOURS, _("Office and quiet hours"))
named(WORKING_HOURS, _("Working hours"))
named(TIMING, _("Deadlines and reminders"))
named(REASONS, _("Reasons"), ENDINGS)
named(TEXTS, _("Texts of notices"), {str(kind): words.called for kind, words in NOTICES.items()})
