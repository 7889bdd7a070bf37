"""When each colleague is told what waits for them: once a day, at their hour, on the days on which they work."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.entities.hours import Span
from domain.entities.morning import USEFUL
from domain.entities.notices import Notice
from domain.entities.people import Person, Role, StaffMember
from domain.notices.today import MORNING
from domain.ports.agency import Agency
from domain.ports.desk import Actor, Desk
from domain.usecases.settings.hours import change_own_hours
from domain.usecases.settings.morning import change_empty_morning, change_morning
from domain.usecases.staff.mornings import greet_colleagues
from domain.values.language import Language
from domain.values.refusals import Forbidden
from tests.memory import memory
from tests.memory.shelf import Things

SOFIA = ZoneInfo("Europe/Sofia")
MONDAY = date(2027, 3, 1)
SATURDAY = date(2027, 3, 6)
LONG_AGO = datetime(2027, 1, 1, tzinfo=UTC)


def sofia(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), SOFIA).astimezone(UTC)


class Office:
    """Boris works in it, at an agency in Sofia."""

    def __init__(self) -> None:
        self.things = Things()
        self.agency = Agency(b"a secret of the tests only")
        self.boris = StaffMember(
            Person(1, "Boris", None, Language.ENGLISH, LONG_AGO), "Boris", Role.MANAGER, LONG_AGO
        )
        self.desk(MONDAY, 0).repositories.staff.add(self.boris)
        self.things.flush()

    def desk(self, day: date, hour: int, minute: int = 0, *, at_work: bool = False) -> Desk:
        actor = Actor(self.boris.person, self.boris) if at_work else Actor()
        return Desk(actor, sofia(day, hour, minute), memory(self.things), self.agency, lambda: "x")

    def settle(self, change: str, *args: object, **how: object) -> None:
        desk = self.desk(MONDAY, 0, at_work=True)
        seen = max((one.revision for one in desk.agency.definitions.kept if one.kind == "morning"), default=0)
        {"morning": change_morning, "empty": change_empty_morning}[change](desk, seen, *args, **how)  # type: ignore[operator]
        self.agency = desk.agency

    def told(self) -> Iterator[Notice]:
        return (one for one in self.things.of(Notice) if one.kind == MORNING)


@pytest.fixture
def office() -> Office:
    return Office()


def test_each_is_told_once_a_day_from_half_past_eight_on(office: Office) -> None:
    for hour, minute, expected in ((0, 0, 0), (8, 29, 0), (8, 30, 1), (8, 31, 0), (12, 0, 0), (23, 0, 0)):
        assert greet_colleagues(office.desk(MONDAY, hour, minute)) == expected, (hour, minute)
    (notice,) = office.told()
    assert (notice.due_at, notice.useless_after) == (sofia(MONDAY, 8, 30), sofia(MONDAY, 12, 30))
    assert greet_colleagues(office.desk(MONDAY + timedelta(days=1), 8, 30)) == 1


def test_a_scheduler_that_was_away_tells_it_late_but_not_in_the_afternoon(office: Office) -> None:
    assert greet_colleagues(office.desk(MONDAY, 12, 29)) == 1
    assert greet_colleagues(office.desk(MONDAY + timedelta(days=1), 12, 30)) == 0
    assert timedelta(hours=4) == USEFUL


def test_nobody_is_told_on_a_day_off(office: Office) -> None:
    assert greet_colleagues(office.desk(SATURDAY, 9)) == 0
    desk = office.desk(MONDAY, 0, at_work=True)
    change_own_hours(desk, 0, (5,), Span(time(10), time(14)))
    change_own_hours(desk, 1, (0,), None)
    office.agency = desk.agency
    assert greet_colleagues(office.desk(SATURDAY, 9)) == 1
    assert greet_colleagues(office.desk(MONDAY + timedelta(days=7), 9)) == 0


def test_each_chooses_their_own_hour_or_none(office: Office) -> None:
    office.settle("morning", time(7))
    assert greet_colleagues(office.desk(MONDAY, 7)) == 1
    office.settle("morning", time(10))
    assert greet_colleagues(office.desk(MONDAY, 10)) == 0, "they have heard it today"
    assert greet_colleagues(office.desk(MONDAY + timedelta(days=1), 8, 30)) == 0
    assert greet_colleagues(office.desk(MONDAY + timedelta(days=1), 10)) == 1
    office.settle("morning", None)
    assert greet_colleagues(office.desk(MONDAY + timedelta(days=2), 10)) == 0


def test_who_left_or_is_new_is_not_told(office: Office) -> None:
    office.boris.joined_at = sofia(MONDAY, 9)
    assert greet_colleagues(office.desk(MONDAY, 9, 30)) == 0
    office.boris.left_at = sofia(MONDAY, 18)
    assert greet_colleagues(office.desk(MONDAY + timedelta(days=1), 9)) == 0


def test_clocks_that_jump_over_the_hour(office: Office) -> None:
    """In Sofia there is no half past three on 28 March 2027, a Sunday."""
    desk = office.desk(MONDAY, 0, at_work=True)
    change_own_hours(desk, 0, (6,), Span(time(3), time(9)))
    office.agency = desk.agency
    office.settle("morning", time(3, 30))
    sunday = date(2027, 3, 28)
    assert greet_colleagues(office.desk(sunday, 2, 59)) == 0
    assert greet_colleagues(office.desk(sunday, 4, 0)) == 1


def test_only_colleagues_have_mornings(office: Office) -> None:
    desk = Desk(
        Actor(office.boris.person), sofia(MONDAY, 9), memory(office.things), office.agency, lambda: "x"
    )
    with pytest.raises(Forbidden):
        change_morning(desk, 0, None)
