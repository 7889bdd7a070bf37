"""What is said of clients and to them: noted, told what it was, taken back."""

from tests.deals import a_deal
from tests.taps.cast import a_client, a_manager
from tests.taps.counting import Cost, Counted, counted
from tests.taps.jobs import job
from tests.world import World


@job("a note on a deal, from its card", before="–", now=Cost(1, 1), aim=2)
async def notes(world: World) -> Counted:
    boris = await _at_a_deal(world)
    return await _noted(boris)


@job("a call that is noted on a deal, from its card", before="–", now=Cost(2, 1), aim=3)
async def notes_a_call(world: World) -> Counted:
    boris = await _noted(await _at_a_deal(world))
    await boris.taps("They called")
    boris.sees("✓ They called")
    return boris


@job("a note on a client, from anywhere, by /note", before="–", now=Cost(0, 1), aim=1)
async def notes_by_command(world: World) -> Counted:
    boris = await a_manager(world)
    await (await a_client(world)).says("Hello")
    boris = await counted(boris)
    await boris.says("/note Anna would like a sea view")
    boris.hears("Noted on the file of Anna.")
    return boris


@job("a message that is sent later, from the client's card", before="–", now=Cost(3, 1), aim=4)
async def writes_for_later(world: World) -> Counted:
    boris = await a_manager(world)
    await (await a_client(world)).says("Hello")
    await boris.says("/clients Anna")
    boris = await counted(boris)
    await boris.taps("✉️ Write")
    await boris.taps("🕒 Send later")
    await boris.says("The coach leaves at six.")
    await boris.taps("🕒 Tomorrow at 9:00")
    boris.hears("It will be sent")
    return boris


@job("an answer is taken back, from the client's card", before="–", now=Cost(2), aim=2)
async def takes_back(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    await anna.says("/write")
    await anna.says("May I bring my dog?")
    await boris.looks()
    await boris.taps("✉️ Answer")
    await boris.says("No dogs.")
    boris = await counted(boris)
    await boris.taps("↩️ What I sent")
    await boris.taps("↩️ Take back")
    return boris


async def _at_a_deal(world: World) -> Counted:
    boris = await a_manager(world)
    await a_deal(world, client=await a_client(world), responsible=boris)
    await boris.says("/deals 1")
    return await counted(boris)


async def _noted(boris: Counted) -> Counted:
    await boris.taps("✍️ Note")
    await boris.says("She would like a sea view.")
    boris.hears("Noted.")
    return boris
