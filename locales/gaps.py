"""What a stage still waits for, in words: parts of a sentence, for refusals, cards and notices alike."""

from domain.requirements import Missing
from locales.sentence import Joined, Sentence, _, n_

GAPS: dict[str, Sentence] = {
    "price_agreed": _("the price is not set"),
    "travellers_entered": n_("{count} traveller's data are missing", "{count} travellers' data are missing"),
    "passports_sent": _("no passport photo of {names}"),
    "passports_accepted": _("the passport of {names} is not accepted"),
    "deposit_paid": _("{owed} is missing to the deposit"),
    "fully_paid": _("{owed} is still owed"),
    "voucher_sent": _("the voucher is not sent"),
    "departed": _("the departure is on {departs}"),
}


def gap_words(gap: Missing) -> Sentence:
    """One thing that is missing."""
    facts = {name: Joined(fact) if isinstance(fact, list) else fact for name, fact in gap.facts.items()}
    return GAPS[gap.kind](**facts)
