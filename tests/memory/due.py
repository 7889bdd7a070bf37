"""Deals by what is due of them, in memory: computed each time."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from domain.entities.deals import Deal
from domain.entities.lateness import Due, OwedSum, decided_by, dues
from domain.entities.people import StaffMember
from domain.values.money import Money
from tests.memory.shelf import Shelf, page


class DueShelf(Shelf[Deal]):
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
        return page(self._due(from_day, to_day, responsible, only_money=only_money), limit, offset)

    def count_due(
        self,
        from_day: date | None,
        to_day: date,
        most: int,
        responsible: Collection[StaffMember] = (),
        only_money: bool = False,  # noqa: FBT001
    ) -> int:
        return min(most, len(self._due(from_day, to_day, responsible, only_money=only_money)))

    def sum_due(self, to_day: date, most: int) -> OwedSum:
        found = self._due(None, to_day, (), only_money=True)
        sums: dict[str, Money] = {}
        for due in (due for deal in found[:most] for due in self._dues(deal)):
            if due.amount is not None and due.day <= to_day:
                currency = due.amount.currency
                sums[currency] = sums.get(currency, Money.zero(currency)) + due.amount
        return OwedSum(min(len(found), most), tuple(sums[one] for one in sorted(sums)), len(found) > most)

    def undecided(
        self,
        to_day: date,
        stages: Collection[str],
        responsible: Collection[StaffMember] = (),
        limit: int = 8,
        offset: int = 0,
    ) -> Sequence[Deal]:
        return page(self._undecided(to_day, stages, responsible), limit, offset)

    def count_undecided(
        self, to_day: date, stages: Collection[str], most: int, responsible: Collection[StaffMember] = ()
    ) -> int:
        return min(most, len(self._undecided(to_day, stages, responsible)))

    def changed(self, limit: int) -> Sequence[Deal]:
        found = (one for one in self.all_seen() if self._look(one) == date.min)
        return page(sorted(found, key=lambda one: one.id), limit)

    def to_look_at(self, to_day: date, limit: int) -> Sequence[Deal]:
        come = [(self._look(one), one.id, one) for one in self.all_seen()]
        return page((one for day, _id, one in sorted(come, key=_first) if date.min < day <= to_day), limit)

    def look_on(self, deal: Deal, day: date | None) -> None:
        self.things.looked[deal.id] = day, self._kept(deal)

    def look_at_all(self) -> None:
        for number in [one for one in self.things.looked if self.get(one).is_open]:
            del self.things.looked[number]

    def _look(self, deal: Deal) -> date:
        """At once when something else is due of it than when it was looked at."""
        day, kept = self.things.looked.get(deal.id, (date.min, None))
        return date.min if kept != self._kept(deal) else day or date.max

    def _kept(self, deal: Deal) -> object:
        return [(due.what, due.day, due.amount) for due in self._dues(deal)], decided_by(deal)

    def _due(
        self, from_day: date | None, to_day: date, responsible: Collection[StaffMember], *, only_money: bool
    ) -> list[Deal]:
        days = [
            (first[0].day, one.id, one)
            for one in self.all_seen()
            if (not responsible or one.responsible in responsible)
            and (first := [due for due in self._dues(one) if due.what.is_money or not only_money])
        ]
        since = from_day or date.min
        return [one for day, _id, one in sorted(days, key=_first) if since <= day <= to_day]

    def _undecided(
        self, to_day: date, stages: Collection[str], responsible: Collection[StaffMember]
    ) -> list[Deal]:
        days = [(decided_by(one), one.id, one) for one in self.all_seen() if one.stage not in stages]
        over = [(day, number, one) for day, number, one in days if day is not None and day <= to_day]
        return [
            one
            for _day, _id, one in sorted(over, key=_first)
            if not responsible or one.responsible in responsible
        ]

    def _dues(self, deal: Deal) -> Iterable[Due]:
        return dues(deal, self.things.pipelines().of(deal.step_key).needs)


def _first(found: tuple[date, int, Deal]) -> tuple[date, int]:
    return found[:2]
