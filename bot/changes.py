"""The words of every change in the history: what was done to a deal, a client, a trip, an inquiry, a colleague."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from domain.deals import PaymentMethod
from domain.history import HistoryEntry
from domain.inquiries import Channel
from domain.money import read_money
from domain.people import Role
from domain.refusals import Refusal
from locales import Fact, Joined, Sentence, _, lines, verbatim
from locales.terms import CHANNELS, METHODS, ROLES, reason_words, step_words
from locales.things import seats

WORDS: dict[tuple[str, str], Sentence] = {
    # deals
    ("deal", "opened"): _("Opened: {title}, {seats}, {price}. Responsible: {responsible}"),
    ("deal", "advanced"): _("{from} → {to}"),
    ("deal", "overridden"): _("{from} → {to}, although something was missing"),
    ("deal", "lost"): _("{from} → closed"),
    ("deal", "handed_over"): _("Handed over to {name}"),
    ("deal", "priced"): _("Price {price}, deposit {deposit}; before: {price_was} and {deposit_was}"),
    ("deal", "paid"): _("Paid: {amount}, {method}, {on}"),
    ("deal", "payment_taken_back"): _("Payment taken back: {amount}"),
    ("deal", "voucher_sent"): _("Voucher sent"),
    ("deal", "voucher_sent_again"): _("Voucher sent again"),
    ("deal", "voucher_handed_over"): _("Voucher handed over"),
    ("deal", "voucher_asked_again"): _("Asked for the voucher again"),
    ("deal", "told"): _("Told about the departure: {departs}, {place}"),
    ("deal", "confirmed"): _("Will be there: {departs}, {place}"),
    ("deal", "not_reached"): _("The word about the departure did not arrive"),
    # clients
    ("client", "known"): _("File opened: {name}"),
    ("client", "introduced"): _("Named {name}; before: {before}"),
    ("client", "linked"): _("Found in Telegram as {person}"),
    ("client", "waits"): _("Waits for {seats} on {trip}"),
    ("client", "seat_offered"): _("Offered {seats} on {trip}"),
    ("client", "left_line"): _("Left the waiting line for {trip}"),
    ("client", "deal_opened"): _("Deal № {deal} opened: {title}"),
    # trips
    ("trip", "announced"): _("Everybody was told: {departs}, {place}"),
    # inquiries
    ("inquiry", "received"): _("Received from {client}: {channel}"),
    ("inquiry", "converted"): _("Became deal № {deal}"),
    ("inquiry", "closed"): _("Closed"),
    # colleagues
    ("staff", "joined"): _("Joined: {role}"),
    ("staff", "left"): _("Left: {role}"),
    ("invitation", "invited"): _("Invited: {role}"),
}
_PLACE = re.compile(r"\{(\w+)\}")


def change_told(entry: HistoryEntry) -> Sentence:
    """The change in words, and below it the reason if one was given."""
    words = WORDS.get((entry.subject, entry.what))
    if words is None or not places(words) <= entry.facts.keys():
        told = verbatim(entry.what.replace("_", " "))
    else:
        told = words(**{name: _fact(name, value) for name, value in entry.facts.items()})
    reason = entry.facts.get("reason")
    return lines(told, _("Why: {reason}")(reason=reason_words(reason)) if reason else None)


def places(words: Sentence) -> set[str]:
    """The facts these words need."""
    return set(_PLACE.findall(words.english))


def _fact(name: str, value: Any) -> Fact:
    """A fact as kept in the history (plain JSON), as it can be said; one that cannot be read is said as it is."""
    if isinstance(value, list):
        return Joined([str(part) for part in value])
    try:
        return _READ[name](value) if name in _READ and value is not None else value
    except (KeyError, ValueError, TypeError, Refusal):
        return str(value)


def _money(kept: str) -> Fact:
    return read_money(kept, kept[-3:])


_READ: dict[str, Callable[[Any], Fact]] = {
    "from": step_words,
    "to": step_words,
    **dict.fromkeys(("amount", "price", "deposit", "price_was", "deposit_was"), _money),
    "seats": seats,
    "on": date.fromisoformat,
    "departs": datetime.fromisoformat,
    "method": lambda kept: METHODS[PaymentMethod(kept)],
    "role": lambda kept: ROLES[Role(kept)],
    "channel": lambda kept: CHANNELS[Channel(kept)],
}
