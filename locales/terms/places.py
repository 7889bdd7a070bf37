"""What may stand in the places of the agency's own texts: what each means, and how it is told of a real client."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from domain.entities.deals import Deal
from domain.entities.trips import Trip
from domain.ports.agency import Agency
from domain.values.money import Money
from locales.sentence import Fact, Joined, Sentence, Weekday, _
from locales.terms.cities import clock
from locales.terms.clients import people
from locales.terms.documents import paper_reason_words
from locales.terms.payments import how_to_pay
from locales.terms.trip_words import place_words, twice_words
from locales.terms.trips import seats
from locales.voice import Voice


@dataclass(frozen=True)
class Told:
    """What a notice is about. `facts` are those it was written with, as plain JSON; `party` and `turn` are how it is now."""

    agency: Agency
    voice: Voice
    now: datetime
    client: str
    deal: Deal | None = None
    trip: Trip | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    found: Mapping[str, Fact] = field(default_factory=dict)
    """What only the words of this kind know."""


Tells = Callable[[Told], Fact]


@dataclass(frozen=True)
class Place:
    """`means` explains it to the owner; `tells` is None where there is nothing to say."""

    means: Sentence
    tells: Tells


def told_in(told: Told, places: tuple[str, ...]) -> dict[str, Fact]:
    """What stands in each of these places."""
    return {name: told.found[name] if name in told.found else PLACES[name].tells(told) for name in places}


def _first_name(told: Told) -> Fact:
    return told.client.split()[0] if told.client.split() else None


def _trip(told: Told) -> Fact:
    if told.deal is not None:
        return told.deal.called
    return told.trip.title if told.trip else None


def _day(told: Told) -> Fact:
    return Weekday(told.trip.departs.date()) if told.trip else None


def _time(told: Told) -> Fact:
    trip = told.trip
    if trip is None:
        return None
    plain = _("{time} ({clock})")(
        time=trip.departs.time(), clock=clock(trip.zone, trip.departs, told.voice.locale)
    )
    twice = twice_words(trip)
    return _("{time}. {warning}")(time=plain, warning=twice) if twice else plain


def _place(told: Told) -> Fact:
    return place_words(told.trip.words("place"), told.trip.point) if told.trip else None


def _when(told: Told) -> Fact:
    if told.trip is None:
        return None
    ahead = (told.trip.departs.date() - told.now.astimezone(told.trip.where).date()).days
    return {0: _("Today"), 1: _("Tomorrow")}.get(ahead, _("Soon"))


def _bring(told: Told) -> Fact:
    return told.trip.words("bring") if told.trip and told.trip.bring else None


def _owed(told: Told) -> Fact:
    owed = Money.kept(told.facts["owed"]) if "owed" in told.facts else told.deal.owed if told.deal else None
    return owed if owed is not None and owed.minor > 0 else None


def _paid(told: Told) -> Fact:
    paid = Money.kept(told.facts["paid"]) if "paid" in told.facts else told.deal.paid if told.deal else None
    return paid if paid else None


def _due(told: Told) -> Fact:
    if told.facts.get("due"):
        return date.fromisoformat(told.facts["due"])
    return told.deal.documents_due if told.deal and "due" not in told.facts else None


def _number(told: Told) -> Fact:
    return told.deal.id if told.deal else None


def _price(told: Told) -> Fact:
    return told.deal.price if told.deal and told.deal.price else None


def _seats(told: Told) -> Fact:
    return seats(told.deal.seats) if told.deal else None


def _responsible(told: Told) -> Fact:
    who = told.deal.responsible if told.deal else None
    return who.first_name if who else None


def _amount(told: Told) -> Fact:
    return Money.kept(told.facts["amount"]) if "amount" in told.facts else None


def _travellers(told: Told) -> Fact:
    names = [traveller.name for traveller in told.deal.without_passport] if told.deal else []
    return Joined(names) if names else None


def _missing(told: Told) -> Fact:
    if told.deal is None:
        return None
    count = told.deal.seats - sum(traveller.complete for traveller in told.deal.party)
    return people(count) if count > 0 else None


def _was(told: Told) -> Fact:
    before: list[Sentence] = []
    if departed := told.facts.get("departed"):
        was = datetime.fromisoformat(departed)
        before.append(_("{day}, {time}")(day=Weekday(was.date()), time=was.time()))
    if place := told.facts.get("place"):
        before.append(_("{place}")(place=place))
    return Joined(before, by="\n") if before else None


def _voucher(told: Told) -> Fact:
    if told.deal is None or told.deal.voucher_sent_at is None:
        return None
    return _("🎫 Your voucher still shows the old details; the new one is under “My trip”.")


def _reason(told: Told) -> Fact:
    return paper_reason_words(str(told.facts["reason"])) if "reason" in told.facts else None


PLACES: dict[str, Place] = {
    "client": Place(_("the client's first name"), _first_name),
    "agency": Place(_("the name of the agency"), lambda told: told.agency.name),
    "phone": Place(_("the phone of the agency"), lambda told: told.agency.phone),
    "trip": Place(_("the trip and its date"), _trip),
    "number": Place(_("the booking number"), _number),
    "seats": Place(_("how many seats"), _seats),
    "price": Place(_("the price of all seats"), _price),
    "responsible": Place(_("the colleague who looks after the client"), _responsible),
    "when": Place(_("“today”, “tomorrow” or “soon”"), _when),
    "day": Place(_("the day of departure"), _day),
    "time": Place(_("the time of departure and its time zone"), _time),
    "place": Place(_("the place of departure, with a map"), _place),
    "bring": Place(_("what to bring"), _bring),
    "owed": Place(_("what is left to pay"), _owed),
    "paid": Place(_("what was paid so far"), _paid),
    "amount": Place(_("the amount this is about"), _amount),
    "due": Place(_("the last day for it"), _due),
    "how_to_pay": Place(_("how to pay, as in the profile"), lambda told: how_to_pay(told.agency)),
    "travellers": Place(_("whose passports are missing"), _travellers),
    "missing": Place(_("how many people's details are missing"), _missing),
    "traveller": Place(_("whose document it is"), lambda told: told.facts.get("name")),
    "reason": Place(_("why the document cannot be used"), _reason),
    "was": Place(_("what it was before"), _was),
    "voucher": Place(_("that the voucher has changed, for those who have one"), _voucher),
    "wish": Place(_("what was asked for"), lambda _told: None),
    "offer": Place(_("what is offered"), lambda _told: None),
    "turn": Place(_("the place on the waiting list"), lambda _told: None),
    "text": Place(_("what the colleague has written"), lambda _told: None),
}
