"""The same person twice on file: joined by proof, by colleagues, told apart, taken apart again."""

from datetime import timedelta

from bot.flows.clients import join
from domain.entities.people import Role
from storage import SqlUnit
from tests.deals import a_deal
from tests.dialogues import play
from tests.people import Person
from tests.stories.asking import asks_for_lisbon, look, notices_to, presses
from tests.stories.test_branches import colleague, two_branches
from tests.world import World

PHONE = "+359888765413"


async def rosas_deal(world: World, responsible: Person | None = None, phone: str | None = PHONE) -> int:
    """Taken down at the office for Rosa Ivanova, who is not in Telegram; the deal's number."""
    number = await a_deal(world, client="Rosa Ivanova", responsible=responsible)

    def work(unit: SqlUnit) -> None:
        client = unit.repositories.deals.get(number).client
        client.phone = phone
        unit.repositories.clients.renamed(client)

    await world.database.run(work)
    return number


async def test_a_contact_shared_later_joins_the_file_of_the_office(world: World) -> None:
    """Роза сначала спрашивает, потом делится контактом."""
    await world.colleague("Boris", Role.MANAGER)
    deal = await rosas_deal(world)
    rosa = await world.person("Роза", "ru", phone=PHONE)
    await rosa.says("/write")
    await rosa.says("Можно взять собаку?")
    rosa.hears("Передано.")
    await rosa.says("/mytrips")
    rosa.hears_nothing_of("Honeymoon in Vienna")

    await rosa.says("/tour")
    await rosa.says("Лиссабон")
    await rosa.taps("Пропустить")
    await rosa.taps("2")
    await rosa.taps("Роза")
    await rosa.taps("📱 Отправить мой номер")
    await rosa.taps("✅ Отправить")

    await rosa.says("/mytrips")
    rosa.hears("Honeymoon in Vienna")
    whose = await look(world, lambda desk: desk.repositories.deals.get(deal).client)
    assert whose.person is not None
    assert (whose.name, whose.person.telegram_id) == ("Rosa Ivanova", rosa.id)
    said = await look(world, lambda desk: [one.text for one in desk.repositories.interactions.of(whose)])
    assert said == ["Можно взять собаку?"]


async def test_a_typed_number_is_shown_to_whoever_leads_the_deal(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    deal = await rosas_deal(world, boris)
    rosa = await world.person("Rosa")
    await asks_for_lisbon(rosa, phone="0888765413")

    [told] = await notices_to(world, boris, "same_person")
    await boris.looks()
    boris.hears("Same person?", "Rosa Ivanova · +359 88 876 5413", "Both have the same phone number.")
    await boris.taps("🪞 Look at both")
    boris.hears("Same person?", "#1 · Rosa Ivanova", "Deals: 1, inquiries: 0", "#2 · Rosa", "· Telegram ·")
    assert len(boris.buttons) <= 6
    await boris.taps("🤝 Join, keep Rosa Ivanova")
    boris.hears("Joined.", "Rosa Ivanova", "· Telegram ·", "Deals: 1, inquiries: 1", "Joined with #2 Rosa")
    await presses(boris, told, "open_same")
    boris.hears("Rosa Ivanova", "Joined with #2 Rosa")

    await rosa.says("/mytrips")
    rosa.hears("Honeymoon in Vienna")
    await boris.says("Rosa")
    boris.hears("Rosa Ivanova", "Deals: 1, inquiries: 1")
    await boris.taps("⋯ More")
    await boris.taps("↩️ Take apart")
    boris.hears("Take Rosa apart again?")
    await boris.taps("↩️ Yes, take apart")
    boris.hears("two files again", "Rosa Ivanova", "not on Telegram", "Deals: 1, inquiries: 0")
    boris.sees_no("🪞 Same person?")
    await boris.taps("⋯ More") if "⋯ More" in boris.buttons else None
    await boris.taps("🕘 History")
    boris.hears("Taken apart from file #2, Rosa", "Joined with file #2, Rosa")
    await rosa.says("/mytrips")
    rosa.hears_nothing_of("Honeymoon in Vienna")
    assert (await look(world, lambda desk: desk.repositories.deals.get(deal).client.name)) == "Rosa Ivanova"


async def test_by_hand_with_open_drafts_and_bad_tries(world: World) -> None:
    """Борис объединяет; Калина тем временем заводит сделку для той, которой больше нет."""
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    kalina = await world.colleague("Kalina", Role.OPERATOR, "bg")
    await rosas_deal(world)
    rosa = await world.person("Rosa")
    await asks_for_lisbon(rosa)
    await rosa.says("/write")

    await kalina.says("Rosa")
    await kalina.taps("👤 Rosa")
    await kalina.taps(next(one for one in kalina.buttons if one.startswith("☎️")))
    kalina.hears("Rosa")

    await boris.says("Rosa Ivanova")
    if "🤝 Объединить" not in boris.buttons:
        await boris.taps("⋯ Ещё")
    await boris.taps("🤝 Объединить")
    await boris.says("никого нет")
    boris.hears("Кто в базе — тот же человек, что и Rosa Ivanova?")
    await boris.says("Rosa")
    await boris.taps("Rosa")
    boris.hears("Тот же человек?", "№ 1 · Rosa Ivanova", "№ 2 · Rosa")
    await boris.taps("🤝 Объединить, оставить Rosa Ivanova")
    boris.hears("Объединено", "Rosa Ivanova", "Объединено с № 2 Rosa")

    await kalina.says("Иска море")
    kalina.hears("Rosa Ivanova", "Иска море")
    await rosa.says("May I bring my dog?")
    whose = await look(world, lambda desk: desk.repositories.clients.get(2))
    assert whose.id == 1
    said = await look(world, lambda desk: [one.text for one in desk.repositories.interactions.of(whose)])
    assert {"May I bring my dog?", "Иска море"} <= {*said}

    await world.turn(timedelta(days=31))
    await boris.says("Rosa")
    boris.hears("Объединено с № 2 Rosa")
    boris.sees_no("↩️ Разъединить")


async def test_a_second_telegram_reaches_the_same_file(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    home, work = await world.person("Rosa"), await world.person("Rosa at work")
    for person in (home, work):
        await asks_for_lisbon(person)
    await a_deal(world, client=home)
    await boris.says("Rosa at work")
    await boris.taps("⋯ More") if "🤝 Join with another" not in boris.buttons else None
    await boris.taps("🤝 Join with another")
    await boris.says("Rosa")
    await boris.taps("Rosa")
    await boris.taps("🤝 Join, keep Rosa")
    await work.says("/mytrips")
    work.hears("Honeymoon in Vienna")


async def test_the_list_of_doubts_and_another_branch(world: World) -> None:
    boss = await world.colleague("Olga", Role.OWNER)
    plovdiv, varna = await two_branches(world)
    mila = await colleague(world, "Mila", plovdiv)
    await rosas_deal(world)
    deal = await a_deal(world, client="Rosa P.", branch=varna)

    def shared(unit: SqlUnit) -> None:
        from domain.usecases.clients.noticing import notice_phone

        client = unit.repositories.deals.get(deal).client
        client.phone = PHONE
        unit.repositories.flush()
        notice_phone(world.desk(unit), client, PHONE)

    await world.database.run(shared)
    await mila.says("/clients")
    mila.hears("Clients", "#tag")
    mila.sees("👤 Rosa P.", "👤 Rosa Ivanova", "🪞 Same person? · 1")
    await mila.says("/today")
    await mila.taps("🪞 Same person? · 1")
    mila.hears("Same person?", "Rosa Ivanova", "Both have the same phone number.")
    mila.sees("🪞 Rosa Ivanova", "✖ Not the same")
    await mila.taps("🪞 Rosa Ivanova")
    await mila.taps("🤝 Join, keep Rosa Ivanova")
    assert mila.toast.startswith("Rosa P. also has deals or inquiries of another branch")

    await boss.says("Rosa P.")
    boss.hears("Same person? Rosa Ivanova")
    await boss.taps("🪞 Same person?")
    await boss.says("/clients")
    await boss.taps("🪞 Same person? · 1")
    await boss.taps("✖ Not the same")
    assert boss.toast == "Noted: two people."
    boss.hears("Nobody is on file twice")
    await boss.says("/today")
    boss.sees_no("🪞 Same person?")


async def test_joining_plays_as_it_is_written(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await rosas_deal(world)
    rosa = await world.person("Rosa")
    await asks_for_lisbon(rosa)
    await boris.says("Rosa")
    await boris.taps("👤 Rosa")
    if "🤝 Join with another" not in boris.buttons:
        await boris.taps("⋯ More")
    await play(join.__doc__, boris)
