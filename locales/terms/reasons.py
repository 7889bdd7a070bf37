"""Why deals were lost and inquiries closed, in the reader's words: ours, the agency's, or as somebody wrote it."""

from domain.entities.definitions import Definitions
from domain.entities.reasons import REASONS
from domain.values.labels import said
from locales.sentence import Sentence, _, verbatim

SHIPPED: dict[str, Sentence] = {
    "too_expensive": _("Too expensive"),
    "plans_changed": _("Plans changed"),
    "another_agency": _("Another agency"),
    "no_answer": _("Does not answer"),
    "cannot_offer": _("We cannot offer it"),
    "elsewhere": _("Went elsewhere"),
    "changed_mind": _("No longer wanted"),
    "not_reached": _("Cannot be reached"),
    "not_serious": _("Not a real request"),
}
"""By the key that is kept; any other reason is kept in somebody's own words."""

ENDINGS: dict[str, Sentence] = {"deal": _("🗂 Deals"), "inquiry": _("📥 Inquiries")}
"""What is closed for a reason, by the key of the list of reasons."""


def offered_reasons(settled: Definitions, of: str) -> dict[str, Sentence]:
    """Those to choose from when a "deal" or an "inquiry" ends, by their keys."""
    return {key: reason_words(key, settled) for key in settled.one(REASONS, of).offered}


def reason_words(reason: str, settled: Definitions) -> Sentence:
    """One that is retired is read as ever."""
    if reason in SHIPPED:
        return SHIPPED[reason]
    for reasons in settled.all(REASONS).values():
        if reason in reasons.own:
            return verbatim(said(reasons.own[reason]))
    return verbatim(reason)
