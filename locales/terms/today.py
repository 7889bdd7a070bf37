"""Today: each line in the words of its button."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from domain.declarations import declare
from locales.sentence import Sentence, _, verbatim
from locales.terms.timing import DAYS, HOURS

MOST = 99
NOTHING = _("Nothing waits for you: all goes to plan.")

Words = Callable[..., Sentence]

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


@today_words("inquiries")
def inquiries(count: int, now: datetime, facts: dict[str, Any]) -> Sentence:
    return _("📥 Inquiries · {count}, oldest: {age}")(count=counted(count), age=age(facts["since"], now))
