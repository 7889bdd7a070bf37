"""Families of clients: proposed after a journey, joined and left with a tap; a client sees nothing of it."""

from datetime import date

from domain.entities.deals import Deal
from domain.entities.particulars import Particulars
from domain.entities.people import Role
from domain.entities.travellers import Relation
from domain.ports.desk import Desk
from domain.usecases.travellers.travellers import enter_traveller
from tests.deals import a_deal, with_deal
from tests.people import Person
from tests.world import World

PETAR = Particulars(Relation.SELF, "Petar Ivanov", date(1983, 2, 1), "AB1234568", date(2034, 1, 30), "BG")


async def goes(world: World, number: int, told: Particulars) -> None:
    def enter(desk: Desk, deal: Deal) -> None:
        enter_traveller(desk, deal.id, told)

    await with_deal(world, number, enter)


async def opens_family(boris: Person) -> None:
    """From a card that may have room for it."""
    if not any(label.startswith("👪") for label in boris.buttons):
        await boris.taps("⋯ Ещё")
    await boris.taps("👪 Семья · 1")
    await boris.taps("👪 Другие клиенты из семьи")


async def test_two_clients_who_travel_together_are_one_family_when_a_colleague_says_so(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, language="ru")
    petar = await world.person("Petar")
    await petar.says("/start")
    await goes(world, await a_deal(world, client=petar, seats=2), PETAR)
    hers = await a_deal(world, client="Rosa Ivanova", seats=2)
    await goes(world, hers, Particulars(Relation.SPOUSE, *list(vars(PETAR).values())[1:]))

    await boris.says("/menu")
    await boris.taps("⋯ Ещё")
    await boris.taps("👪 Одна семья?")
    boris.hears("Petar", "Rosa Ivanova", "Одна фамилия, и один ездил вместе с другим.")
    await boris.taps("👪 Petar — Rosa Ivanova")
    boris.sees("👪 Объединить в семью", "✖ Не семья")
    await boris.taps("✖ Не семья")
    boris.hears("Предложений по семьям нет.")

    await boris.says("Rosa Ivanova")
    boris.hears_nothing_of("👪 Одна семья")
    await opens_family(boris)
    boris.hears("Других клиентов в этой семье пока нет.")
    await boris.taps("➕ Другой клиент")
    await boris.says("Petar")
    await boris.taps("Petar")
    await boris.taps("👪 Объединить в семью")
    boris.hears("Rosa Ivanova: семья", "Petar")
    await boris.taps("👤 Petar")
    boris.hears("👪 Семья: Rosa Ivanova")
    await petar.says("/mytrips")
    petar.hears_nothing_of("Rosa")

    await opens_family(boris)
    await boris.taps("✖ Не из этой семьи")
    boris.hears("Других клиентов в этой семье пока нет.")
    await boris.says("Rosa Ivanova")
    boris.hears_nothing_of("👪 Семья:")
    await boris.taps("⋯ Ещё")
    await boris.taps("🕘 История")
    boris.hears("Petar: больше не в семье", "Одна семья с №")
