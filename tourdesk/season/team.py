"""The team: Boris supervises the operators, and one of them is on holiday next week."""

from collections.abc import Iterator
from datetime import timedelta

from domain.ports.desk import Desk
from domain.usecases.staff.holidays import plan_holiday
from domain.usecases.staff.supervising import set_supervisor
from tourdesk.season.acts import Act, Season, member


def acts() -> Iterator[Act]:
    yield Act(-27, "09:10", "olga", _supervised)
    yield Act(-3, "17:40", "jing", _holiday)


def _supervised(desk: Desk, _season: Season) -> None:
    for key in ("kalina", "jing"):
        set_supervisor(desk, member(desk, key), member(desk, "boris"))


def _holiday(desk: Desk, season: Season) -> None:
    """All of next week, as seen from the day on which the demo opens."""
    opens = season.opening.day
    monday = opens + timedelta(days=7 - opens.weekday())
    plan_holiday(desk, member(desk, "jing"), 0, monday, monday + timedelta(days=6), member(desk, "kalina"))
