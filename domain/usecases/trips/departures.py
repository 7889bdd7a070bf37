"""Departures: the day before, every client hears where to be and when; who could not be reached is called by phone."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache, partial
from typing import Any

from domain.entities.deals import Deal
from domain.entities.notices import Notice, NoticeKind, NoticeState
from domain.entities.people import Right, StaffMember
from domain.entities.trips import Trip
from domain.notices.deals import JOURNEY_AHEAD
from domain.notices.trips import DEPARTURE, DEPARTURE_CHANGED, DEPARTURE_UNREACHED, OF_DEPARTURE, TRIP_CHANGED
from domain.ports.desk import Desk
from domain.ports.routing import stand_in
from domain.queries.bookings import bookings_beside, by_client
from domain.queries.deal_steps import step_fact, waits_for
from domain.queries.staff import colleagues
from domain.usecases.settling.opening import open_settlement
from domain.values.refusals import NotFound, Refusal

PORTION = 25
"""Clients told, or deals closed, in one go: whoever taps meanwhile waits for no more than these."""


def announce_departures(desk: Desk) -> int:
    """The day before has come: every client of the trip is told; who booked or came back later, at once.

    One trip, or one portion of clients, at a time: to be called until it says 0. Says how many trips and people it was.
    """
    for trip in desk.repositories.trips.to_announce(desk.now):
        return 1 + _announce_first(desk, trip)
    done = 0
    for trip in desk.repositories.trips.to_catch_up(desk.now):
        missed = desk.repositories.deals.to_tell(trip, PORTION - done)
        done += _announce(desk, trip, missed, desk.now)
        if done >= PORTION:
            break
    return done


def _announce_first(desk: Desk, trip: Trip) -> int:
    """From now on the trip counts as announced. Its first clients are told; the others are caught up with."""
    trip.told_at = desk.now
    desk.note("trip", trip.id, "announced", departs=trip.departs.isoformat(), place=trip.place)
    everybody = desk.repositories.deals.locked_of_trip(trip)
    for deal in everybody:
        deal.told_at = None  # of an earlier day, if at all: now it counts once more
    reachable = [deal for deal in everybody if deal.client.reachable]
    told = _announce(desk, trip, reachable[:PORTION], trip.reminder_at)
    return told + _report(desk, [deal for deal in everybody if deal.is_unreached], trip)


def tell_change(desk: Desk, trip: Trip, was: dict[str, str]) -> None:
    """Time or place is another now, and everybody who has booked hears it; `was` tells what it was before, as facts.

    Whoever heard of the departure the day before has confirmed nothing yet. The trip is locked. When the day before is
    another day again, all are told once more then, whoever books until then too.
    """
    desk = desk.across_branches()
    booked = desk.repositories.deals.locked_of_trip(trip)
    heard = [deal for deal in booked if trip.told_at or deal.told_at]
    if trip.reminder_at.astimezone(trip.where).date() > desk.now.astimezone(trip.where).date():
        trip.told_at = None
    if not booked:
        return
    trip.changes += 1
    written = _written(desk, booked)
    for client, deals in by_client(heard).items():
        words = _of_all(written, deals)
        before = any(deal.told_at for deal in deals) or _count(words, NoticeState.SENT) > 0
        for deal in deals:
            deal.has_said_nothing_yet()
        if client.reachable:
            _tell(desk, deals[0], DEPARTURE_CHANGED, desk.now, written=words, heard=before, was=was)
    clients_told = {deal.client for deal in heard}
    for client, deals in by_client(booked).items():
        if client not in clients_told and client.reachable:
            _tell(desk, deals[0], TRIP_CHANGED, desk.now, written=_of_all(written, deals), was=was)
    _report(desk, [deal for deal in heard if deal.is_unreached], trip)


def told(desk: Desk, notice: Notice) -> None:
    """Telegram has taken the notice: of a departure, the client counts as told, unless it has changed again."""
    deal = _deal_of(desk, notice)
    if deal is not None and _is_news(notice, deal):
        _told(desk, deal, "message")
        _told_beside(desk, deal, "message")


def unreached(desk: Desk, notice: Notice) -> None:
    """The notice could not be delivered: of a departure, somebody must call."""
    deal = _deal_of(desk, notice)
    if deal is not None and deal.told_at is None:
        desk.note("deal", deal.id, "not_reached")
        if deal.trip is not None:
            _report(desk, [deal], deal.trip)


def _is_news(notice: Notice, deal: Deal) -> bool:
    """Whether it told how things are now."""
    if deal.trip is not None:
        return bool(notice.facts.get("change", 0) >= deal.trip.changes)
    return deal.starts is not None and notice.facts.get("starts") == deal.starts.isoformat()


def told_by_phone(desk: Desk, number: int) -> Deal:
    """A colleague has called the client. Twice is fine. Raises Forbidden, NotFound, Refusal: deal_closed."""
    desk.must(Right.MOVE_DEALS)
    deal = desk.repositories.deals.locked(number)
    if deal.first_day is None:
        raise NotFound("not_found")
    if deal.is_lost:
        raise Refusal("deal_closed", number=deal.id)
    if deal.told_at is None:
        _told(desk, deal, "phone")
        _told_beside(desk, deal, "phone")
    return deal


def _told_beside(desk: Desk, deal: Deal, by: str) -> None:
    """Whatever else the client has booked on the trip: they know of the departure."""
    for other in sorted(bookings_beside(desk, deal), key=lambda one: one.id):
        held = desk.archive.deals.locked(other.id)
        if held.told_at is None and not held.is_lost:
            _told(desk, held, by)


def finish_trips(desk: Desk) -> int:
    """The last day of a trip is over: its deals have travelled.

    One portion of them at a time: to be called until it says 0. Says how many.
    """
    done = 0
    for trip in desk.repositories.trips.to_finish(desk.now, desk.agency.pipelines.told_stages):
        if desk.now.astimezone(trip.where).date() <= trip.returns:
            continue
        for deal in desk.repositories.deals.to_finish(
            trip, desk.agency.pipelines.told_stages, PORTION - done
        ):
            travelled(desk, deal)
            done += 1
        if done >= PORTION:
            break
    return done


def superseded(desk: Desk, notice: Notice, deal: Deal) -> bool:
    """Whether a newer word about the departure is there for this deal: the older one would only confuse."""
    told_of = notice.facts.get("change", 0)
    if deal.trip is None or told_of >= deal.trip.changes:
        return False
    return any(other.facts.get("change", 0) > told_of for other in _written(desk, [deal])[deal.id])


def _announce(desk: Desk, trip: Trip, deals: Sequence[Deal], due_at: datetime) -> int:
    untold = [deal for deal in deals if deal.told_at is None]
    reachable = by_client(deal for deal in untold if deal.client.reachable)
    written = _written(desk, [deal for theirs in reachable.values() for deal in theirs])
    told = 0
    for theirs in reachable.values():
        if not _knows_already(desk, theirs):
            told += _tell(desk, theirs[0], DEPARTURE, due_at, written=_of_all(written, theirs))
    return told + _report(desk, [deal for deal in untold if deal.is_unreached], trip)


def _knows_already(desk: Desk, deals: Sequence[Deal]) -> bool:
    """Who books once more after they were told of the departure is not told again."""
    if all(one.told_at is None for one in bookings_beside(desk, deals[0])):
        return False
    for deal in deals:
        _told(desk, desk.archive.deals.locked(deal.id), "message")
    return True


def _of_all(written: dict[int, list[Notice]], deals: Sequence[Deal]) -> list[Notice]:
    """Newest first."""
    return sorted((one for deal in deals for one in written[deal.id]), key=lambda one: -one.id)


def _written(desk: Desk, deals: Sequence[Deal]) -> dict[int, list[Notice]]:
    """Everything written so far to these clients about the departure, by deal."""
    written: dict[int, list[Notice]] = {deal.id: [] for deal in deals}
    for notice in desk.repositories.notices.about(deals, (*OF_DEPARTURE, TRIP_CHANGED)) if deals else ():
        written[notice.facts["deal"]].append(notice)
    return written


def _count(written: Sequence[Notice], state: NoticeState) -> int:
    return sum(notice.state is state for notice in written)


def _tell(
    desk: Desk,
    deal: Deal,
    kind: NoticeKind,
    due_at: datetime,
    *,
    written: Sequence[Notice],
    heard: bool = False,
    was: dict[str, str] | None = None,
) -> bool:
    """What `was` before is told as they last heard it."""
    trip = deal.trip
    assert trip is not None
    missed = _count(written, NoticeState.UNREACHED)
    # Somebody who blocked us and came back is told again: another key for another try.
    key = f"{deal.id}:{trip.changes}" + (f":{missed}" if missed else "")
    facts: dict[str, Any] = {"deal": deal.id, "trip": trip.id, "change": trip.changes, "heard": heard}
    facts |= _last_heard(written, was or {})
    return desk.notify(deal.client.person, kind, key, due_at=due_at, useless_after=trip.departs_at, **facts)


def _last_heard(written: Sequence[Notice], was: dict[str, str]) -> dict[str, str]:
    """What it was when they last heard of it: of changes that never reached them, what was before the first counts."""
    heard = dict(was)
    for notice in written:  # newest first
        if notice.state is NoticeState.SENT:
            break
        heard |= {name: notice.facts[name] for name in ("departed", "place") if name in notice.facts}
    return heard


def _report(desk: Desk, deals: Sequence[Deal], trip: Trip) -> int:
    """Whoever is responsible hears who must be called; once per trip, as long as nothing is new. How many heard."""
    of_branch = cache(partial(colleagues, desk, Right.MOVE_DEALS))
    theirs: dict[StaffMember, list[Deal]] = {}
    for deal in deals:
        for member in _callers(deal, of_branch):
            calls = stand_in(desk, member, Right.MOVE_DEALS, deal.branch)
            theirs.setdefault(calls, []).append(deal)
    return sum(_report_to(desk, member, unreached, trip) for member, unreached in theirs.items())


def _report_to(desk: Desk, member: StaffMember, deals: Sequence[Deal], trip: Trip) -> bool:
    kind, key = DEPARTURE_UNREACHED, f"{trip.id}:{trip.changes}"
    earlier = desk.repositories.notices.by_key(f"{kind}:{key}:{member.person.id}")
    if earlier is None:
        keys = [key]
    elif earlier.state is NoticeState.WAITING:
        keys = []  # it names everybody who is unreached when it is sent
    else:
        keys = [f"{key}:{deal.id}" for deal in deals if deal.id not in earlier.facts["deals"]]
    if not keys:
        return False
    named = [other.id for other in desk.repositories.deals.of_trip(trip) if other.is_unreached]
    about = partial(
        desk.notify, member.person, kind, useless_after=trip.departs_at, trip=trip.id, deals=named
    )
    return sum(about(one) for one in keys) > 0


def _callers(deal: Deal, of_branch: Callable[[int | None], Sequence[StaffMember]]) -> Sequence[StaffMember]:
    """The responsible; when there is none, or they left or cannot be reached, all of the branch who move deals."""
    responsible = deal.leader
    if responsible is not None and responsible.may(Right.MOVE_DEALS) and responsible.person.reachable:
        return [responsible]
    return of_branch(deal.branch)


def _deal_of(desk: Desk, notice: Notice) -> Deal | None:
    """The deal of a departure's notice, held; None for other notices, and for deals that are lost."""
    if notice.kind not in (*OF_DEPARTURE, JOURNEY_AHEAD):
        return None
    deal = _held(desk, notice.facts["deal"])
    return None if deal.is_lost else deal


def _held(desk: Desk, number: int) -> Deal:
    """The deal, locked, and its trip as it is now: whoever changed that may have held the deal until a moment ago."""
    deal = desk.archive.deals.locked(number)
    if deal.trip is not None:
        desk.archive.trips.anew(deal.trip.id)
    return deal


def _told(desk: Desk, deal: Deal, by: str) -> None:
    """From the step before, the deal goes on to where clients are told; one that still owes something stays where it is.

    So does one whose pipeline has no such stage: what was said is written down all the same, or it would be said again.
    """
    deal.told_at = desk.now
    if deal.trip is not None:
        facts = {"departs": deal.trip.departs.isoformat(), "place": deal.trip.place}
        desk.note("deal", deal.id, "told", by=by, **facts)
    elif deal.starts is not None:
        desk.note("deal", deal.id, "told_of_journey", by=by, on=deal.starts.isoformat())
    pipeline = desk.agency.pipelines.of(deal.step_key)
    following = pipeline.after(deal.step_key) if deal.is_open and pipeline.has(deal.step_key) else None
    if following is None or not following.told:
        return
    gaps = [gap.kind for gap in waits_for(desk, deal)]
    came_from = deal.step_key
    deal.move_to(following, pipeline, desk.now)
    moved = {"from": step_fact(desk, came_from), "to": step_fact(desk, deal.step_key)}
    desk.note("deal", deal.id, "advanced", **moved, missing=gaps)


def travelled(desk: Desk, deal: Deal) -> None:
    """It is over: the deal comes to its end."""
    came_from = deal.step_key
    deal.advance(desk.agency.pipelines.of(came_from), came_from, desk.local_now)
    moved = {"from": step_fact(desk, came_from), "to": step_fact(desk, deal.step_key)}
    desk.note("deal", deal.id, "advanced", **moved)
    open_settlement(desk, deal)
