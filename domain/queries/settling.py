"""What is missing before a journey is settled: of one deal, of a trip, of mine, of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.definitions import ONLY
from domain.entities.people import Right, Role, StaffMember
from domain.entities.settling import SETTLING, Card, JourneyRecord, Settlement, Settling, Writer
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.ports.routing import mine_and_stood_for
from domain.queries.late import MOST
from domain.queries.settings import Settled
from domain.queries.supervisors import above
from domain.values.local_time import first_that_exists
from domain.values.refusals import NotFound, Refusal

SHOWN_TO_OWNERS = 50
"""Records of a day, at most, that are copied."""


def settling_of(desk: Desk) -> Settling:
    """As the owner has it."""
    return desk.agency.definitions.one(SETTLING)


def settling_to_change(desk: Desk) -> Settled[Settling]:
    """Raises Forbidden."""
    desk.must(Right.CHANGE_SETTINGS)
    return Settled(settling_of(desk), desk.agency.definitions.revision(SETTLING, ONLY))


@dataclass(frozen=True)
class SettlementCard:
    """A deal whose journey is over; None where it is not, or nobody has asked yet."""

    deal: Deal
    settlement: Settlement | None
    records: Sequence[JourneyRecord]
    missing: tuple[Card, ...]


def settlement_card(desk: Desk, number: int) -> SettlementCard:
    """Raises Forbidden, NotFound, Refusal: deal_not_travelled."""
    desk.must(Right.SEE_DEALS)
    deal = desk.repositories.deals.get(number)
    must_have_travelled(desk, deal)
    settlement = desk.repositories.settlements.of(deal)
    records = desk.repositories.journey_records.of_deal(deal)
    return SettlementCard(deal, settlement, records, missing_of(desk, settlement))


def missing_of(desk: Desk, settlement: Settlement | None) -> tuple[Card, ...]:
    settling = settling_of(desk)
    if settlement is None:
        return tuple(card for card in (Card.RECORD, Card.DATA) if settling.wants(card))
    return settlement.missing(settling)


def has_travelled(desk: Desk, deal: Deal) -> bool:
    """Whether it has come to its end, in whichever pipeline, and its last day is over."""
    over = deal.last_day is None or deal.last_day < desk.today
    return not deal.is_open and not deal.is_lost and not deal.called_off and over


def must_have_travelled(desk: Desk, deal: Deal) -> None:
    """Raises Refusal: deal_not_travelled."""
    if not has_travelled(desk, deal):
        raise Refusal("deal_not_travelled", number=deal.id)


def settlement_shown(desk: Desk, deal: Deal) -> Settlement | None:
    """On the deal's card. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.settlements.of(deal) if has_travelled(desk, deal) else None


def unsettled(desk: Desk, *, mine: bool = False, limit: int = 8, offset: int = 0) -> Sequence[Settlement]:
    """The longest over first. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    whose = mine_and_stood_for(desk) if mine else ()
    return desk.repositories.settlements.unsettled(whose, limit, offset)


def count_unsettled(desk: Desk, *, mine: bool = False) -> int:
    """Up to `MOST`. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    whose = mine_and_stood_for(desk) if mine else ()
    return desk.repositories.settlements.count_unsettled(whose, MOST)


def trips_to_record(desk: Desk, limit: int = 8) -> Sequence[Trip]:
    """With which the actor went along, and which still want their record. Raises Forbidden."""
    desk.must(Right.WRITE_CARDS)
    staff = desk.actor.staff
    if staff is None or not settling_of(desk).wants(Card.GUIDES_RECORD):
        return ()
    return desk.archive.settlements.unguided([staff], limit)


@dataclass(frozen=True)
class RecordOf:
    """What a record is about: a deal, or a guide's whole trip; `before`: what they wrote of it already."""

    writer: Writer
    deal: Deal | None
    trip: Trip | None
    before: JourneyRecord | None


def record_of_deal(desk: Desk, number: int) -> RecordOf:
    """By the seller; by a guide, of one client on their trip. Raises Forbidden, NotFound, Refusal: deal_not_travelled."""
    desk.must(Right.WRITE_CARDS)
    if desk.actor.may(Right.MOVE_DEALS):
        deal = desk.repositories.deals.get(number)
        must_have_travelled(desk, deal)
        return RecordOf(Writer.SELLER, deal, None, _written(desk, deal, Writer.SELLER))
    deal = guided_deal(desk, number)
    return RecordOf(Writer.GUIDE, deal, deal.trip, _written(desk, deal, Writer.GUIDE))


def guided_deal(desk: Desk, number: int) -> Deal:
    """Of a client with whom the actor goes along as their guide, or whose file they change anyway.

    Raises Forbidden, NotFound.
    """
    desk.must(Right.WRITE_CARDS)
    if desk.actor.may(Right.CHANGE_CLIENTS):
        return desk.repositories.deals.get(number)
    deal = desk.archive.deals.get(number)
    if deal.trip is None or not _goes_along(desk, deal.trip) or deal.is_lost:
        raise NotFound("no_such_deal")
    return deal


def record_of_trip(desk: Desk, number: int) -> RecordOf:
    """By its guide, or by who plans trips in their place.

    Raises Forbidden, NotFound, Refusal: trip_cancelled, trip_not_left.
    """
    desk.must(Right.WRITE_CARDS)
    trip = desk.repositories.trips.get(number)
    if not _is_theirs(desk, trip):
        raise NotFound("not_found")
    if trip.cancelled_at is not None:
        raise Refusal("trip_cancelled", trip=trip.title)
    if trip.departs_at > desk.now:
        raise Refusal("trip_not_left", trip=trip.title)
    return RecordOf(Writer.GUIDE, None, trip, desk.archive.journey_records.of_trip(trip))


def data_card_of(desk: Desk, number: int) -> Deal:
    """Of whose client it is looked through. Raises Forbidden, NotFound, Refusal: deal_not_travelled."""
    desk.must(Right.CHANGE_CLIENTS)
    deal = desk.repositories.deals.get(number)
    must_have_travelled(desk, deal)
    return deal


def last_record_of(desk: Desk, client: Client) -> JourneyRecord | None:
    """What was learnt on the last journey. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.journey_records.newest_of(client)


def records_copied(desk: Desk, day: str) -> Sequence[JourneyRecord]:
    """Written on that day by others whom the actor supervises; of an owner by all. Raises NotFound."""
    staff = desk.actor.staff
    if staff is None or not staff.active:
        raise NotFound("not_found")
    return copied_records(desk, staff, day)


def copied_records(desk: Desk, member: StaffMember, day: str) -> Sequence[JourneyRecord]:
    """Of that day, for this supervisor or owner. Raises NotFound."""
    since = _midnight(desk, day)
    found = desk.repositories.journey_records.written(since, since + timedelta(days=1), SHOWN_TO_OWNERS)
    return [one for one in found if member in copied_to(desk, one)]


def copied_to(desk: Desk, record: JourneyRecord) -> list[StaffMember]:
    """The author's supervisor, and the owners; never the author."""
    owners = [one for one in desk.colleagues.values() if one.role is Role.OWNER]
    hear = dict.fromkeys([*above(desk, [record.author]), *owners])
    branch = record.deal.branch if record.deal else None
    return [one for one in hear if one is not record.author and one.sees(branch)]


def _midnight(desk: Desk, day: str) -> datetime:
    try:
        begins = datetime.combine(datetime.fromisoformat(day).date(), time())
    except ValueError:
        raise NotFound("out_of_date") from None
    return first_that_exists(begins, desk.agency.zone).replace(tzinfo=desk.agency.zone)


def _is_theirs(desk: Desk, trip: Trip) -> bool:
    """Of a branch's trip its own managers write in the guide's place."""
    staff = desk.actor.staff
    plans = desk.actor.may(Right.PLAN_TRIPS) and (staff is None or staff.sees(trip.branch))
    return plans or _goes_along(desk, trip)


def _goes_along(desk: Desk, trip: Trip) -> bool:
    return any(one.member is desk.actor.staff for one in desk.archive.trips.guides(trip))


def _written(desk: Desk, deal: Deal, writer: Writer) -> JourneyRecord | None:
    of_deal = desk.archive.journey_records.of_deal(deal)
    return next((one for one in of_deal if one.deal is deal and one.writer is writer), None)


def writes_record_of(desk: Desk, trip: Trip) -> bool:
    """Whether the actor writes the guide's record of this trip: once it has left. Raises Forbidden."""
    desk.must(Right.WRITE_CARDS)
    if trip.cancelled_at is not None or trip.departs_at > desk.now:
        return False
    return _is_theirs(desk, trip)


def clients_of_trip(desk: Desk, number: int, text: str, limit: int, offset: int) -> Sequence[Deal]:
    """Of whom its guide may say something apart. Raises Forbidden, NotFound, Refusal: trip_cancelled, trip_not_left."""
    trip = record_of_trip(desk, number).trip
    assert trip is not None
    words = text.casefold()
    went = [one for one in desk.archive.deals.of_trip(trip) if words in one.client.name.casefold()]
    return [one for one in went if not one.is_lost][offset : offset + limit]
