"""A supplier answers behind a link over real HTTP: it is seen, posted once and told; robots and strangers learn nothing."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer

from domain.entities.people import Role
from domain.entities.services import Service, ServiceKind, ServicePlan, Stop
from domain.usecases.services.booking import book
from storage import SqlUnit
from tests.deals import a_deal, a_trip
from tests.things import eur
from tests.web.test_server import behind
from tests.world import World
from web.doors import Visit
from web.handlers.supplier_links.doors import is_robot
from web.registry import all_doors
from web.server import WebDoors

PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36"}
ANOTHER = {
    "answer": "another_time",
    "day": "2027-10-30",
    "time": "08:10",
    "words": "  the early one is full\0 ",
}


@pytest.fixture
async def client(world: World) -> AsyncIterator[ClientSession]:
    doors = WebDoors(all_doors())
    doors.backend = behind(world)
    app = web.Application()
    app.add_routes(doors.routes())
    server = TestServer(app)
    await server.start_server(access_log=None)
    async with TestClient(server) as client:
        yield client  # type: ignore[misc]


async def _read(client: ClientSession, path: str, **more: str) -> tuple[int, str]:
    async with client.get(path, headers=PHONE | more) as answer:
        return answer.status, await answer.text()


async def _post(client: ClientSession, path: str, **fields: str) -> tuple[int, str]:
    async with client.post(path, data=fields, headers=PHONE) as answer:
        return answer.status, await answer.text()


async def _booked(world: World, deal: int) -> None:
    def work(unit: SqlUnit) -> None:
        desk = world.desk(unit)
        sale = desk.archive.deals.get(deal)
        plan = ServicePlan(
            kind=ServiceKind.FLIGHT,
            title="FB 431 <b>",
            begins=Stop(desk.today + timedelta(days=40), "06:40", "Europe/Sofia", "Sofia"),
            net=eur(250),
        )
        book(desk, sale, plan)

    await world.database.run(work)


async def _service(world: World) -> Service:
    return await world.database.run(lambda unit: unit.repositories.services.get(1))


async def test_a_supplier_confirms_or_offers_another_time_by_one_link(
    world: World, client: ClientSession
) -> None:
    boris = await world.colleague("Boris", Role.MANAGER, "ru")
    anna = await world.person("Anna Petrova")
    await anna.says("/start")
    deal = await a_deal(world, client=anna, trip=await a_trip(world), responsible=boris, step="deposit")
    await _booked(world, deal)
    await boris.says("/deals 1")
    await boris.taps("⋯ Ещё")
    await boris.taps("🔖 Услуги · 1")
    await boris.taps("⏳ Рейс FB 431")
    await boris.taps("🔗 Ссылка")
    boris.hears("просит подтвердить", "Рейс FB 431", "https://tours.example/s/")
    path = "/s/" + boris.heard[-2].partition("/s/")[2].split("<")[0].split('"')[0].strip()

    async with client.head(path, headers=PHONE) as answer:
        assert answer.status == 200
    status, seen = await _read(client, path, **{"User-Agent": "TelegramBot (like TwitterBot)"})
    assert (status, "FB 431" in seen) == (200, False)
    assert (await _service(world)).looks == 0

    status, seen = await _read(client, path, **{"Accept-Language": "zh-CN,zh;q=0.9"})
    assert status == 200
    for told in ("请您确认", "FB 431 &lt;b&gt;", "06:40"):
        assert told in seen
    for secret in ("Anna", "Petrova", "250", "Boris", "<script", "http", "src="):
        assert secret not in seen
    assert (await _service(world)).looks == 1
    status, seen = await _read(client, f"{path}?lang=bg")
    assert "моли да потвърдите" in seen

    status, seen = await _post(client, path, answer="another_time", day="31.02", time="8")
    assert (status, "Please give the day and the hour." in seen) == (422, True)
    for _twice in range(2):
        status, seen = await _post(client, path, **ANOTHER)
        assert (status, "Thank you, we have it." in seen) == (200, True)
    await world.settle()
    await boris.looks()
    boris.hears("Поставщик предлагает другой день или время", "the early one is full")
    assert "\n".join(boris.heard).count("Поставщик предлагает") == 1
    await boris.taps("📂 К услуге")
    await boris.taps("✅ Принять время")
    boris.hears("✅ подтверждено", "30 октября, 08:10")

    status, seen = await _post(client, f"{path}?lang=ru", answer="confirmed", number="X7Y2Z")
    assert "Вы подтвердили. Номер: X7Y2Z" in seen
    await world.settle()
    await boris.looks()
    boris.hears("✅ Поставщик подтвердил", "X7Y2Z")
    await boris.taps("📂 К услуге")
    await boris.taps("🕘 История")
    boris.hears("Ссылку поставщика открывали (1)")
    await boris.taps("◀ Назад")
    await boris.taps("🚫 Закрыть ссылку")
    status, seen = await _post(client, path, answer="refused")
    assert (status, "not open any more" in seen) == (404, True)
    assert (await _service(world)).is_confirmed


async def test_a_stranger_who_guesses_links_is_told_nothing(world: World, client: ClientSession) -> None:
    assert world is not None
    for path in ("/s/x", "/s/" + "A" * 43, "/s/%00", "/s/" + "я" * 300):
        assert (await _read(client, path))[0] == 404
        assert (await _post(client, path, answer="confirmed"))[0] == 404
    async with client.post("/s/x", data=b"words=" + b"x" * 10_000, headers=PHONE) as answer:
        assert answer.status == 413
        assert "<html" in await answer.text()


@pytest.mark.parametrize(
    ("headers", "robot"),
    [
        (PHONE, False),
        ({"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1"}, False),
        ({"User-Agent": "TelegramBot (like TwitterBot)"}, True),
        ({"User-Agent": "WhatsApp/2.24"}, True),
        ({"User-Agent": "facebookexternalhit/1.1"}, True),
        ({"User-Agent": "Mozilla/5.0 (compatible; bingbot/2.0)"}, True),
        ({"User-Agent": "curl/8.5"}, True),
        ({}, True),
        (PHONE | {"Sec-Purpose": "prefetch;prerender"}, True),
    ],
)
def test_who_draws_previews_is_a_robot(headers: dict[str, str], *, robot: bool) -> None:
    assert is_robot(Visit("GET", {}, {}, headers, b"", None)) is robot
