"""The inbox: a client who waits is answered, taken, handed over."""

from datetime import timedelta

from tests.people import Person
from tests.stories.asking import notices_to, presses
from tests.taps.cast import a_client, a_manager, an_operator
from tests.taps.counting import Cost, Counted, counted
from tests.taps.jobs import job
from tests.world import World


async def anna_waits(world: World) -> Person:
    """In a manager's inbox, which is open."""
    boris = await a_manager(world)
    await an_operator(world)
    anna = await a_client(world)
    await anna.says("/write")
    await anna.says("May I bring my dog?")
    await boris.says("/inbox")
    return boris


@job("a client who waits is answered, the inbox open", before="–", now=Cost(2, 1), aim=3)
async def answers(world: World) -> Counted:
    boris = await counted(await anna_waits(world))
    await boris.taps("Anna · 0 min")
    await boris.taps("✉️ Answer")
    await boris.says("Yes, of course.")
    boris.hears("Sent to Anna.", "Nobody is waiting.")
    return boris


@job("a client who waits is answered with a saved reply, the inbox open", before="–", now=Cost(5), aim=5)
async def answers_as_saved(world: World) -> Counted:
    boris = await counted(await anna_waits(world))
    await boris.taps("Anna · 0 min")
    await boris.taps("✉️ Answer")
    await boris.taps("💬 Saved replies")
    await boris.taps("We have your message")
    await boris.taps("✅ Send")
    boris.hears("Sent to Anna.", "Nobody is waiting.")
    return boris


@job("a client who waits is handed over, the conversation open", before="–", now=Cost(2), aim=2)
async def hands_over(world: World) -> Counted:
    boris = await anna_waits(world)
    await boris.taps("Anna · 0 min")
    boris = await counted(boris)
    await boris.taps("🤝 Hand over")
    await boris.taps("Kalina")
    boris.hears("✍️ Kalina sees to it")
    return boris


@job("a client nobody answers is taken, from the notice", before="–", now=Cost(1), aim=1)
async def takes(world: World) -> Counted:
    boris = await anna_waits(world)
    await world.turn(timedelta(minutes=5))
    (late,) = await notices_to(world, boris, "answer_late")
    boris = await counted(boris)
    await presses(boris, late, "take_conversation")
    boris.hears("✍️ Boris sees to it")
    return boris
