"""What web sites post: stored and answered at once, then an inquiry of whoever is meant, told to all like any other."""

from datetime import timedelta
from typing import Any

from domain.entities.people import Role
from domain.usecases.web_sources.settling import add_source
from tests.log_watch import WATCH
from tests.people import Person
from tests.stories.asking import asks_for_lisbon, look
from tests.world import World

FORM = "application/x-www-form-urlencoded"
PHONE = "+359888123456"
ASKED = {"name": "Анна Петрова", "phone": PHONE, "text": "Охрид, с видом на море", "people": 2}


async def posts(world: World, token: str, body: object = None, **headers: str) -> tuple[int, dict[str, Any]]:
    headers.setdefault("Authorization", f"Bearer {token}")
    return await world.visit("POST", "/intake", ASKED if body is None else body, **headers)


async def makes_a_source(olga: Person) -> str:
    await olga.says("/settings")
    await olga.taps("⋯ More")
    await olga.taps("🖥 Web sites")
    await olga.taps("➕ Add")
    await olga.says("tours.example")
    olga.hears("Which web address are its pages on")
    await olga.says("no address")
    olga.hears("link")
    await olga.says("https://Tours.example/contact")
    olga.hears("🔑 Token of tours.example: ", "tours.example", "https://tours.example/intake")
    token = next(one for one in olga.heard if "Token of" in one).split(": ")[1].split()[0]
    WATCH.plant(token, "a source's token")
    return token


async def test_olga_lets_a_web_site_send_inquiries_and_anna_asks_there(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER, "bg")
    anna = await world.person("Anna")
    await asks_for_lisbon(anna, phone=PHONE)
    token = await makes_a_source(olga)

    assert await posts(world, token, Idempotency_Key="one") == (201, {"received": True, "id": 1})
    assert await posts(world, token, Idempotency_Key="one") == (200, {"received": True, "id": 1})
    status, told = await posts(world, token, {**ASKED, "people": 3}, Idempotency_Key="one")
    assert (status, told["error"]) == (422, "key_used")
    await world.settle()
    await boris.looks()
    boris.hears("Запитване № 2 · tours.example", "Anna", "Охрид, с видом на море", "2 души")
    await anna.looks()
    anna.hears("We have your inquiry", "Охрид, с видом на море", "tours.example", "You will hear from us by")
    await world.turn(timedelta(minutes=6))
    await boris.looks()
    boris.hears("Anna")

    assert (await posts(world, token, {"email": "kalin@example.com", "contact_me_by_fax": "x"}))[0] == 201
    assert (
        await posts(world, token, b"email=kalin%40example.com&text=%D0%A0%D0%B8%D0%BC", Content_Type=FORM)
    )[0] == 201
    await world.settle()
    await boris.looks()
    boris.hears("Запитване № 3 · tours.example", "kalin@example.com", "Рим")

    await olga.taps("🚫 Close this site")
    olga.hears("Close tours.example?")
    await olga.taps("🚫 Close this site")
    assert (await posts(world, token))[0] == 401
    assert await look(world, lambda desk: desk.archive.inquiries.count_open()) == 3


async def test_whoever_posts_what_cannot_be_taken_is_told_what_is_wanted(world: World) -> None:
    _key, token = await world.database.run(lambda unit: add_source(world.desk(unit), "Site", "tours.example"))

    async def answered(body: object = None, **headers: str) -> tuple[int, str]:
        status, told = await posts(world, token, body, **headers)
        return status, told.get("message", "")

    assert await answered({"name": "Anna"}) == (422, "A phone or an email is wanted.")
    assert await answered({"phone": "12"}) == (
        422,
        "phone: a phone number, best with its country code: +359 88 812 3456.",
    )
    assert (await answered({"email": "anna@"}))[1].startswith("email: an address")
    assert (await answered({**ASKED, "people": "0"}))[1].startswith("people: a number")
    assert (await answered({**ASKED, "from": "31.02.2028"}))[1].startswith("from: a day")
    assert await answered({**ASKED, "from": "2027-07-12", "to": "2027-07-02"}) == (422, "to: before from.")
    assert await answered({**ASKED, "from": "2026-07-12"}) == (422, "from, to: these days are over.")
    assert await answered({**ASKED, "text": "x" * 20_000}) == (422, "text: at most 10000 characters.")
    assert await answered({**ASKED, "text": ["x"]}) == (422, "text: a text or a number is wanted.")
    assert await answered({**ASKED, "text": "x" * 2_000_000}) == (413, "At most 64 KB are taken.")
    for body in (b"", b"{", b"[]", b"\xff", b"[" * 50_000):
        assert (await answered(body, Content_Type="application/json"))[0] == 422, body[:9]
    assert (await answered(b"phone=%FF", Content_Type=FORM))[0] == 422
    assert (await answered(b"<phone/>", Content_Type="text/xml"))[0] == 415
    assert (await answered(Idempotency_Key="x" * 201))[0] == 422

    for language, title in (("en", "Ask for a tour"), ("zh-CN", "帮我订行程")):
        _status, form = await world.visit("GET", "/form", b"", Accept_Language=f"xx, {language};q=0.5")
        assert title in form["page"]
        assert 'fetch("/intake"' in form["page"]
    assert (await answered(Authorization="Bearer wrong"))[0] == 401
    assert (await answered(Authorization=f"Basic {token}"))[0] == 401
    assert await answered(Origin="https://evil.example") == (
        403,
        "Pages of this address may not post with this token.",
    )
    assert (await answered(Origin="https://tours.example"))[0] == 201
    assert await look(world, lambda desk: len(desk.archive.web_posts.waiting())) == 1, "of all these one"
