"""Today: each line in the words of its button. A noun of a later day declares its own beside its terms."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from domain.declarations import declare
from domain.values.counts import MOST
from locales.sentence import Joined, Sentence, _, verbatim
from locales.terms.timing import DAYS, HOURS

NOTHING = _("Nothing needs you: everything is on track.")

Facts = Mapping[str, Any]
Words = Callable[[int, datetime, Facts], Sentence]

TODAY: dict[str, Words] = {}
"""(count, now, facts) -> the line, by its key."""


def today_words(key: str) -> Callable[[Words], Words]:
    """Declares how a line is said."""

    def register(words: Words) -> Words:
        return declare(TODAY, key, words)

    return register


def counted(count: int) -> Sentence:
    """No further than anybody counts."""
    return verbatim(f"{MOST}+" if count > MOST else str(count))


def age(since: datetime, now: datetime) -> Sentence:
    """In hours, from two days on in days."""
    passed = now - since
    if passed < timedelta(hours=1):
        return _("just now")
    if passed < timedelta(days=2):
        return HOURS(count=passed // timedelta(hours=1))
    return DAYS(count=passed.days)


def _plain(key: str, words: Sentence) -> None:
    """A line that tells only how many."""
    today_words(key)(lambda count, _now, _facts: words(count=counted(count)))


_plain("due_today", _("⏰ Due today · {count}"))
_plain("papers", _("📄 To check · {count}"))
_plain("ready", _("▶ Next stage · {count}"))
_plain("calls", _("☎️ Calls to make · {count}"))
_plain("decide", _("🏁 To be decided · {count}"))
_plain("doubts", _("🪞 Same person? · {count}"))
_plain("half_empty", _("💺 Half-empty trips · {count}"))


@today_words("inquiries")
def inquiries(count: int, now: datetime, facts: Facts) -> Sentence:
    return _("📥 Inquiries · {count}, oldest: {age}")(count=counted(count), age=age(facts["since"], now))


@today_words("overdue")
def overdue(count: int, _now: datetime, facts: Facts) -> Sentence:
    return _("🔴 Overdue · {count}, up to {days}")(count=counted(count), days=DAYS(count=facts["days"]))


@today_words("owed")
def owed(_count: int, _now: datetime, facts: Facts) -> Sentence:
    words = _("🔴 Overdue: over {sums}") if facts["more"] else _("🔴 Overdue: {sums}")
    return words(sums=Joined(facts["sums"], by=" · "))


@today_words("yesterday")
def yesterday(_count: int, _now: datetime, facts: Facts) -> Sentence:
    return _("📈 New yesterday: 📥 {inquiries} · 🗂 {deals}")(
        inquiries=counted(facts["inquiries"]), deals=counted(facts["deals"])
    )


@today_words("money_in")
def money_in(_count: int, _now: datetime, facts: Facts) -> Sentence:
    return _("💶 Since yesterday: {sums}")(sums=Joined(facts["sums"], by=" · "))


@today_words("unready")
def unready(count: int, _now: datetime, facts: Facts) -> Sentence:
    if "trip" in facts:
        return _("⚠️ {trip}: without voucher · {count}")(
            trip=facts["trip"].title, count=counted(facts["deals"])
        )
    return _("⚠️ Not ready · {count}")(count=counted(count))


@today_words("my_trips")
def my_trips(count: int, _now: datetime, facts: Facts) -> Sentence:
    if "trip" in facts:
        return _("🚌 {trip}, {time}")(trip=facts["trip"].title, time=facts["departs"].time())
    return _("🚌 This week · {count}")(count=counted(count))


@today_words("boarding")
def boarding(count: int, _now: datetime, facts: Facts) -> Sentence:
    if "trip" in facts:
        return _("👥 Boarding: {trip}")(trip=facts["trip"].title)
    return _("👥 Boarding · {count}")(count=counted(count))


@today_words("phones")
def phones(count: int, _now: datetime, facts: Facts) -> Sentence:
    if "trip" in facts:
        return _("☎️ Phones: {trip}")(trip=facts["trip"].title)
    return _("☎️ Phones · {count}")(count=counted(count))
