"""Quiet hours on any night of the year: what waits is told at the first moment after them, and no other."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.hours import HOURS, WORKING_HOURS, Hours, Span, after_quiet, check_hours
from domain.entities.notices import Audience, NoticeKind
from domain.entities.people import Role
from domain.entities.timing import Timing
from domain.notices import KINDS
from domain.notices.clients import ANSWER
from domain.notices.deals import DEAL_ASSIGNED
from domain.notices.trips import DEPARTURE
from domain.ports.desk import Desk
from domain.usecases.settings.defining import define
from domain.usecases.settings.hours import change_own_hours, change_quiet_hours, change_timing
from domain.values.refusals import Forbidden, NotFound, Refusal
from tests.domain.one_deal import ANNA, OneDeal, a_deal

NIGHT = Span(time(22), time(8))
SOFIA = ZoneInfo("Europe/Sofia")
ZONES = ("Europe/Sofia", "Europe/Moscow", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai")
A_MINUTE = timedelta(minutes=1)
MINUTES = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
)
# The nights around the changes of clocks, which chance would seldom find.
CHANGES = st.builds(
    lambda day, minutes: datetime(day[0], day[1], day[2], tzinfo=UTC) + timedelta(minutes=minutes),
    st.sampled_from(
        [(2027, 3, 27), (2027, 10, 30), (2027, 3, 13), (2027, 11, 6), (2027, 4, 3), (2027, 10, 2)]
    ),
    st.integers(0, 3 * 24 * 60),
)
TIMES = st.builds(time, st.integers(0, 23) | st.integers(1, 4), st.sampled_from((0, 30)))


@given(MINUTES | CHANGES, TIMES, TIMES, st.sampled_from(ZONES))
def test_after_quiet_hours_is_the_first_moment_outside_them(
    at: datetime, since: time, until: time, zone: str
) -> None:
    if since == until:
        return
    where, quiet = ZoneInfo(zone), Span(since, until)
    told = after_quiet(quiet, at, where)
    assert at <= told <= at + timedelta(hours=26)
    assert not quiet.has(told.astimezone(where).time())
    waits = at
    while waits < told:
        assert quiet.has(waits.astimezone(where).time()), f"it might have been told at {waits}"
        waits += A_MINUTE


def test_a_night_in_which_clocks_jump_over_the_end_and_one_that_passes_it_twice() -> None:
    until_half_past_three = Span(time(22), time(3, 30))
    spring = datetime(2027, 3, 28, 0, 0, tzinfo=UTC)  # 02:00 in Sofia; 03:00 does not exist
    assert after_quiet(until_half_past_three, spring, SOFIA) == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
    autumn = datetime(2027, 10, 31, 1, 10, tzinfo=UTC)  # 03:10 for the second time
    assert after_quiet(until_half_past_three, autumn, SOFIA) == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def quiet_desk(now: datetime) -> tuple[OneDeal, Desk]:
    shop = OneDeal(a_deal())
    desk = replace(shop.desk(Role.OWNER), now=now)
    define(desk, HOURS, Hours(quiet=NIGHT), 0, "quiet_hours_changed", hours="")
    return shop, desk


def test_clients_wait_for_the_morning_and_colleagues_do_not() -> None:
    late = datetime(2027, 3, 1, 21, 0, tzinfo=UTC)  # 23:00 at the agency
    morning = datetime(2027, 3, 2, 6, 0, tzinfo=UTC)
    shop, desk = quiet_desk(late)
    desk.notify(ANNA, ANSWER, "1", interaction=1)
    desk.notify(ANNA, DEAL_ASSIGNED, "1", deal=1)
    desk.notify(ANNA, ANSWER, "2", due_at=late + timedelta(days=1), interaction=2)
    assert [one.due_at for one in shop.told] == [morning, late, morning + timedelta(days=1)]


def test_quiet_hours_are_by_the_clock_that_somebody_told() -> None:
    noon = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)  # 05:00 in New York
    shop, desk = quiet_desk(noon)
    afar = replace(ANNA, zone="America/New_York")
    desk.notify(afar, ANSWER, "1", interaction=1)
    desk.notify(ANNA, ANSWER, "2", interaction=2)
    assert [one.due_at for one in shop.told] == [noon.replace(hour=13), noon]
    assert desk.awake(afar, noon) == noon.replace(hour=13)


WAKES = {
    "role_changed",
    "dismissed",
    "field_file_refused",
    "morning",
    "vote_poll",
    "vote_poll_stopped",
    "data_copy",
    "forgotten",
}
"""Besides what is for colleagues: what answers what somebody did a moment ago, or comes at an hour they chose."""


@pytest.mark.parametrize("kind", KINDS.values(), ids=str)
def test_in_quiet_hours_only_those_kinds_are_said_that_may_wake(kind: NoticeKind) -> None:
    late = datetime(2027, 3, 1, 21, 0, tzinfo=UTC)  # 23:00 at the agency
    shop, desk = quiet_desk(late)
    desk.notify(ANNA, kind, "1")
    may_wake = kind.to is Audience.STAFF or kind in WAKES
    assert (shop.told[0].due_at == late) is may_wake


@pytest.mark.parametrize(("hours_ahead", "waits"), [(4, False), (20, False), (22, True), (48, True)])
def test_what_cannot_wait_of_a_departure_is_told_at_once(hours_ahead: int, waits: bool) -> None:  # noqa: FBT001
    late = datetime(2027, 3, 1, 21, 0, tzinfo=UTC)
    shop, desk = quiet_desk(late)
    desk.notify(ANNA, DEPARTURE, "1", useless_after=late + timedelta(hours=hours_ahead), deal=1)
    assert (shop.told[0].due_at > late) is waits


def test_hours_that_cannot_be_are_refused_through_whatever_door() -> None:
    desk = OneDeal(a_deal()).desk(Role.OWNER)
    check_hours(Hours())
    for wrong, why in (
        (Hours(quiet=Span(time(8), time(7))), "quiet_too_long"),
        (Hours(quiet=Span(time(8), time(8))), "quiet_too_long"),
        (Hours({"mon": Span(time(18), time(9))}), "hours_turned_round"),
        (Hours({"someday": NIGHT}), "not_a_week"),
    ):
        with pytest.raises(Refusal, match=why):
            define(desk, HOURS, wrong, 0, "office_hours_changed")
    change_quiet_hours(desk, 0, NIGHT)
    assert desk.agency.hours.quiet == NIGHT


def test_a_colleague_changes_their_own_hours_and_nobody_elses() -> None:
    shop = OneDeal(a_deal())
    guide = shop.desk(Role.GUIDE)
    change_own_hours(guide, 0, (5, 6), Span(time(10), time(14)))
    assert guide.agency.definitions.one(WORKING_HOURS, "1").week[5:] == (Span(time(10), time(14)),) * 2
    assert [(one.subject, one.what) for one in shop.written] == [("staff", "working_hours_changed")]
    with pytest.raises(Forbidden):
        change_own_hours(shop.desk(None), 0, (5,), None)


def test_timing_has_bounds_and_reminders_go_by_it() -> None:
    desk = OneDeal(a_deal()).desk(Role.OWNER)
    with pytest.raises(Refusal, match="not_within"):
        change_timing(desk, 0, "departure_days", 15)
    with pytest.raises(NotFound):
        change_timing(desk, 0, "no_such_number", 5)
    change_timing(desk, 0, "departure_days", 3)
    leaves = datetime(2027, 10, 29, 6, 30)
    assert desk.agency.timing.reminder(leaves, SOFIA) == datetime(2027, 10, 26, 3, 30, tzinfo=UTC)
    at_six = Timing(departure_at=time(18))
    assert at_six.reminder(leaves, SOFIA) == datetime(2027, 10, 28, 15, 0, tzinfo=UTC)
    gap = Timing(departure_at=time(3, 30))
    assert gap.reminder(datetime(2027, 3, 29, 9), SOFIA) == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
