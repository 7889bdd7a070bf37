"""A journey that has come to its end waits to be settled: whoever sold it and whoever guided it write their cards."""

from datetime import timedelta

from domain.entities.deals import Deal
from domain.entities.settling import Settlement
from domain.ports.desk import Desk


def open_settlement(desk: Desk, deal: Deal) -> Settlement:
    """From the day after the last one on its cards are asked for. Twice is once."""
    there = desk.archive.settlements.of(deal)
    if there is not None:
        return there
    trip = deal.trip
    guided = trip is not None and bool(desk.archive.trips.guides(trip))
    over = deal.last_day + timedelta(days=1) if deal.last_day else desk.today
    new = Settlement(deal, desk.now, guided, max(over, desk.today))
    if trip is not None and (written := desk.archive.journey_records.of_trip(trip)) is not None:
        new.guides_record_at = written.written_at
    desk.archive.settlements.add(new)
    return new
