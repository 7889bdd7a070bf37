"""Telling a change of the history in the words that its noun declares for it."""

import re
from datetime import date, datetime
from typing import Any

from bot.handlers.history.declared import READERS, WORDS, reads
from domain.entities.definitions import Definitions
from domain.entities.documents import RejectReason
from domain.entities.history import HistoryEntry
from domain.values.money import Money
from domain.values.refusals import Refusal
from locales import Fact, Joined, Sentence, _, lines, verbatim
from locales.terms.documents import REJECT_REASONS
from locales.terms.payments import deposit_said
from locales.terms.reasons import reason_words
from locales.terms.trips import seats

MISSING: dict[str, Sentence] = {
    "price_agreed": _("the price"),
    "travellers_entered": _("travellers' details"),
    "passports_sent": _("passport photos"),
    "passports_accepted": _("accepted passports"),
    "deposit_paid": _("the deposit"),
    "fully_paid": _("the full payment"),
    "voucher_sent": _("the voucher"),
    "departed": _("the departure"),
    "field_wanted": _("fields to fill in"),
    "field_of_travellers": _("fields of travellers"),
}
"""What a deal went on without."""
LONGEST = 200
"""Characters of a message in the history; all of it stands with the client."""
NOTHING_SETTLED = Definitions()
_PLACE = re.compile(r"\{(\w+)\}")


def change_told(
    entry: HistoryEntry, settled: Definitions = NOTHING_SETTLED, *, taken_back: bool = False
) -> Sentence:
    """The change in words; below it what was missing, and the reason if one was given. What was taken back has no words."""
    if taken_back:
        return _("↩️ Taken back.")
    words = WORDS.get((entry.subject, entry.what))
    if words is None or not places(words) <= entry.facts.keys():
        told = verbatim(entry.what.replace("_", " "))
    else:
        told = words(**{name: _fact(name, value) for name, value in entry.facts.items()})
    missing = [MISSING.get(kind, kind) for kind in entry.facts.get("missing", ())]
    reason = entry.facts.get("reason")
    return lines(
        told,
        _("Without: {things}")(things=Joined(missing)) if missing else None,
        _("Why: {reason}")(reason=_reason(reason, settled)) if reason else None,
    )


def _reason(kept: str, settled: Definitions) -> Fact:
    return REJECT_REASONS[RejectReason(kept)] if kept in set(RejectReason) else reason_words(kept, settled)


def places(words: Sentence) -> set[str]:
    """The facts these words need."""
    return set(_PLACE.findall(words.english))


def _fact(name: str, value: Any) -> Fact:
    """A fact as kept in the history (plain JSON), as it can be said; one that cannot be read is said as it is."""
    try:
        if name in READERS and value is not None:
            return READERS[name](value)
    except (KeyError, ValueError, TypeError, Refusal):
        pass
    return None if value is None else str(value)


reads(Money.kept, "amount", "price", "price_was")
reads(lambda kept: deposit_said(Money.kept(kept)), "deposit", "deposit_was")
reads(seats, "seats")
reads(date.fromisoformat, "on")
reads(datetime.fromisoformat, "departs", "was", "becomes")
reads(lambda kept: kept if len(kept) <= LONGEST else kept[:LONGEST] + "…", "text")
