"""What the first two lines of a client's card go by: never more than the facts do."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.client_sketch import ALIKE, IN_A_ROW, LOOKED_AT, Journey, Party, sketch
from domain.entities.travellers import Relation
from domain.values.translated import Translated

SELF, SPOUSE, CHILD, OTHER = Relation.SELF, Relation.SPOUSE, Relation.CHILD, Relation.OTHER
FAMILY = (SELF, SPOUSE, CHILD, CHILD)


def journey(
    year: int, month: int = 7, nights: int = 10, who: Sequence[Relation] = FAMILY, *, complete: bool = True
) -> Journey:
    first = date(year, month, 5)
    return Journey(Translated("Ohrid"), first, first + timedelta(days=nights), tuple(who), complete)


JULYS = [journey(year) for year in (2024, 2025, 2026)]


@pytest.mark.parametrize(
    ("who", "party", "heads"),
    [
        ((SELF,), Party.ALONE, 0),
        ((SPOUSE, SELF), Party.COUPLE, 0),
        ((SELF, CHILD), Party.CHILDREN, 1),
        ((SELF, SPOUSE, OTHER), Party.COMPANY, 3),
        ((SPOUSE, CHILD), None, 0),
        ((), None, 0),
    ],
)
def test_who_goes_along(who: tuple[Relation, ...], party: Party | None, heads: int) -> None:
    found = sketch([journey(2026, who=who)])
    assert (found.party, found.heads) == (party, heads)


def test_of_a_party_that_is_not_entered_whole_nothing_is_said() -> None:
    assert sketch([journey(2026, who=(SELF,), complete=False)]).party is None


def test_two_years_are_no_habit_yet() -> None:
    assert sketch(JULYS[1:]).month is None
    assert sketch([JULYS[0], JULYS[2]]).month is None


def test_one_that_was_years_ago_is_none_any_more() -> None:
    assert sketch([*JULYS, journey(2027, 1)]).month is None


JOURNEYS = st.lists(
    st.builds(
        journey,
        st.integers(2020, 2027),
        st.integers(1, 12),
        st.integers(0, 15),
        st.lists(st.sampled_from([SELF, SPOUSE, CHILD, OTHER]), max_size=4),
        complete=st.booleans(),
    ),
    max_size=14,
)


@given(JOURNEYS, st.none() | st.integers(1, 14), st.none() | st.integers(1, 5))
def test_nothing_is_said_that_the_facts_do_not_say(
    journeys: list[Journey], nights: int | None, stars: int | None
) -> None:
    found = sketch(journeys, nights=nights, stars=stars)
    newest = sorted(journeys, key=lambda one: one.first_day, reverse=True)
    assert found.trips == min(len(journeys), LOOKED_AT)
    assert found.stars == stars
    if found.last is not None:
        assert all(one.first_day <= found.last.first_day for one in journeys)
    if found.month is not None:
        years = {one.first_day.year for one in journeys if one.first_day.month == found.month}
        latest = newest[0].first_day.year
        assert years >= {latest - back for back in range(IN_A_ROW)}
    if found.party is not None:
        assert all(one.complete and one.relations.count(SELF) == 1 for one in newest[:ALIKE])
    if found.party is Party.FAMILY:
        assert all(
            one.relations.count(CHILD) == found.heads and SPOUSE in one.relations for one in newest[:ALIKE]
        )
    if nights is None and found.nights is not None:
        assert {one.nights for one in newest[:ALIKE]} == {found.nights}
