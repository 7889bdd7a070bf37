"""What a stage still waits for, in words that go on from “missing:” or “waits for:”."""

from domain.entities.requirements import Missing
from locales.sentence import Joined, Sentence, _, n_

GAPS: dict[str, Sentence] = {
    "price_agreed": _("a price"),
    "travellers_entered": n_("the details of {count} traveller", "the details of {count} travellers"),
    "passports_sent": _("the passport photo of {names}"),
    "passports_accepted": _("our passport check: {names}"),
    "deposit_paid": _("{owed} of the deposit"),
    "fully_paid": _("the balance of {owed}"),
    "voucher_sent": _("the voucher to be sent"),
    "departed": _("the departure on {departs}"),
    "client_told": _("the departure notice on {day}"),
    "field_wanted": _("“{label}”"),
    "field_of_travellers": _("“{label}” of {names}"),
}

WHOLE: dict[str, Sentence] = {
    "deposit_paid": _("the deposit of {owed}"),
    "fully_paid": _("the full price of {owed}"),
}
"""The same while nothing was paid."""


def gap_words(gap: Missing) -> Sentence:
    """One thing that is missing."""
    facts = {name: Joined(fact) if isinstance(fact, list) else fact for name, fact in gap.facts.items()}
    if facts.pop("whole", False):
        return WHOLE[gap.kind](**facts)
    return GAPS[gap.kind](**facts)
