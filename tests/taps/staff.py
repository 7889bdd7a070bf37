"""The staff's own side: clients by file, a link for whoever has no Telegram, holidays."""

from domain.entities.people import Role
from tests.people import Person
from tests.stories.test_personal_link import opens_card
from tests.stories.test_same_person import rosas_deal
from tests.taps.cast import a_manager
from tests.taps.counting import Cost, Counted, counted
from tests.taps.jobs import job
from tests.world import World

CSV = ("clients.csv", "text/csv", b"Name;Phone;Tags\nIvan Petrov;0888123456;vip\nMaria Stoeva;0888123457;\n")


@job("clients are added from a file", before="–", now=Cost(3, 0, 1), aim=4)
async def imports(world: World) -> Counted:
    boris = await counted(await a_manager(world))
    await _imports(boris)
    return boris


@job("a file of clients is taken back", before="–", now=Cost(3), aim=3)
async def takes_back(world: World) -> Counted:
    boris = await a_manager(world)
    await _imports(boris)
    boris = await counted(boris)
    for label in ("/import", "#1 clients.csv", "↩️ Take all of it back"):
        await (boris.says(label) if label.startswith("/") else boris.taps(label))
    boris.hears("↩️ The import of clients.csv is taken back.")
    return boris


@job("all clients as a file", before="–", now=Cost(2), aim=2)
async def exports_all(world: World) -> Counted:
    boris = await a_manager(world)
    await _imports(boris)
    boris = await counted(boris)
    await boris.says("/export")
    await boris.taps("📇 File for Excel (XLSX)")
    boris.hears("2 clients", "[Clients.xlsx]")
    return boris


@job("a colleague's clients with a tag as a file", before="–", now=Cost(5, 1), aim=6)
async def exports_some(world: World) -> Counted:
    boris = await a_manager(world)
    await _imports(boris)
    boris = await counted(boris)
    await boris.says("/export")
    for label in ("Colleague", "Anybody's", "Tag"):
        await boris.taps(label)
    await boris.says("vip")
    await boris.taps("📇 File as CSV")
    boris.hears("1 client", "[Clients.csv]")
    return boris


@job("a personal link for a client without Telegram, from the card", before="–", now=Cost(1), aim=1)
async def gives_a_link(world: World) -> Counted:
    boris = await a_manager(world)
    await rosas_deal(world, boris)
    await opens_card(boris, "Rosa Ivanova")
    boris = await counted(boris)
    await boris.taps("🔗 Personal link")
    boris.hears("?start=")
    return boris


@job("a holiday with a deputy", before="–", now=Cost(5, 1), aim=6)
async def plans_a_holiday(world: World) -> Counted:
    boris = await a_manager(world)
    await world.colleague("Kalina", Role.OPERATOR)
    boris = await counted(boris)
    await boris.says("/settings")
    for label in ("🏖 My holidays", "➕ Plan a holiday"):
        await boris.taps(label)
    await boris.says("7.01 – 14.01")
    await boris.taps("Kalina")
    await boris.taps("✅ Save")
    boris.hears("stands in: Kalina")
    return boris


async def _imports(boris: Person) -> None:
    await boris.says("/import")
    await boris.sends(CSV)
    await boris.taps("👁 Show")
    await boris.taps("✅ Import 2 clients")
    boris.hears("✅ clients.csv is imported: 2 clients added.")
