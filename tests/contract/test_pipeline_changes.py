"""Whatever the owner settles about stages, no deal becomes unreadable, and no open one leaves its list."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.entities.people import Role
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Desk
from tests.domain.one_deal import AGENCY, OneDeal, a_deal
from tests.pipeline_acts import holds, tries
from tests.pipeline_words import can_be_said


@settings(max_examples=80)
@given(st.randoms(use_true_random=False), st.integers(1, 30))
def test_no_deal_becomes_unreadable(chance: Random, acts: int) -> None:
    """Now and then somebody acts by what was settled a moment ago."""
    shop = OneDeal(a_deal())
    desk, slow = shop.desk(Role.OWNER), shop.desk(Role.OWNER)
    for _act in range(acts):
        tries(slow if chance.random() < 0.2 else desk, chance)
        _up_to_date(desk)
        if chance.random() < 0.5:
            _up_to_date(slow)
        holds(desk)
        can_be_said(desk)


def _up_to_date(desk: Desk) -> None:
    desk.agency = CurrentAgency(AGENCY).within(desk.archive)
