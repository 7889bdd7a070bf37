"""Random people do random things, and the agency stays what the model says it is. `make fuzz` goes on for ever."""

from hypothesis import HealthCheck, Phase, given, settings

from tests.databases import Databases
from tests.fuzz.acts import History, histories
from tests.fuzz.living import live_through

BUDGET = settings(
    max_examples=5,
    derandomize=True,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
"""What everybody's suite can afford: the same few histories each time."""


@BUDGET
@given(lived=histories(25))
async def test_random_people(databases: Databases, lived: History) -> None:
    await live_through(databases, lived)
