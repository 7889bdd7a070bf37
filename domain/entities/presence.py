"""Who is there, who is on duty, and who stands in for whom: one rule for everything that is told to colleagues."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.entities.holidays import Holiday, Holidays
from domain.entities.hours import Hours, Week, WorkingHours
from domain.entities.people import Role, StaffMember
from domain.values.local_time import first_that_exists

Able = Callable[[StaffMember], bool]
"""Whether somebody can take care of it: has the right to, and it is theirs to see."""
Staff = Mapping[int, StaffMember]
"""Who works here, by number."""


@dataclass(frozen=True)
class Presence:
    """What colleagues have said of their holidays and hours, by number, beside the office's hours; by the agency's clock."""

    holidays: Mapping[str, Holidays]
    hours: Mapping[str, WorkingHours]
    office: Hours
    where: ZoneInfo

    @property
    def says_nothing(self) -> bool:
        """Nobody has said anything: everybody is there, and told at once."""
        return not self.holidays and not self.hours

    def holiday(self, member: StaffMember, at: datetime) -> Holiday | None:
        own = self.holidays.get(str(member.id))
        return own.on(at.astimezone(self.where).date()) if own else None

    def is_there(self, member: StaffMember, at: datetime) -> bool:
        """Works here, and is not on holiday."""
        return member.active and self.holiday(member, at) is None

    def on_duty(self, member: StaffMember, at: datetime) -> bool:
        """There, and within their own hours; within the office's, if they have said none."""
        local = at.astimezone(self.where)
        span = self._week(member)[local.weekday()]
        return self.is_there(member, at) and span is not None and span.has(local.time())

    def next_duty(self, member: StaffMember, at: datetime) -> datetime:
        """The first moment from then on that is within their own hours; the same for whoever has said none, or works never.

        Only who has said when they work is left in peace at other times.
        """
        own = self.hours.get(str(member.id))
        if own is None or not own.days or _within(own.week, at.astimezone(self.where)):
            return at
        today = at.astimezone(self.where).date()
        for ahead in range(8):
            day = today + timedelta(days=ahead)
            span = own.week[day.weekday()]
            if span is None:
                continue
            begins = first_that_exists(datetime.combine(day, span.since), self.where)
            if (moment := begins.replace(tzinfo=self.where).astimezone(UTC)) > at:
                return moment
        return at

    def stand_in(self, member: StaffMember, at: datetime, staff: Staff, able: Able) -> StaffMember:
        """Who is told and asked instead of them at that moment; themselves when they are there, or nobody else is.

        The deputy; when they are away too, theirs; else the supervisor, or the one above; else whoever can, of the same
        branch first and owners last.
        """
        if self.is_there(member, at):
            return member
        fits = (
            one for one in self._line(member, at, staff) if self._takes(one, at, able) and one is not member
        )
        return next(fits, member)

    def steps_in(self, member: StaffMember, at: datetime, staff: Staff, able: Able) -> StaffMember:
        """Who is told what cannot wait until their hours: somebody on duty, or themselves when nobody is."""
        if self.next_duty(member, at) == at:
            return member
        fits = (
            one for one in _nearest(member, staff) if self._takes(one, at, able) and self.on_duty(one, at)
        )
        return next(fits, member)

    def stood_for(self, member: StaffMember, at: datetime, staff: Staff) -> list[StaffMember]:
        """Who is away and has their work waiting with this colleague just now."""
        away = (one for one in staff.values() if one is not member and not self.is_there(one, at))
        return [one for one in away if self.stand_in(one, at, staff, can_stand_in_for(one)) is member]

    def _line(self, member: StaffMember, at: datetime, staff: Staff) -> Iterator[StaffMember]:
        """Each colleague at most once for each way that leads to them; no way goes in a circle."""
        seen, asked = {member.id}, member
        while (holiday := self.holiday(asked, at)) is not None and holiday.deputy is not None:
            deputy = staff.get(holiday.deputy)
            if deputy is None or deputy.id in seen:
                break
            yield deputy
            seen.add(deputy.id)
            asked = deputy
        yield from supervisors(member, staff)
        yield from _nearest(member, staff)

    def _takes(self, one: StaffMember, at: datetime, able: Able) -> bool:
        return self.is_there(one, at) and one.person.reachable and able(one)

    def _week(self, member: StaffMember) -> Week:
        own = self.hours.get(str(member.id))
        return own.week if own else self.office.office


def supervisors(member: StaffMember, staff: Staff) -> Iterator[StaffMember]:
    """From their own upwards, as far as they work here."""
    seen, asked = {member.id}, member
    while asked.supervisor is not None and asked.supervisor not in seen:
        above = staff.get(asked.supervisor)
        if above is None:
            return
        yield above
        seen.add(above.id)
        asked = above


def can_stand_in_for(member: StaffMember) -> Able:
    """Whether somebody may see all they see, and do their daily work: what else they may decide stays theirs."""

    def able(one: StaffMember) -> bool:
        sees = one.reach is None or (member.reach is not None and one.reach == member.reach)
        return one is not member and sees and all(one.may(right) for right in member.daily_work)

    return able


def _within(week: Week, local: datetime) -> bool:
    span = week[local.weekday()]
    return span is not None and span.has(local.time())


def _nearest(member: StaffMember, staff: Staff) -> list[StaffMember]:
    """Others, of the same branch first and owners last."""
    others = [one for one in staff.values() if one is not member]
    return sorted(others, key=lambda one: (one.role is Role.OWNER, one.branch != member.branch, one.id))
