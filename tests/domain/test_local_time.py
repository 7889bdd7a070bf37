"""Wall-clock time: gaps, hours that come twice, and the day before."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.values.local_time import day_before, exists, resolve, zone
from domain.values.refusals import Refusal

SOFIA = ZoneInfo("Europe/Sofia")
places = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "Europe/Sofia",
            "Europe/Moscow",
            "Asia/Shanghai",
            "America/New_York",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Asia/Kathmandu",
            "UTC",
        )
    ]
)
moments = st.datetimes(datetime(2025, 1, 1), datetime(2060, 1, 1)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


@given(moments, places)
def test_a_time_that_exists_is_the_one_on_the_wall(local: datetime, where: ZoneInfo) -> None:
    if exists(local, where):
        assert resolve(local, where).instant.astimezone(where).replace(tzinfo=None) == local
        return
    with pytest.raises(Refusal) as refused:
        resolve(local, where)

    assert refused.value.kind == "no_such_time"


@given(moments, places)
def test_of_two_the_earlier_is_taken(local: datetime, where: ZoneInfo) -> None:
    if exists(local, where) and (resolved := resolve(local, where)).twice:
        later = local.replace(tzinfo=where, fold=1).astimezone(UTC)
        assert resolved.instant < later


@given(moments, places)
def test_the_day_before_is_the_same_time_on_the_wall_or_the_first_after_it(
    local: datetime, where: ZoneInfo
) -> None:
    told = day_before(local, where).astimezone(where).replace(tzinfo=None)
    wanted = local - timedelta(days=1)

    assert told >= wanted
    assert told == wanted or not exists(wanted, where)
    assert told == wanted or not exists(told - timedelta(minutes=1), where)


def test_spring_in_sofia() -> None:
    with pytest.raises(Refusal) as refused:
        resolve(datetime(2027, 3, 28, 3, 30), SOFIA)

    assert refused.value.facts == {"time": time(3, 30), "after": time(4, 0)}
    assert resolve(datetime(2027, 3, 28, 4, 0), SOFIA).instant == datetime(2027, 3, 28, 1, tzinfo=UTC)
    assert day_before(datetime(2027, 3, 29, 3, 30), SOFIA) == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_autumn_in_sofia() -> None:
    resolved = resolve(datetime(2027, 10, 31, 3, 30), SOFIA)

    assert resolved.twice
    assert resolved.instant == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert not resolve(datetime(2027, 10, 31, 4, 30), SOFIA).twice
    assert day_before(datetime(2027, 10, 31, 6, 30), SOFIA) == datetime(2027, 10, 30, 3, 30, tzinfo=UTC)
    assert day_before(datetime(2027, 11, 1, 3, 30), SOFIA) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_a_whole_day_that_was_left_out() -> None:
    with pytest.raises(Refusal) as refused:
        resolve(datetime(2011, 12, 30, 12), ZoneInfo("Pacific/Apia"))

    assert refused.value.facts["after"] == time(0, 0)


@pytest.mark.parametrize("name", ["", "Sofia", "europe/sofia", "../etc/passwd", "Factory", "localtime"])
def test_an_unknown_zone_is_refused(name: str) -> None:
    with pytest.raises(Refusal) as refused:
        zone(name)

    assert refused.value.kind == "unknown_zone"
