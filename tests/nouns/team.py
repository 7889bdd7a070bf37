"""The team: what the tests that walk everything need to know of hours, holidays, supervisors and workload."""

from datetime import timedelta

from domain.entities.holidays import HOLIDAYS, Holiday, Holidays
from domain.entities.notices import Notice, NoticeState
from domain.entities.people import Person, Role, StaffMember
from domain.notices.holidays import HANDED_OVER, HOLIDAY_ENTERED, STANDS_IN, WELCOME_BACK
from domain.ports.desk import Desk
from domain.queries import holidays, supervisors, trip_guides, workload
from domain.queries.handover import LeftKind
from domain.usecases.staff import holidays as planning
from domain.usecases.staff import supervising
from domain.values.language import Language
from tests.nouns.declared import Facts, Told, calls, forged, notice_facts, opened_with
from tests.world import NOON

DAY = NOON.date()
SOON, LATER = DAY + timedelta(days=7), DAY + timedelta(days=14)

calls(
    {
        "staff.plan_holiday": lambda d, p, _t: planning.plan_holiday(d, p.spare, 0, SOON, LATER),
        "staff.take_back_holiday": lambda d, p, _t: _planned_and_taken_back(d, p.spare),
        "staff.set_supervisor": lambda d, p, t: supervising.set_supervisor(d, p.spare, t.colleague),
        "queries.holidays.holiday_card": lambda d, p, _t: holidays.holiday_card(d, p.spare),
        "queries.holidays.holidays_to_change": lambda d, p, _t: holidays.holidays_to_change(d, p.spare),
        "queries.holidays.whose_time": lambda d, p, _t: holidays.whose_time(d, p.spare),
        "queries.holidays.deputies": lambda d, p, _t: holidays.deputies(d, p.spare),
        "queries.trip_guides.guided_between": lambda d, p, _t: trip_guides.guided_between(
            d, p.spare, SOON, LATER
        ),
        "queries.supervisors.can_supervise": lambda d, p, _t: supervisors.can_supervise(d, p.spare),
        "queries.workload.to_hand_over": lambda d, _p, t: workload.to_hand_over(d, t.colleague),
        "queries.workload.team": lambda d, _p, _t: workload.team(d),
        "queries.workload.colleague_in_hand": lambda d, _p, t: workload.colleague_in_hand(d, t.colleague),
    }
)


def _planned_and_taken_back(desk: Desk, number: int) -> None:
    planning.plan_holiday(desk, number, 0, SOON, LATER)
    planning.take_back_holiday(desk, number, 1, SOON)


forged("kind", lambda _p, _t: [str(LeftKind.DEALS)])
forged("first", lambda _p, _t: [SOON.isoformat(), "x"])
opened_with("colleague", lambda p, _t: p.spare)
opened_with("instead", lambda _p, _t: None)
forged("supervisor", lambda p, _t: [None, p.spare])


@notice_facts
def of_holidays(told: Told) -> Facts:
    away = _on_holiday(told)
    about = {"member": away.id, "first": told.now.date().isoformat()}
    over = {**about, "last": told.now.date().isoformat(), "by": told.name}
    return {
        STANDS_IN: {**over, "stands": True},
        HOLIDAY_ENTERED: {**over, "planned": True},
        HANDED_OVER: about,
        WELCOME_BACK: over,
    }


def _on_holiday(told: Told) -> StaffMember:
    """A colleague who is away today, for whom whoever hears of everything stands in."""
    person = Person(told.person.telegram_id + 1_000_000, told.name, None, Language.ENGLISH, told.now)
    away = StaffMember(person, told.name, Role.MANAGER, told.now)
    told.records.people.add(person)
    told.records.staff.add(away)
    told.records.flush()
    holiday = Holiday(told.now.date(), told.now.date(), told.member.id)
    told.records.definitions.put(HOLIDAYS, str(away.id), Holidays((holiday,)), 0)
    key = f"{HANDED_OVER}:{away.id}:{holiday.first.isoformat()}:{told.person.id}"
    said = Notice(key, HANDED_OVER, told.person, told.now, told.now, state=NoticeState.SENT)
    told.records.notices.add(said)  # that it has begun: it is not said once more by itself
    return away
