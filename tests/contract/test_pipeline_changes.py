"""Whatever the owner settles about stages, no deal becomes unreadable, and no open one leaves its list."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.entities.people import Role
from tests.domain.one_deal import OneDeal, a_deal
from tests.pipeline_acts import holds, tries


@settings(max_examples=80)
@given(st.randoms(use_true_random=False), st.integers(1, 30))
def test_no_deal_becomes_unreadable(chance: Random, acts: int) -> None:
    shop = OneDeal(a_deal())
    desk = shop.desk(Role.OWNER)
    for _act in range(acts):
        tries(desk, chance)
        holds(desk)
