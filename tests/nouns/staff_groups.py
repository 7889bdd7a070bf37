"""Staff groups: what the tests that walk everything need to know of them."""

from domain.entities.staff_groups import STAFF_GROUP, GroupState, StaffGroup
from domain.notices.staff_groups import GROUP_NOT_TIED, GROUP_TIED
from domain.ports.desk import Desk
from domain.queries import staff_groups as queries
from domain.usecases.settings.defining import settled_anew
from domain.usecases.staff_groups import tying
from tests.nouns.declared import Branched, Facts, Told, calls, in_each_branch, notice_facts


@in_each_branch
def a_group_asked_for(its: Branched) -> dict[str, int]:
    """By the lead of the branch, who has the link."""
    group = StaffGroup(GroupState.ASKED, 1, its.lead.id)
    settled_anew(its.desk, STAFF_GROUP, group, 0, key=str(its.number))
    return {}


@notice_facts
def told(told: Told) -> Facts:
    return {
        GROUP_TIED: {"group": 0, "state": "tied", "title": told.name},
        GROUP_NOT_TIED: {"group": 0, "state": "no_right", "title": told.name},
    }


FRESH = -1008
"""A group that no branch has."""


def _payload(desk: Desk, branch: int) -> str:
    return queries.payload_of(desk, branch, StaffGroup(link=1))


calls(
    {
        "staff_groups.ask_for_group": lambda d, _p, t: tying.ask_for_group(d, t.branch),
        "staff_groups.tie_group": lambda d, _p, t: tying.tie_group(d, _payload(d, t.branch), FRESH),
        "staff_groups.look_again": lambda d, _p, t: tying.look_again(d, t.branch),
        "staff_groups.untie_group": lambda d, _p, t: tying.untie_group(d, t.branch),
        "queries.staff_groups.staff_group": lambda d, _p, t: queries.staff_group(d, t.branch),
        "queries.staff_groups.branches_with_groups": lambda d, _p, _t: queries.branches_with_groups(d),
    }
)
