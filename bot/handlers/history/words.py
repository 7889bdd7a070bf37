"""The words of every change in the history: what was done to a deal, a client, a trip, an inquiry, a colleague."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from domain.entities.clients import Said
from domain.entities.deals import PaymentMethod, Relation
from domain.entities.documents import RejectReason
from domain.entities.history import HistoryEntry
from domain.entities.inquiries import Channel
from domain.entities.people import Role
from domain.values.money import Money
from domain.values.refusals import Refusal
from locales import Fact, Joined, Sentence, _, lines, verbatim
from locales.terms.deals import reason_words, step_words
from locales.terms.documents import REJECT_REASONS
from locales.terms.inquiries import CHANNELS
from locales.terms.payments import METHODS
from locales.terms.staff import ROLES
from locales.terms.travellers import RELATIONS
from locales.terms.trips import seats

SAID: dict[str, Sentence] = {
    Said.QUESTION: _("Asked: “{text}”"),
    Said.ANSWER: _("Answered: “{text}”"),
    Said.CALL: _("On the phone: “{text}”"),
    Said.NOTE: _("Note: “{text}”"),
}
"""What passed between a client and the agency; it is noted with everything it was about."""
WORDS: dict[tuple[str, str], Sentence] = {
    # deals
    ("deal", "opened"): _("Opened: {title}, {seats}, {price}. Responsible: {responsible}"),
    ("deal", "advanced"): _("{from} → {to}"),
    ("deal", "overridden"): _("{from} → {to}"),
    ("deal", "lost"): _("{from} → closed"),
    ("deal", "handed_over"): _("Handed over to {name}"),
    ("deal", "branch_changed"): _("Belongs to the branch {name} now"),
    ("deal", "priced"): _("Price {price}, deposit {deposit}; before: {price_was} and {deposit_was}"),
    ("deal", "paid"): _("Paid: {amount}, {method}, {on}"),
    ("deal", "payment_taken_back"): _("Payment taken back: {amount}"),
    ("deal", "voucher_sent"): _("Voucher sent"),
    ("deal", "voucher_sent_again"): _("Voucher sent again"),
    ("deal", "voucher_handed_over"): _("Voucher handed over"),
    ("deal", "voucher_asked_again"): _("Asked for the voucher again"),
    ("deal", "traveller_added"): _("Traveller: {name} ({relation})"),
    ("deal", "traveller_changed"): _("Data of {name} changed"),
    ("deal", "traveller_cancelled"): _("{name} does not travel; now {seats}, {price}; before: {price_was}"),
    ("deal", "document_sent"): _("Photo or PDF sent: {name}"),
    ("deal", "document_assigned"): _("Photo or PDF belongs to: {name}"),
    ("deal", "document_accepted"): _("Accepted: {name}"),
    ("deal", "document_rejected"): _("Rejected: {name}"),
    ("deal", "told"): _("Told about the departure: {departs}, {place}"),
    ("deal", "confirmed"): _("Will be there: {departs}, {place}"),
    ("deal", "not_reached"): _("The word about the departure did not arrive"),
    **{("deal", how): words for how, words in SAID.items()},
    # clients
    ("client", "known"): _("File opened: {name}"),
    ("client", "introduced"): _("Named {name}; before: {before}"),
    ("client", "linked"): _("Found in Telegram as {person}"),
    ("client", "waits"): _("Waits for {seats} on {trip}"),
    ("client", "seat_offered"): _("Offered {seats} on {trip}"),
    ("client", "left_line"): _("Left the waiting line for {trip}"),
    ("client", "deal_opened"): _("Deal № {deal} opened: {title}"),
    **{("client", how): words for how, words in SAID.items()},
    # trips
    ("trip", "planned"): _("Planned: {title}, {seats}, {price} a seat"),
    ("trip", "rescheduled"): _("Departs {becomes}; before: {was}"),
    ("trip", "moved"): _("Departs from {becomes}; before: {was}"),
    ("trip", "resized"): _("{becomes} seats; before: {was}"),
    ("trip", "link_revoked"): _("Join link closed"),
    ("trip", "link_renewed"): _("New join link"),
    ("trip", "announced"): _("Everybody was told: {departs}, {place}"),
    # inquiries
    ("inquiry", "received"): _("Received from {client}: {channel}"),
    ("inquiry", "converted"): _("Became deal № {deal}"),
    ("inquiry", "taken"): _("Taken by {name}"),
    ("inquiry", "taken_over"): _("With {name} now; before: {before}"),
    ("inquiry", "closed"): _("Closed"),
    ("inquiry", "withdrawn"): _("Withdrawn by the client"),
    **{("inquiry", how): words for how, words in SAID.items()},
    # colleagues
    ("staff", "joined"): _("Joined: {role}"),
    ("staff", "left"): _("Left: {role}"),
    ("staff", "role_changed"): _("{role_was} → {role}"),
    ("staff", "transferred"): _("Works in the branch {name} now"),
    ("staff", "to_head_office"): _("Works at head office now"),
    ("invitation", "invited"): _("Invited: {role}"),
    ("invitation", "withdrawn"): _("Invitation withdrawn: {role}"),
    ("backup", "backup_wanted"): _("Backup asked for"),
    ("backup", "backup_made"): _("Backup made: {rows} rows, {files} files"),
    ("backup", "backup_failed"): _("Backup failed: {why}"),
    ("backup", "restored"): _("Restored as of {made_at}"),
    ("backup", "doubtful_waiting"): _("Doubtful messages said once more: {count}"),
    ("backup", "doubtful_dropped"): _("Doubtful messages dropped: {count}"),
    ("branch", "branch_opened"): _("Branch opened: {name}"),
    ("branch", "branch_renamed"): _("Named {name}; before: {was}"),
}
MISSING: dict[str, Sentence] = {
    "price_agreed": _("the price"),
    "travellers_entered": _("travellers' data"),
    "passports_sent": _("passport photos"),
    "passports_accepted": _("accepted passports"),
    "deposit_paid": _("the deposit"),
    "fully_paid": _("the full payment"),
    "voucher_sent": _("the voucher"),
    "departed": _("the departure"),
}
"""What a deal went on without."""
LONGEST = 200
"""Characters of a message in the history; all of it stands with the client."""
_PLACE = re.compile(r"\{(\w+)\}")


def change_told(entry: HistoryEntry) -> Sentence:
    """The change in words; below it what was missing, and the reason if one was given."""
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
        _("Why: {reason}")(reason=_reason(reason)) if reason else None,
    )


def _reason(kept: str) -> Fact:
    return REJECT_REASONS[RejectReason(kept)] if kept in set(RejectReason) else reason_words(kept)


def places(words: Sentence) -> set[str]:
    """The facts these words need."""
    return set(_PLACE.findall(words.english))


def _fact(name: str, value: Any) -> Fact:
    """A fact as kept in the history (plain JSON), as it can be said; one that cannot be read is said as it is."""
    try:
        if name in _READ and value is not None:
            return _READ[name](value)
    except (KeyError, ValueError, TypeError, Refusal):
        pass
    return None if value is None else str(value)


_READ: dict[str, Callable[[Any], Fact]] = {
    "from": step_words,
    "to": step_words,
    **dict.fromkeys(("amount", "price", "deposit", "price_was", "deposit_was"), Money.kept),
    "seats": seats,
    "on": date.fromisoformat,
    **dict.fromkeys(("departs", "was", "becomes"), datetime.fromisoformat),
    "text": lambda kept: kept if len(kept) <= LONGEST else kept[:LONGEST] + "…",
    "method": lambda kept: METHODS[PaymentMethod(kept)],
    "relation": lambda kept: RELATIONS[Relation(kept)],
    **dict.fromkeys(("role", "role_was"), lambda kept: ROLES[Role(kept)]),
    "channel": lambda kept: CHANNELS[Channel(kept)],
}
