"""Deals, whole: with client, trip, responsible, travellers, payments and documents."""

import sys
from collections.abc import Collection, Sequence
from datetime import date
from typing import TypeVarTuple

from sqlalchemy import ColumnElement, Select, Subquery, exists, func, or_, select, union_all

from domain.entities.branches import within
from domain.entities.client_sketch import Journey
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.participants import BorderList, ParticipantList
from domain.entities.people import RIGHTS, Right, Role, StaffMember
from domain.entities.stages import LOST
from domain.entities.travellers import Traveller
from domain.entities.trips import Trip
from storage.mapping import clients, deals, staff_members, travellers
from storage.repositories.due import DueDeals, led_by
from storage.repositories.journeys import journeys_of
from storage.repositories.loads import known, one, several
from storage.repositories.participants import border_of, participants_of
from storage.repositories.reach import Conditions, reached
from storage.repositories.steps import LAST, STEPS_THERE, at_stages
from storage.repositories.unsettled import unsettled
from storage.repositories.untold import REACHABLE, untold
from storage.search.tokens import Words, find, fits, trip_words

Row = TypeVarTuple("Row")
_LOOKED_AT = 200
"""Travellers of a name: whoever looks for one of more writes more of it."""


DEAL = (
    one("client", one("person")),
    one("trip"),
    one("responsible", one("person")),
    several("travellers"),
    several("payments", one("recorded_by")),
    several("documents", known("deal"), known("traveller"), one("checked_by"), one("file")),
)
"""A deal, whole."""

_LINE = (one("trip"),)
"""A deal's name, among others."""


class SqlDeals(DueDeals):
    kind, table, missing = Deal, deals, "no_such_deal"
    loads = DEAL

    def of(
        self,
        client: Client,
        only_open: bool = False,  # noqa: FBT001
        limit: int | None = None,
    ) -> Sequence[Deal]:
        theirs = self._seen().where(deals.c.client_id == client.id).order_by(deals.c.id.desc())
        theirs = theirs.where(deals.c.closed_at.is_(None)) if only_open else theirs
        return self._list(theirs if limit is None else theirs.limit(limit))

    def newest_of(self, client: Client, limit: int) -> Sequence[Deal]:
        theirs = self._seen().where(deals.c.client_id == client.id).order_by(deals.c.id.desc())
        return self._list(theirs.limit(limit), _LINE)

    def unsettled_of(self, client: Client) -> Sequence[Deal]:
        theirs = self._seen().where(deals.c.client_id == client.id, unsettled())
        return self._list(theirs.order_by(deals.c.id))

    def journeys_of(self, client: Client, today: date, limit: int) -> Sequence[Journey]:
        theirs = self._seen().where(deals.c.client_id == client.id)
        return journeys_of(self.session, theirs, today, limit)

    def newest(self, limit: int) -> Sequence[Deal]:
        return self._list(self._seen().order_by(deals.c.id.desc()).limit(limit))

    def of_trip(self, trip: Trip) -> Sequence[Deal]:
        return self._list(self._of_trip(trip))

    def locked_of_trip(self, trip: Trip) -> Sequence[Deal]:
        return self._list(self._held(self._of_trip(trip)))

    def _of_trip(self, trip: Trip) -> Select[Deal]:
        kept = self._seen().where(deals.c.trip_id == trip.id, deals.c.step_key != LOST)
        return kept.order_by(deals.c.id)

    def to_tell(self, trip: Trip, limit: int) -> Sequence[Deal]:
        first = untold(trip.id, trip.told_at or trip.created_at, trip.changes)
        first = first.where(*self._reached()).order_by(REACHABLE.desc(), deals.c.id).limit(limit)
        return self._of(sorted(self.session.scalars(first)), self.loads)

    def to_finish(self, trip: Trip, stages: Collection[str], limit: int) -> Sequence[Deal]:
        told = self._of_trip(trip).where(deals.c.closed_at.is_(None), at_stages(stages))
        return self._list(self._held(told.limit(limit)))

    def journeys_to_tell(self, first_day: date, last_day: date) -> Sequence[Deal]:
        soon = self._journeys().where(deals.c.starts.between(first_day, last_day), deals.c.told_at.is_(None))
        return self._list(self._held(soon.order_by(deals.c.starts, deals.c.id)))

    def journeys_to_finish(self, today: date, stages: Collection[str], limit: int) -> Sequence[Deal]:
        last_day = func.coalesce(deals.c.ends, deals.c.starts)
        over = self._journeys().where(deals.c.starts < today, last_day < today, at_stages(stages))
        return self._list(self._held(over.order_by(deals.c.starts, deals.c.id).limit(limit)))

    def _journeys(self) -> Select[Deal]:
        tailor_made = deals.c.starts.is_not(None), deals.c.trip_id.is_(None)
        return self._seen().where(deals.c.closed_at.is_(None), *tailor_made)

    def at_stage(
        self, stage: str, responsible: Collection[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Deal]:
        """The first of each step are read from the index in order: how many wait behind them costs nothing.

        Every deal that was opened through `booking` stands somewhere since some moment.
        """
        keys = self._steps_there(stage, f"{stage}/")
        longest = deals.c.step_since, deals.c.id
        there = select(*longest).where(deals.c.closed_at.is_(None), *self._reached())
        arms = [
            _of(responsible, there).where(deals.c.step_key == key).order_by(*longest).limit(limit + offset)
            for key in keys
            if key == stage or key.startswith(f"{stage}.")
        ]
        if not arms:
            return []
        first = union_all(*(select(arm.subquery()) for arm in arms)).subquery()
        page = select(first.c.id).order_by(first.c.step_since, first.c.id).limit(limit).offset(offset)
        self.session.autoflushed()
        return self._of(self.session.scalars(page).all(), self.loads)

    def count_by_stage(
        self, responsible: Collection[StaffMember] = (), most: int | None = None
    ) -> dict[str, int]:
        there = _of(responsible, select(deals.c.step_key)).where(
            deals.c.closed_at.is_(None), *self._reached()
        )
        self.session.autoflushed()
        if most is None:
            arms = [there.add_columns(func.count()).group_by(deals.c.step_key)]
        else:  # a look into the index for each step, no further than it is counted
            steps = self._steps_there("", LAST)
            arms = [_counted(there.where(deals.c.step_key == key).limit(most).subquery()) for key in steps]
        counts: dict[str, int] = {}
        for key, count in self.session.execute(union_all(*arms)) if arms else ():
            stage = key.partition(".")[0]
            counts[stage] = min(counts.get(stage, 0) + count, most or sys.maxsize)
        return counts

    def _steps_there(self, stage: str, beyond: str) -> Sequence[str]:
        return self.session.scalars(STEPS_THERE, {"stage": stage, "beyond": beyond}).all()

    def with_passport(self, number: str, limit: int = 8) -> Sequence[Deal]:
        hashes = self.session.must_have_keys().hashes(number)
        travels = select(travellers.c.deal_id).where(travellers.c.passport_hash.in_(hashes))
        theirs = self._seen().where(deals.c.id.in_(travels)).order_by(deals.c.id.desc())
        return self._list(theirs.limit(limit))

    def with_travellers(self, numbers: Collection[int]) -> Sequence[Deal]:
        travels = select(travellers.c.deal_id).where(travellers.c.id.in_(numbers))
        return self._list(self._seen().where(deals.c.id.in_(travels)).order_by(deals.c.id.desc()))

    def participants(self, trip: Trip, stage: str | None = None, fields: bool = False) -> ParticipantList:  # noqa: FBT001
        return participants_of(self.session, trip, stage, self.reach, fields)

    def border(self, trip: Trip) -> BorderList:
        return border_of(self.session, trip, self.reach)

    def travelling(
        self, text: str, limit: int = 8, offset: int = 0, trips: Sequence[Trip] | None = None
    ) -> Sequence[tuple[Deal, Traveller]]:
        words = trip_words(text)
        if not words:
            return []
        numbers = self._on_trips(words, trips) if trips is not None else self._everywhere(words)
        page = numbers[offset : offset + limit]
        found = {deal.id: deal for deal in self._of([deal for _one, deal in page], self.loads)}
        return [(found[deal], found[deal].traveller(one)) for one, deal in page if deal in found]

    def _everywhere(self, words: Words) -> list[tuple[int, int]]:
        """Of the best that fit, those within reach: a name that fits more is written out."""
        best = find(self.session, "traveller", words, _LOOKED_AT, 0)
        if not best:
            return []
        others = func.lower(travellers.c.name) != func.lower(clients.c.name)
        rows = self._going(travellers.c.id.in_(best), others, *self._reached())
        return [(one, rows[one]) for one in best if one in rows]

    def _on_trips(self, words: Words, trips: Sequence[Trip]) -> list[tuple[int, int]]:
        """The coach is read and compared here, as long as it is: the index of names knows nothing of trips."""
        rows = self._going(deals.c.trip_id.in_([trip.id for trip in trips]))
        names = self.travellers_named(list(rows))
        return [(one, rows[one]) for one in sorted(rows) if fits(words, names[one])]

    def _going(self, *which: ColumnElement[bool]) -> dict[int, int]:
        """The deal of each traveller who goes."""
        joined = travellers.join(deals).join(clients, clients.c.id == deals.c.client_id)
        going = select(travellers.c.id, travellers.c.deal_id).select_from(joined)
        kept = going.where(travellers.c.cancelled_at.is_(None), deals.c.step_key != LOST, *which)
        return {row.id: row.deal_id for row in self.session.execute(kept)}

    def travellers_named(self, numbers: Collection[int]) -> dict[int, str]:
        named = select(travellers.c.id, travellers.c.name).where(travellers.c.id.in_(numbers))
        return {row.id: row.name for row in self.session.execute(named)}

    def open_ones(self, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        there = self._seen().where(deals.c.closed_at.is_(None))
        in_order = there.order_by(deals.c.step_key, deals.c.step_since, deals.c.id)
        return self._list(in_order.limit(limit).offset(offset))

    def closed(self, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        over = self._seen().where(deals.c.closed_at.is_not(None))
        latest = over.order_by(deals.c.closed_at.desc(), deals.c.id.desc())
        return self._list(latest.limit(limit).offset(offset))

    def leaderless(self, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        able = [role for role, rights in RIGHTS.items() if Right.MOVE_DEALS in rights]
        sees = or_(
            staff_members.c.role == Role.OWNER,
            staff_members.c.branch_id.is_(None),
            deals.c.branch_id.is_(None),
            staff_members.c.branch_id == deals.c.branch_id,
        )
        leads = staff_members.c.left_at.is_(None), staff_members.c.role.in_(able), sees
        led = exists().where(staff_members.c.id == deals.c.responsible_id, *leads)
        nobodys = self._seen().where(deals.c.closed_at.is_(None), ~led)
        # In the order of the index on open deals: they are few beside all that ever were.
        waiting = deals.c.step_key, deals.c.step_since, deals.c.id
        return self._list(nobodys.order_by(*waiting).limit(limit).offset(offset))

    def led_by(self, member: StaffMember) -> Sequence[Deal]:
        mine = self._seen().where(deals.c.closed_at.is_(None), deals.c.responsible_id == member.id)
        return self._list(mine.order_by(deals.c.id))

    def _seen(self) -> Select[Deal]:
        return self._all().where(*self._reached())

    def _reached(self) -> Conditions:
        return reached(deals.c.branch_id, self.reach)

    def _within_reach(self, thing: Deal) -> bool:
        return within(self.reach, thing.branch)


def _counted(some: Subquery) -> Select[str, int]:
    return select(some.c.step_key, func.count()).group_by(some.c.step_key)


def _of(responsible: Collection[StaffMember], statement: Select[*Row]) -> Select[*Row]:
    return statement.where(*led_by(responsible))
