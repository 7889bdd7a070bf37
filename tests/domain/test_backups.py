"""Which night is due, and which backups are worth keeping."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.entities.backups import last_night, worth_keeping

SOFIA = ZoneInfo("Europe/Sofia")
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC))
numbers = st.integers(0, 20)


@given(moments, st.times())
def test_the_last_night_is_at_most_a_day_and_a_changed_hour_ago(now: datetime, at: time) -> None:
    night = last_night(now, at, SOFIA)
    assert now - DAY - timedelta(hours=1) < night <= now
    assert night.astimezone(SOFIA).date() in {
        now.astimezone(SOFIA).date(),
        (now - DAY).astimezone(SOFIA).date(),
    }


def test_the_nights_the_clocks_change_are_due_once() -> None:
    """On 28 March 2027 there is no half past three in Sofia; on 31 October it comes twice."""
    for month, day in ((3, 28), (10, 31)):
        noon = datetime(2027, month, day - 1, 12, tzinfo=UTC)
        nights = {last_night(noon + minute * MINUTE, time(3, 30), SOFIA) for minute in range(24 * 60)}
        assert len(nights) == 2, "the one before, and this one"


@given(st.lists(moments, max_size=60, unique=True), numbers, numbers, numbers)
def test_the_newest_is_always_kept_and_never_more_than_asked(
    made: list[datetime], daily: int, weekly: int, monthly: int
) -> None:
    kept = worth_keeping(made, daily, weekly, monthly)
    assert kept <= set(made)
    assert set(sorted(made)[-1:]) <= kept
    assert len(kept) <= max(1, daily + weekly + monthly)


@given(st.lists(moments, max_size=40, unique=True), moments)
def test_one_night_more_brings_nothing_back(made: list[datetime], newer: datetime) -> None:
    """What was let go would not have been wanted later: pruning every night is pruning once."""
    later = [moment for moment in made if moment < newer]
    kept = worth_keeping(later, 7, 4, 12)
    assert worth_keeping([*later, newer], 7, 4, 12) == worth_keeping([*kept, newer], 7, 4, 12)


def test_a_year_of_nights_leaves_days_weeks_and_months() -> None:
    made = [datetime(2027, 1, 1, 1, 30, tzinfo=UTC) + day * DAY for day in range(365)]
    kept = sorted(worth_keeping(made, 7, 4, 12))
    assert kept[-7:] == made[-7:]
    assert {moment.month for moment in kept} == set(range(1, 13))
    assert len(kept) == 7 + 2 + 11, "two of the weeks and a month end within the last seven days"
