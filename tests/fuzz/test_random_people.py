"""Random people do random things, and the agency stays what the model says it is. `make fuzz` goes on for ever."""

from hypothesis import HealthCheck, Phase, example, given, settings

from tests.databases import Databases
from tests.fuzz.acts import Act, History, Kill, Together, histories
from tests.fuzz.living import live_through

BUDGET = settings(
    max_examples=5,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
"""What everybody's suite can afford: the same few histories each time."""


VOTING = History(
    "morning",
    (
        Act(1, "poll", 1),
        Act(1, "tap", 2),  # looks, and so has the buttons of the vote in hand
        Act(1, "ballot", 0),
        Act(1, "poll", 3),
        Together((Act(1, "poll", 0), Act(2, "poll", 2), Act(4, "poll", 0))),
        Kill(Act(2, "poll", 1)),
        Act(2, "poll", 3),
    ),
)
"""Chosen in the poll, by a button, taken back, by several at once and while the bot dies; one of them is a client."""


@BUDGET
@given(lived=histories(25))
@example(lived=VOTING)
async def test_random_people(databases: Databases, lived: History) -> None:
    await live_through(databases, lived)
