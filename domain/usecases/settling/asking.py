"""The day after return colleagues are asked for the cards that are missing, once a day for all; supervisors get the copies."""

from datetime import UTC, date, datetime, time, timedelta

from domain.entities.people import Right, StaffMember
from domain.entities.settling import ASKED_AGAIN, Card, Settlement, Writer
from domain.notices.settling import CARDS_COPIED, CARDS_WANTED
from domain.ports.desk import Desk
from domain.queries.late import callers
from domain.queries.settling import SHOWN_TO_OWNERS, copied_to, missing_of
from domain.values.local_time import first_that_exists

PORTION = 25
AT = time(10)
"""By the agency's clock."""
USEFUL = timedelta(hours=30)


def ask_for_cards(desk: Desk) -> int:
    """One portion; to be called until it says 0. How many journeys it looked at."""
    found = desk.archive.settlements.to_ask(desk.today, PORTION)
    for one in found:
        missing = missing_of(desk, one) if not one.deal.is_lost and not one.deal.called_off else ()
        for member in _writers(desk, one, missing):
            _ask(desk, member)
        one.ask_on = _again(desk, one) if missing else None
        one.asked += 1
    return len(found)


def _again(desk: Desk, one: Settlement) -> date | None:
    if one.asked >= len(ASKED_AGAIN):
        return None
    return desk.today + timedelta(days=ASKED_AGAIN[one.asked])


def _writers(desk: Desk, one: Settlement, missing: tuple[Card, ...]) -> list[StaffMember]:
    """Who led it, and who went along; of who has left the agency, those who call its client instead."""
    who: list[StaffMember] = []
    writers = {card.writer for card in missing}
    if Writer.SELLER in writers:
        who += callers(desk, one.deal)
    if Writer.GUIDE in writers and one.deal.trip is not None:
        who += [each.member for each in desk.archive.trips.guides(one.deal.trip) if each.member.active]
    return [each for each in dict.fromkeys(who) if each.may(Right.WRITE_CARDS)]


def _ask(desk: Desk, member: StaffMember) -> None:
    day = desk.today.isoformat()
    at = _at(desk)
    desk.notify(member.person, CARDS_WANTED, day, due_at=at, useless_after=at + USEFUL, day=day)


def copy_cards(desk: Desk) -> int:
    """Yesterday's records go to the authors' supervisors and to the owners, one message each. How many were told."""
    today = datetime.combine(desk.today, time())
    until = first_that_exists(today, desk.agency.zone).replace(tzinfo=desk.agency.zone)
    since = until - timedelta(days=1)
    written = desk.archive.journey_records.written(since, until, SHOWN_TO_OWNERS)
    hear = dict.fromkeys(one for record in written for one in copied_to(desk, record))
    day = (desk.today - timedelta(days=1)).isoformat()
    at = _at(desk)
    return sum(
        desk.notify(one.person, CARDS_COPIED, day, due_at=at, useless_after=at + USEFUL, day=day)
        for one in hear
        if desk.notice_of(one.person, CARDS_COPIED, day) is None
    )


def _at(desk: Desk) -> datetime:
    local = first_that_exists(datetime.combine(desk.today, AT), desk.agency.zone)
    return max(desk.now, local.replace(tzinfo=desk.agency.zone).astimezone(UTC))
