"""Deals by what is due of them, and by when: read from the days that are kept beside each (`storage/kept/dues.py`)."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TypeVarTuple

from sqlalchemy import ColumnElement, Select, case, func, literal, select, update

from domain.entities.deals import Deal
from domain.entities.lateness import OwedSum
from domain.entities.people import StaffMember
from domain.values.money import Money
from storage.kept.dues import AT_ONCE, look_at
from storage.mapping import deals
from storage.repositories.reach import Conditions, reached
from storage.repositories.repository import Repository
from storage.repositories.steps import at_stages

Row = TypeVarTuple("Row")


class DueDeals(Repository[Deal]):
    """A part of the repository of deals."""

    def due(
        self,
        from_day: date | None,
        to_day: date,
        responsible: Collection[StaffMember] = (),
        only_money: bool = False,  # noqa: FBT001
        limit: int = 8,
        offset: int = 0,
    ) -> Sequence[Deal]:
        day = _day(only_money=only_money)
        numbers = self._due(select(deals.c.id), from_day, to_day, responsible, only_money=only_money)
        return self._in_order(numbers.order_by(day, deals.c.id).limit(limit).offset(offset))

    def count_due(
        self,
        from_day: date | None,
        to_day: date,
        most: int,
        responsible: Collection[StaffMember] = (),
        only_money: bool = False,  # noqa: FBT001
    ) -> int:
        found = self._due(select(literal(1)), from_day, to_day, responsible, only_money=only_money)
        return self._counted(found, most)

    def sum_due(self, to_day: date, most: int) -> OwedSum:
        columns = deals.c
        amount = _until(to_day, columns.money_due_on, columns.money_due_minor) + _until(
            to_day, columns.rest_due_on, columns.rest_due_minor
        )
        owing = self._due(select(columns.currency, amount.label("minor")), None, to_day, (), only_money=True)
        first = owing.order_by(columns.money_due_on, columns.id).limit(most + 1).subquery()
        sums = select(first.c.currency, func.count(), func.sum(first.c.minor)).group_by(first.c.currency)
        found = self.session.execute(sums.order_by(first.c.currency)).all()
        count = sum(row[1] for row in found)
        amounts = tuple(Money(int(minor), currency) for currency, _count, minor in found)
        return OwedSum(min(count, most), amounts, count > most)

    def undecided(
        self,
        to_day: date,
        stages: Collection[str],
        responsible: Collection[StaffMember] = (),
        limit: int = 8,
        offset: int = 0,
    ) -> Sequence[Deal]:
        over = self._undecided(select(deals.c.id), to_day, stages, responsible)
        return self._in_order(over.order_by(deals.c.decide_on, deals.c.id).limit(limit).offset(offset))

    def count_undecided(
        self, to_day: date, stages: Collection[str], most: int, responsible: Collection[StaffMember] = ()
    ) -> int:
        return self._counted(self._undecided(select(literal(1)), to_day, stages, responsible), most)

    def changed(self, limit: int) -> Sequence[Deal]:
        anew = self._all().where(deals.c.look_on == AT_ONCE, *self._seen_ones())
        return self._list(self._held(anew.order_by(deals.c.id).limit(limit)))

    def to_look_at(self, to_day: date, limit: int) -> Sequence[Deal]:
        come = self._all().where(deals.c.look_on > AT_ONCE, deals.c.look_on <= to_day, *self._seen_ones())
        return self._list(self._held(come.order_by(deals.c.look_on, deals.c.id).limit(limit)))

    def look_on(self, deal: Deal, day: date | None) -> None:
        self.session.flush()
        look_at(deal, day)

    def look_at_all(self) -> None:
        self.session.flush()
        every = update(deals).where(deals.c.closed_at.is_(None)).values(look_on=AT_ONCE)
        self.session.execute(every, execution_options={"synchronize_session": False})

    def _seen_ones(self) -> Conditions:
        return reached(deals.c.branch_id, self.reach)

    def _due(
        self,
        statement: Select[*Row],
        from_day: date | None,
        to_day: date,
        responsible: Collection[StaffMember],
        *,
        only_money: bool,
    ) -> Select[*Row]:
        day = _day(only_money=only_money)
        since = () if from_day is None else (day >= from_day,)
        return statement.where(*since, day <= to_day, *self._seen_ones(), *led_by(responsible))

    def _undecided(
        self,
        statement: Select[*Row],
        to_day: date,
        stages: Collection[str],
        responsible: Collection[StaffMember],
    ) -> Select[*Row]:
        over = deals.c.decide_on <= to_day, ~at_stages(stages)
        return statement.where(*over, *self._seen_ones(), *led_by(responsible))

    def _counted(self, found: Select[*Row], most: int) -> int:
        self.session.autoflushed()
        return self.session.scalar(select(func.count()).select_from(found.limit(most).subquery())) or 0

    def _in_order(self, numbers: Select[int]) -> Sequence[Deal]:
        self.session.autoflushed()
        return self._of(self.session.scalars(numbers).all(), self.loads)


def _day(*, only_money: bool) -> ColumnElement[date | None]:
    return deals.c.money_due_on if only_money else deals.c.due_on


def _until(
    to_day: date, day: ColumnElement[date | None], minor: ColumnElement[int | None]
) -> ColumnElement[int]:
    return case((day <= to_day, func.coalesce(minor, 0)), else_=0)


def led_by(responsible: Collection[StaffMember]) -> Conditions:
    """By one of these; by anybody, when there are none."""
    return one_of(deals.c.responsible_id, responsible) if responsible else ()


def one_of(column: ColumnElement[int], members: Collection[StaffMember]) -> Conditions:
    """Of one it is said as it always was, so that the index is walked in order."""
    numbers = [member.id for member in members]
    return (column == numbers[0] if len(numbers) == 1 else column.in_(numbers),)
