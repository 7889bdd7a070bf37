"""The agency's own text of a notice, with its places filled: for a client, or as one is shown it beforehand."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.notices import NoticeKind
from domain.entities.texts import told_lines
from domain.entities.trip_plans import Transport
from domain.entities.trips import Trip
from domain.ports.agency import Agency
from domain.values.language import Language
from domain.values.local_time import day_before
from domain.values.money import Money
from locales.sentence import Fact, Sentence, _, verbatim
from locales.terms.clients import people
from locales.terms.notices import NOTICES
from locales.terms.places import Told, told_in
from locales.voice import Voice

_SAMPLE = "Anna Petrova"
_NOTHING: Mapping[str, Fact] = {}


def worded(kind: NoticeKind, text: str, told: Told, sample: Mapping[str, Fact] = _NOTHING) -> Sentence | None:
    """A line that has nothing to say in one of its places is left out. None when what must be said cannot be.

    The `sample` stands where there is nothing to say.
    """
    facts = {
        **sample,
        **{name: fact for name, fact in told_in(told, kind.places).items() if fact is not None},
    }
    facts = {name: facts.get(name) for name in kind.places}
    empty = {name for name, fact in facts.items() if fact is None}
    left = None if empty & {*kind.needs} else told_lines(text, empty)
    if left is None:
        return None
    if isinstance(when := facts.get("when"), Sentence):
        left = _within_lines(left)
        facts["within"] = verbatim(_small(told.voice.plain(when)))
    return Sentence(left, facts=facts)


_TAG = re.compile(r"<[^>]*>")


def _within_lines(text: str) -> str:
    """“Today”, “tomorrow” and “soon” are another place, `within`, where words stand before them in their line."""
    return "\n".join(map(_within, text.split("\n")))


def _within(line: str) -> str:
    before, place, rest = line.partition("{when}")
    begins = not any(letter.isalpha() for letter in _TAG.sub("", before))
    return line if begins or not place else f"{before}{{within}}{rest}"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def ours(kind: NoticeKind, language: Language, agency: Agency) -> str:
    """Our words with the places in them: to begin with."""
    return Voice(language, agency.zone, None).html(NOTICES[kind].ours)


def preview(
    kind: NoticeKind, text: str, language: Language, agency: Agency, now: datetime, deal: Deal | None
) -> Sentence:
    """As a client of this deal would read it, in that language whoever looks; of a made-up one without a deal."""
    voice = Voice(language, agency.zone, now.astimezone(agency.zone).date())
    shown = deal if deal is not None and deal.trip is not None else _sample_deal(agency, now)
    told = Told(agency, voice, now, shown.client.name, shown, shown.trip, _sample_facts(shown))
    said = worded(kind, text, told, _FOUND)
    return already_said(voice.html(said)) if said else _("There is nothing to tell about this deal.")


_FOUND: dict[str, Fact] = {
    "turn": 2,
    "text": _("Yes, there are seats left."),
    "wish": verbatim("🏝 Lisbon"),
    "travellers": _SAMPLE,
    "missing": people(2),
    "responsible": "Boris",
}


def _sample_facts(deal: Deal) -> dict[str, object]:
    """Such as notices are written with."""
    trip = deal.trip
    assert trip is not None
    amount = deal.deposit_owed or deal.owed or deal.price
    return {
        "amount": str(amount),
        "due": trip.balance_due.isoformat(),
        "paid": str(deal.paid),
        "owed": str(deal.owed),
        "reason": "blurred",
        "name": next((traveller.name for traveller in deal.party), deal.client.name),
        "departed": (trip.departs - timedelta(minutes=30)).isoformat(),
    }


def _sample_deal(agency: Agency, now: datetime) -> Deal:
    """Of nobody, in no database."""
    day: date = now.astimezone(agency.zone).date() + timedelta(days=1)
    departs = datetime.combine(day, time(6, 30))
    zone, price = agency.zone.key, Money(30000, agency.currency)
    trip = Trip(
        "Ohrid",
        Transport.COACH,
        departs,
        zone,
        departs.replace(tzinfo=agency.zone).astimezone(UTC),
        day_before(departs, agency.zone),
        "Plovdiv",
        day + timedelta(days=3),
        45,
        price,
        Money(10000, agency.currency),
        day,
        day,
        day,
        now,
        bring="🛂",
    )
    return Deal(Client(_SAMPLE, None, now), "Ohrid", 2, price * 2, Money(20000, agency.currency), now, trip)


def already_said(html: str) -> Sentence:
    """What was said in another voice; its braces are no places."""
    return Sentence(html.replace("{", "&#123;").replace("}", "&#125;"))
