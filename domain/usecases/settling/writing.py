"""The cards after a journey: the record of how it went, and the client's data card, looked through."""

from collections.abc import Mapping
from typing import Any

from domain.entities.client_facts import is_known
from domain.entities.deals import Deal
from domain.entities.observations import Noticed, Watched
from domain.entities.settling import MARKS, Card, JourneyRecord, Told, Writer
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.settling import RecordOf, data_card_of, guided_deal, record_of_deal, record_of_trip
from domain.usecases.clients.facts import change_fact, fact_learnt
from domain.usecases.observations.noting import note_observation
from domain.usecases.settling.opening import open_settlement
from domain.values.refusals import Refusal
from domain.values.translated import Translated

ASKED_FACTS = ("stars", "nights", "board", "sea_line", "habit", "ask_next")
"""What the data card asks of, where it is missing or may have changed."""
GUIDES_FACTS = ("board", "habit", "ask_next")
"""What shows on the way."""


def record_deal(desk: Desk, number: int, told: Told) -> JourneyRecord:
    """Once more is a correction. Raises Forbidden, NotFound, Refusal: deal_not_travelled, not_a_mark."""
    about = record_of_deal(desk, number)
    deal = about.deal
    assert deal is not None
    record = _write(desk, about, told)
    desk.note("deal", deal.id, "record_written", mark=told.mark, writer=about.writer.value)
    if about.writer is Writer.SELLER:
        _complete(desk, deal, Card.RECORD)
    return record


def record_trip(desk: Desk, number: int, told: Told) -> JourneyRecord:
    """One for all who went. Raises Forbidden, NotFound, Refusal: trip_cancelled, trip_not_left, not_a_mark."""
    about = record_of_trip(desk, number)
    trip = about.trip
    assert trip is not None
    record = _write(desk, about, told)
    desk.note("trip", trip.id, "record_written", mark=told.mark)
    for settlement in desk.archive.settlements.of_trip(trip):
        settlement.has(Card.GUIDES_RECORD, desk.now)
    return record


def fill_data_card(desk: Desk, number: int, facts: Mapping[str, Any]) -> Deal:
    """What is said of these facts holds; of the others it was looked whether they still do.

    Raises Forbidden, NotFound, Refusal: deal_not_travelled, and as each fact is read.
    """
    deal = data_card_of(desk, number)
    for key in ASKED_FACTS:
        if is_known(facts.get(key)) and facts[key] != getattr(deal.client, key):
            change_fact(desk, deal.client.id, key, facts[key])
    desk.note("deal", deal.id, "data_card")
    _complete(desk, deal, Card.DATA)
    return deal


def fill_guides_card(desk: Desk, number: int, facts: Mapping[str, Any]) -> Deal:
    """What a guide has learnt of a client on the way: only what they say themselves; what else is known they do not see.

    Raises Forbidden, NotFound, and Refusal as each fact is read.
    """
    deal = guided_deal(desk, number)
    for key in GUIDES_FACTS:
        if is_known(facts.get(key)):
            fact_learnt(desk, deal.client.id, key, facts[key])
    return deal


def _write(desk: Desk, about: RecordOf, told: Told) -> JourneyRecord:
    if told.mark not in MARKS:
        raise Refusal("not_a_mark")
    author = desk.actor.staff
    assert author is not None
    before = about.before
    if told.market and (before is None or told.market != before.market):
        _file(desk, about.deal, about.trip, told.market)
    if before is None:
        before = JourneyRecord(author, about.writer, desk.now, told.mark, about.deal, about.trip)
        desk.archive.journey_records.add(before)
    else:
        before = desk.archive.journey_records.locked(before.id)
        before.changed_at = desk.now
    before.says(told)
    return before


def _file(desk: Desk, deal: Deal | None, trip: Trip | None, words: str) -> None:
    """Under where it went, for all who sell."""
    trip = trip or (deal.trip if deal else None)
    place = trip.words("name") if trip else deal.called if deal else Translated("")
    note_observation(desk, Noticed(Watched.DESTINATION, place, words))


def _complete(desk: Desk, deal: Deal, card: Card) -> None:
    open_settlement(desk, deal)
    desk.archive.flush()
    settlement = desk.archive.settlements.held(deal)
    assert settlement is not None
    settlement.has(card, desk.now)
