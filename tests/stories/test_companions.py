"""Who travels with a client, on the client's file: added, corrected, removed; and what others see of it."""

from datetime import date

from bot.flows.companions import companion as flow
from domain.entities.deals import Deal
from domain.entities.people import Role
from domain.entities.travellers import Relation, Traveller
from domain.ports.desk import Desk
from tests.deals import a_deal, with_deal
from tests.dialogues import play
from tests.people import Person
from tests.world import World


async def opens_family(person: Person) -> None:
    await person.says("Emily Green")
    if not any(label.startswith("👪") for label in person.buttons):
        await person.taps("⋯ More")
    await person.taps("👪 Family")


async def test_a_colleague_keeps_the_family_of_a_client(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    number = await a_deal(world, client="Emily Green", seats=2)

    def went(_desk: Desk, deal: Deal) -> None:
        husband = Traveller(Relation.SPOUSE, "Sam Green", date(1983, 2, 1), "AB1234568", date(2027, 1, 30))
        deal.travellers.append(husband)

    await with_deal(world, number, went)
    await world.settle()
    await opens_family(boris)
    boris.hears("Emily Green: family and companions", "💍 Sam Green, 44 · passport until 30 January")
    await play(flow.__doc__, boris)
    boris.hears("On the file of Emily Green", "Born 1 June 2019, age 7")
    boris.sees("✓ Child", "Spouse", "✏️ Change", "🗑 Remove")
    await boris.taps("Someone else")
    boris.hears("👤 Tom Green")
    await boris.taps("✏️ Change")
    await boris.taps("✏️ Name")
    await boris.says("Tom 2")
    boris.hears("A name has only letters")
    await boris.says("Tom Brown")
    await boris.taps("✅ Save")
    boris.hears("👤 Tom Brown")
    await boris.taps("◀ Back")
    boris.hears("👤 Tom Brown, 7")
    await boris.taps("➕ Add a companion")
    await boris.taps("Spouse")
    await boris.says("Sam Green")
    await boris.says("01.02.1983")
    for _question in ("passport", "citizenship"):
        await boris.taps("Skip")
    await boris.taps("✅ Save")
    assert boris.alert
    assert "Sam Green is already on the client's file" in boris.toast
    await boris.taps("✖ Cancel")
    await boris.taps("🗑 Discard")

    await opens_family(ivan)
    ivan.hears("💍 Sam Green, 44")
    ivan.hears_nothing_of("passport")
    ivan.sees_no("➕")
    await ivan.taps("💍 Sam Green")
    ivan.sees_no("✏️", "🗑", "Spouse")

    await opens_family(boris)
    await boris.taps("👤 Tom Brown")
    await boris.taps("🗑 Remove")
    boris.hears("Remove Tom Brown from Emily Green's file?")
    await boris.taps("🗑 Yes, remove")
    boris.hears_nothing_of("Tom")
    boris.sees("💍 Sam Green")
    await boris.says("Emily Green")
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("Companion removed: Tom Brown", "Companion added: Tom Green (Child)")
