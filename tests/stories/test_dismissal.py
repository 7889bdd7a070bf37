"""Somebody leaves: their buttons are dead, their work goes on in other hands, and nothing that was said is lost."""

from domain.entities.people import Role
from domain.notices.deals import DEAL_ASSIGNED
from domain.usecases.staff.staffing import dismiss
from tests.deals import a_deal, a_trip, told, with_deal
from tests.people import Person
from tests.stories.asking import asks_for_lisbon, notices_to, presses
from tests.world import World


async def dismisses(olga: Person, name: str) -> None:
    await olga.says("/staff")
    await olga.taps(f"👤 {name}")
    await olga.taps(f"✖ {name} leaves")
    await olga.taps("Yes, leaves")


async def test_the_work_goes_on_with_one_tap(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    for client in ("Maria", "Pavel"):
        await a_deal(world, client=client, responsible=boris)
    anna = await world.person("Anna")
    await anna.says("/start")
    await asks_for_lisbon(anna)
    await boris.says("/inquiries")
    await boris.taps("#1")
    await boris.taps("🙋 I take it")

    await dismisses(olga, "Boris")
    assert olga.toast == "Boris has left."
    await boris.looks()
    boris.hears("Tourdesk: you no longer work here.", "please ask Olga")
    olga.hears("Boris leaves behind: 2 open deals, 1 inquiry.", "Who takes over?")
    await olga.taps("👤 Kalina")
    assert olga.toast == "Kalina takes over 2 open deals, 1 inquiry."
    olga.hears("Boris · Manager", "✖ Left on")
    olga.hears_nothing_of("Leads")
    await kalina.looks()
    kalina.hears("is yours")
    await kalina.says("/deals 1")
    kalina.hears("Responsible: Kalina")

    await olga.says("/staff")
    olga.sees_no("👤 Boris", "⚠️ No one assigned")


async def test_or_one_by_one(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    await world.colleague("Kalina", Role.OPERATOR)
    await a_deal(world, client="Maria", responsible=boris)
    await dismisses(olga, "Boris")
    await olga.taps("📋 One by one")
    await olga.taps("🗂 #1 · Maria")
    await olga.taps("Kalina · Operator")
    olga.hears("Responsible: Kalina")
    await olga.says("/staff")
    olga.sees_no("⚠️ No one assigned")


async def test_whoever_left_is_a_guest_in_the_hall(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world)
    await a_deal(world, client="Maria Ivanova", trip=trip, responsible=boris)
    anna = await world.person("Anna")
    await anna.says("/start")
    await asks_for_lisbon(anna)
    (notice,) = await notices_to(world, boris, "inquiry_arrived")
    await boris.says("/deals 1")
    await boris.taps("💶 Payments")
    await boris.taps("💶 Record a payment")
    await boris.says("100")

    await dismisses(olga, "Boris")

    await boris.says("50")  # the conversation he was in is over: it is a stranger's word now
    boris.hears("✉️ Sent.")
    boris.hears_nothing_of("Maria", "EUR")
    await boris.says("/deals 1")
    boris.hears("You are not allowed to do this.", "Hello, Boris!")
    boris.hears_nothing_of("Maria")
    boris.sees("🏝 Ask for a tour")
    await presses(boris, notice, "open_inquiry")
    assert boris.toast == "You are not allowed to do this."
    boris.hears("Hello, Boris!")
    boris.hears_nothing_of("Lisbon")
    await boris.says("Maria")
    boris.hears_nothing_of("Ivanova", "+359")
    await boris.says("/menu")
    boris.sees("🏝 Ask for a tour")
    boris.sees_no("🗂 Deals")
    assert await with_deal(world, 1, lambda _desk, deal: deal.paid.minor) == 0


async def test_an_old_card_shows_the_hall_instead(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_deal(world, client="Maria Ivanova", responsible=boris)
    await boris.says("/deals 1")
    await dismisses(olga, "Boris")
    await boris.taps("▶ Travellers' details")
    assert boris.toast.startswith("These buttons are out of date.")
    boris.hears("Hello, Boris!")
    boris.hears_nothing_of("Maria")
    assert await with_deal(world, 1, lambda _desk, deal: deal.step_key) == "new"


async def test_what_was_not_told_them_yet_is_told_to_the_owner(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    number = await a_deal(world, client="Maria", responsible=boris)

    def write(unit: object) -> None:
        desk = world.desk(unit)  # type: ignore[arg-type]
        deal = desk.repositories.deals.get(number)
        assert deal.responsible is not None
        desk.notify(deal.responsible.person, DEAL_ASSIGNED, "1", deal=number, step="new")
        dismiss(desk, deal.responsible.id)

    await world.database.run(write)
    await world.settle()
    await boris.looks()
    boris.hears_nothing_of("Maria")
    await olga.looks()
    assert [one for one in await told(world, olga) if one.startswith("deal_assigned")]
    olga.hears("Maria")


async def test_another_role_takes_the_old_buttons_away(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_deal(world, client="Maria", responsible=boris)
    await boris.says("/deals 1")
    await olga.says("/staff")
    await olga.taps("👤 Boris")
    await olga.taps("🎭 Another role")
    await olga.taps("Guide")
    assert olga.toast == "Boris is now: Guide."
    await boris.looks()
    boris.hears("You are now: Guide", "Changed by Olga.")
    olga.hears("Boris leaves behind: 1 open deal.")
    await boris.taps("▶ Travellers' details")
    boris.hears("Guide")
    assert await with_deal(world, 1, lambda _desk, deal: deal.step_key) == "new"


async def test_the_last_owner_stays_and_an_invitation_can_be_withdrawn(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await dismisses(olga, "Olga")
    assert olga.toast == "The agency needs at least one owner."
    await olga.says("/staff")
    await olga.taps("➕ Invite somebody")
    await olga.taps("➕ Invite: Manager")
    link = olga.link()
    await olga.says("/staff")
    await olga.taps("✉️ Open invitations · 1")
    olga.hears("Manager, until 2 March")
    await olga.taps("🚫 Withdraw: Manager")
    olga.hears("None.")
    eve = await world.person("Eve")
    await eve.says(f"/start {link}")
    eve.hears("This link is no longer valid.")
    await olga.says("/staff")
    await olga.taps("➕ Invite somebody")
    await olga.taps("➕ Invite: Manager")
    await eve.says(f"/start {olga.link()}")
    await olga.looks()
    olga.hears("Eve has joined: Manager", "Invited by Olga.")
