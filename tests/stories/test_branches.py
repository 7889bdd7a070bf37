"""An agency with branches: each works with its own deals, all sell the same seats, the owner sees everything."""

from bot.flows.staff import open_branch
from domain.entities.branches import Branch
from domain.entities.people import Role
from domain.usecases.staff.staffing import invite
from tests.deals import a_deal, a_trip
from tests.dialogues import play
from tests.people import Person
from tests.stories.asking import asks_for_lisbon, notices_to, presses
from tests.world import World

NOT_LISTED = "Nothing from other branches is listed here."
"""Said where a list may be short."""


async def two_branches(world: World) -> tuple[int, int]:
    """The numbers of Plovdiv and Varna."""

    def work(unit: object) -> tuple[int, int]:
        desk = world.desk(unit)  # type: ignore[arg-type]
        both = [Branch(name, desk.now) for name in ("Plovdiv", "Varna")]
        for one in both:
            desk.repositories.branches.add(one)
        desk.repositories.flush()
        return both[0].id, both[1].id

    return await world.database.run(work)


async def colleague(world: World, name: str, branch: int | None, role: Role = Role.MANAGER) -> Person:
    person = await world.person(name)
    token = await world.database.run(lambda unit: invite(world.desk(unit), role, branch))
    await person.says(f"/start s_{token}")
    return person


async def test_the_dialogue_of_a_new_branch_plays_as_written(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    assert open_branch.__doc__
    await play(open_branch.__doc__.replace("<b>", "").replace("</b>", ""), olga)
    await olga.taps("✏️ Rename")
    await olga.says("Plovdiv Center")
    olga.hears("Plovdiv Center")

    await olga.says("/staff")
    await olga.taps("🏢 Open a branch")
    await olga.says("plovdiv center")
    olga.hears("There is already a branch “Plovdiv Center”.")
    await olga.says("Varna")
    olga.hears("Varna", "0 colleagues")


async def test_the_owner_invites_into_a_branch_and_moves_people(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await two_branches(world)
    await olga.says("/staff")
    await olga.taps("➕ Invite somebody")
    await olga.taps("➕ Invite: Manager")
    olga.sees("🏢 Head office", "🏢 Plovdiv", "🏢 Varna")
    await olga.taps("🏢 Plovdiv")
    olga.hears("Manager", "🏢 Plovdiv")

    vera = await world.person("Vera")
    await vera.says(f"/start {olga.link()}")
    vera.hears("You are now: Manager.")
    await olga.says("/staff")
    olga.sees("🏢 Head office · 1", "🏢 Plovdiv · 1", "🏢 Varna · 0")
    await olga.taps("🏢 Plovdiv · 1")
    await olga.taps("👤 Vera")
    olga.hears("Vera · Manager", "🏢 Plovdiv")
    await olga.taps("🏢 Another branch")
    olga.sees_no("🏢 Plovdiv")
    await olga.taps("🏢 Varna")
    olga.hears("Vera · Manager", "🏢 Varna")
    await olga.taps("⋯ More")
    await olga.taps("🕘 History")
    olga.hears("Now works in the branch Varna", "Joined: Manager")


async def test_an_inquiry_is_everybodys_until_somebody_takes_it(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    plovdiv, varna = await two_branches(world)
    boris, vera = await colleague(world, "Boris", plovdiv), await colleague(world, "Vera", varna)
    anna = await world.person("Anna")
    await anna.says("/start")
    await asks_for_lisbon(anna, phone="+359888123456")
    await boris.looks()
    boris.hears("Inquiry #1")
    await vera.looks()
    vera.hears("Inquiry #1")

    await boris.says("/inquiries")
    await boris.taps("#1 · Anna")
    await boris.taps("🙋 I take it")
    assert boris.toast == "It is yours."
    boris.hears("🙋 Taken by Boris")

    await vera.says("/inquiries")
    vera.hears("No inquiries waiting.", NOT_LISTED)
    for command in ("/money", "/deals"):
        await vera.says(command)
        vera.hears(NOT_LISTED)
    (notice,) = await notices_to(world, vera, "inquiry_arrived")
    await presses(vera, notice, "open_inquiry")
    assert vera.toast == "There is no such inquiry."
    vera.hears_nothing_of("Lisbon")
    await vera.says("Anna")
    vera.hears("Anna", "Deals of your branch: 0, inquiries: 0", NOT_LISTED)  # clients are the agency's
    vera.hears_nothing_of("Lisbon")
    await olga.says("/inquiries")
    olga.sees("#1 · ✍️ Boris · Anna")
    olga.hears_nothing_of(NOT_LISTED)


async def test_a_branch_sees_its_own_deals_only(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    plovdiv, varna = await two_branches(world)
    boris, vera = await colleague(world, "Boris", plovdiv), await colleague(world, "Vera", varna)
    trip = await a_trip(world)
    theirs = await a_deal(world, client="Maria Ivanova", trip=trip, responsible=boris, branch=plovdiv)
    own = await a_deal(world, client="Pavel", trip=trip, seats=1, responsible=vera, branch=varna)

    await vera.says("/deals")
    await vera.taps("🗂")
    vera.hears("1 open deal")
    await vera.says(f"/deals {theirs}")
    vera.hears("There is no such deal.")
    await vera.says("/deals 4711")
    vera.hears("There is no such deal.")
    await vera.says(f"/deals {own}")
    vera.hears("Pavel")
    vera.hears_nothing_of("🏢")

    await vera.says("/participants Ohrid 29.10.2027")
    vera.hears("Maria Ivanova", "Pavel", "€0 paid, €300 left to pay")
    vera.hears("💶 €0 of €300 paid")  # of her own branch
    vera.hears_nothing_of("600.00")

    await olga.says("/deals")
    await olga.taps("🗂")
    olga.hears("2 open deals")
    await olga.says(f"/deals {theirs}")
    olga.hears("Responsible: Boris", "🏢 Plovdiv")
    await olga.taps("🤝 Hand over")
    await olga.taps("Vera · Manager")
    olga.hears("Responsible: Vera", "🏢 Varna")

    await boris.says(f"/deals {theirs}")
    boris.hears("There is no such deal.")
    await vera.looks()
    vera.hears(f"Deal #{theirs} is yours")
    await vera.says(f"/deals {theirs}")
    vera.hears("Maria Ivanova")
    await vera.taps("🤝 Hand over")
    vera.sees_no("Boris")
    vera.sees("Olga · Owner")


async def test_only_the_branch_that_planned_a_trip_changes_it(world: World) -> None:
    plovdiv, varna = await two_branches(world)
    boris, vera = await colleague(world, "Boris", plovdiv), await colleague(world, "Vera", varna)

    def planned_in_plovdiv(unit: object) -> None:
        world.desk(unit).repositories.trips.get(trip).branch = plovdiv  # type: ignore[arg-type]

    trip = await a_trip(world)
    await world.database.run(planned_in_plovdiv)
    await vera.says("/trips")
    await vera.taps("Ohrid")
    vera.sees("👥 Participants", "🔗 Join link")
    vera.sees_no("✏️ Change")
    await boris.says("/trips")
    await boris.taps("Ohrid")
    boris.sees("✏️ Change")


async def test_one_persons_agency_hears_nothing_of_branches(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await a_deal(world)
    await olga.says("/deals 1")
    olga.hears_nothing_of("🏢", "ranch")
    await olga.says("/staff")
    olga.hears("1 colleague", "Olga · Owner")
    await olga.taps("➕ Invite somebody")
    await olga.taps("➕ Invite: Guide")
    olga.hears("It works once, for one person")
    await olga.says("/staff")
    await olga.taps("👤 Olga")
    olga.sees_no("🏢 Another branch")
