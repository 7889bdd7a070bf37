"""The personal link of a client without Telegram: to their own file by it, and to nobody else's."""

import asyncio
from datetime import timedelta

from domain.entities.clients import Client
from domain.entities.people import Role
from domain.ports.desk import Desk
from storage import SqlUnit
from tests.deals import a_deal
from tests.people import Person
from tests.stories.asking import look, notices_to, presses
from tests.stories.test_same_person import rosas_deal
from tests.stories.test_secrets import at_rest
from tests.world import World

CLOSED = "This link is no longer valid."


async def opens_card(staff: Person, name: str) -> None:
    await staff.says(name)
    if not any("Client since" in one or "Клиент с" in one or "Клиент от" in one for one in staff.heard):
        await staff.taps(f"👤 {name}")


async def presses_on_card(staff: Person, label: str) -> None:
    if not any(one.startswith(label) for one in staff.buttons):
        await staff.taps("⋯")
    await staff.taps(label)


def rosa(desk: Desk) -> Client:
    return desk.repositories.clients.get(1)


async def test_who_is_not_in_telegram_comes_to_her_own_file(world: World) -> None:
    """Борис распечатывает ссылку для Розы, Роза открывает её дома; Ева — позже."""
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    galya = await world.colleague("Galya", Role.GUIDE)
    await rosas_deal(world, boris)
    home = await world.person("Роза", "bg", username="rosa_i")
    eve = await world.person("Eve")

    await opens_card(boris, "Rosa Ivanova")
    await presses_on_card(boris, "🔗 Личная ссылка")
    boris.hears("Tourdesk в Telegram", "?start=p_", "Наведите камеру", "[telegram.png]", "до 31 марта")
    token = boris.link()
    assert (await at_rest(world)).count(token.removeprefix("p_")) == 0
    assert boris.last["file"] is None

    await kalina.says(f"/start {token}")
    kalina.hears("for them it is still good", "Rosa Ivanova", "not on Telegram")
    await galya.says(f"/start {token}")
    galya.hears_nothing_of("Rosa")
    galya.hears("right" if "right" in "".join(galya.heard) else "")

    await home.says(f"/start {token}")
    home.hears("Добре дошли! Всичко, за което сме се разбрали с Вас, вече е тук.")
    await home.says("/mytrips")
    home.hears("Honeymoon in Vienna")
    await home.says(f"/start {token}")
    home.hears_nothing_of("Добре дошли! Всичко")

    [told] = await notices_to(world, boris, "link_opened")
    await boris.looks()
    boris.hears("Rosa Ivanova: личная ссылка открыта, теперь в Telegram как Роза (@rosa_i)")

    await eve.says(f"/start {token}")
    eve.hears("This link has already been used.", "Write to us here")
    await eve.says(f"/start {token}")
    await eve.says("/mytrips")
    eve.hears_nothing_of("Vienna", "Rosa")
    assert len(await notices_to(world, boris, "link_opened_again")) == 1
    await boris.looks()
    boris.hears("Личную ссылку клиента Rosa Ivanova открыл и кто-то другой: Eve", "Ему ничего не показали.")

    await presses(boris, told, "open_client")
    boris.hears("Rosa Ivanova", "в Telegram, пишет по-болгарски")
    boris.sees_no("🔗 Личная ссылка")
    await presses_on_card(boris, "🕘 История")
    boris.hears("Пишет в Telegram: Роза", "Создана личная ссылка, действует до 31 марта")


async def test_who_has_a_file_already_is_joined_by_a_colleague(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await rosas_deal(world)
    home = await world.person("Роза", "ru")
    await asks_for_lisbon_in_russian(home)
    await opens_card(boris, "Rosa Ivanova")
    await presses_on_card(boris, "🔗 Personal link")

    await home.says(f"/start {boris.link()}")
    home.hears("Спасибо! Сотрудник добавит это")
    await home.says("/mytrips")
    home.hears_nothing_of("Vienna")
    await boris.looks()
    boris.hears("Same person?", "One of them opened the other's personal link.")
    await boris.taps("🪞 Look at both")
    await boris.taps("🤝 Join, keep Rosa Ivanova")
    await home.says("/mytrips")
    home.hears("Honeymoon in Vienna")


async def asks_for_lisbon_in_russian(person: Person) -> None:
    await person.says("/write")
    await person.says("Можно взять собаку?")
    person.hears("Передано")


async def test_old_lost_and_closed_links_and_the_wrong_person(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await rosas_deal(world, boris)
    home, eve = await world.person("Rosa", "zh"), await world.person("Eve")
    await opens_card(boris, "Rosa Ivanova")
    await presses_on_card(boris, "🔗 Personal link")
    old = boris.link()
    await world.turn(timedelta(days=30))
    await home.says(f"/start {old}")
    home.hears("这个链接已失效")

    await opens_card(boris, "Rosa Ivanova")
    await presses_on_card(boris, "🔗 Personal link")
    boris.hears("There is no open link")
    await boris.taps("🔄 New link")
    lost = boris.link()
    boris.hears("We do not keep the link itself")
    await boris.taps("🔄 New link")
    withdrawn = boris.link()
    await home.says(f"/start {lost}")
    home.hears("这个链接已失效")
    await boris.taps("🚫 Close the link")
    boris.hears("There is no open link")
    await home.says(f"/start {withdrawn}")
    home.hears("这个链接已失效")
    await boris.taps("🔄 New link")
    token = boris.link()

    await eve.says(f"/start {token}")
    eve.hears("Welcome! What we have arranged")
    await boris.looks()
    await boris.taps("✖ Not Rosa Ivanova")
    boris.hears("Was the link opened by the wrong person? Then Eve no longer sees anything")
    await boris.taps("✖ Yes, disconnect")
    boris.hears("without Telegram again")
    await eve.says("/mytrips")
    eve.hears_nothing_of("Vienna")
    await home.says(f"/start {token}")
    home.hears("此链接已被使用")
    await boris.looks()
    await boris.says("Rosa Ivanova")
    await presses_on_card(boris, "🔗 Personal link")
    await boris.taps("🔄 New link")
    await home.says(f"/start {boris.link()}")
    home.hears("欢迎！")
    await home.says("/mytrips")
    home.hears("Honeymoon in Vienna")
    assert (await look(world, rosa)).person is not None


async def test_two_who_open_it_at_once(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await rosas_deal(world, boris)
    people = [await world.person(f"Rosa {number}") for number in range(6)]
    await opens_card(boris, "Rosa Ivanova")
    await presses_on_card(boris, "🔗 Personal link")
    opened = {"text": f"/start {boris.link()}"}
    await asyncio.gather(*(world.post(f"/sim/people/{one.id}/say", opened) for one in people))
    await world.settle()
    for one in people:
        await one.looks()
    assert sum("Welcome!" in "\n".join(one.heard) for one in people) == 1
    assert sum("already been used" in "\n".join(one.heard) for one in people) == 5


async def test_files_that_are_joined_lead_the_link_along(world: World) -> None:
    """Ссылка была дана карточке, которую потом объединили."""
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    await rosas_deal(world)
    await a_deal(world, client="Rosa Petrova")
    await opens_card(boris, "Rosa Petrova")
    await presses_on_card(boris, "🔗 Личная ссылка")
    token = boris.link()

    def join(unit: SqlUnit) -> None:
        from domain.usecases.clients.merging import merge_clients

        merge_clients(world.desk(unit), 2, 1)

    await world.database.run(join)
    home = await world.person("Роза", "ru")
    await home.says(f"/start {token}")
    home.hears("Добро пожаловать!")
    whose = await look(world, rosa)
    assert whose.person is not None
    assert whose.person.telegram_id == home.id
