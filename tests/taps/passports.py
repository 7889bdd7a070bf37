"""Papers that a client sent, checked one by one."""

from tests.deals import a_deal
from tests.people import Person
from tests.stories.test_passports import photo
from tests.taps.cast import a_client, a_manager
from tests.taps.counting import Cost, Counted, counted
from tests.taps.jobs import job
from tests.world import World


async def _anna_sent_passports(world: World, boris: Person, *names: str) -> None:
    anna = await a_client(world)
    await a_deal(
        world, client=anna, seats=len(names), travellers=names, responsible=boris, step="documents.received"
    )
    await anna.says("/mytrips")
    await sends_passports(anna, *names)


async def sends_passports(anna: Person, *names: str) -> None:
    for name in names:
        await anna.taps(f"📷 Next: {name}" if name != names[0] else f"📷 Passport: {name}")
        await anna.sends(photo(name), photo=True)
    await anna.taps("✅ Done")


@job("first passport, from its notice", before="3 T", now=Cost(1), aim=1)
async def first_passport(world: World) -> Counted:
    boris = await a_manager(world)
    await _anna_sent_passports(world, boris, "Anna", "Ivan")
    boris = await counted(boris)
    await boris.taps("✅ Accept")
    boris.hears("✅ Anna: accepted")
    return boris


@job("each next passport", before="1 T", now=Cost(1), aim=1)
async def next_passport(world: World) -> Counted:
    boris = await a_manager(world)
    await _anna_sent_passports(world, boris, "Anna", "Ivan")
    await boris.looks()
    await boris.taps("✅ Accept")
    boris = await counted(boris)
    await boris.taps("✅ Accept")
    boris.hears("✅ Ivan: accepted")
    return boris
