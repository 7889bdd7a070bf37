"""What was booked for deals, in memory."""

from collections.abc import Sequence
from datetime import date

from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from domain.entities.services import Service
from domain.ports.services import Services
from tests.memory.shelf import Shelf, Things, in_memory, page


class MemoryServices(Shelf[Service]):
    kind, missing = Service, "no_such_service"

    def add(self, service: Service) -> None:
        self.hold(service)

    def of_deal(self, deal: Deal, limit: int = 50, offset: int = 0) -> Sequence[Service]:
        theirs = [one for one in self.all_seen() if one.deal is deal]
        return page(sorted(theirs, key=_journey), limit, offset)

    def count_of(self, deal: Deal) -> int:
        return sum(one.deal is deal and one.is_live for one in self.all_seen())

    def running_out(
        self, to_day: date, responsible: Sequence[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Service]:
        held = (one for one in self.all_seen() if one.is_held and one.deal.closed_at is None)
        theirs = (one for one in held if not responsible or one.deal.responsible in responsible)
        soon = [one for one in theirs if one.option_until is not None and one.option_until <= to_day]
        return page(sorted(soon, key=lambda one: (str(one.option_until), one.id)), limit, offset)

    def count_running_out(
        self, to_day: date, responsible: Sequence[StaffMember] = (), most: int = 100
    ) -> int:
        return len(self.running_out(to_day, responsible, most + 1))

    def to_look_at(self, day: date, limit: int) -> Sequence[Service]:
        come = (one for one in self.all_seen() if one.look_on is not None and one.look_on <= day)
        return page(sorted(come, key=lambda one: (str(one.look_on), one.id)), limit)

    def by_link(self, token_hash: str) -> Service | None:
        return next((one for one in self.all_seen() if one.link_hash == token_hash), None)

    def sees(self, thing: Service) -> bool:
        return self.reaches(thing.deal.branch)


def _journey(one: Service) -> tuple[bool, str, bool, str, int]:
    """By day and hour; what has none comes last."""
    first = one.first
    return first.day is None, str(first.day), first.clock is None, first.clock or "", one.id


@in_memory
def services(things: Things, reach: int | None) -> Services:
    return MemoryServices(things, reach)
