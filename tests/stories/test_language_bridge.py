"""The language bridge, against a service of its kind over loopback: both ways, its failures, and who wants none of it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from domain.entities.people import Role
from tests.people import Person
from tests.stories.test_client_topics import reads_topic
from tests.stories.test_staff_group import DESK, a_forum, ties
from tests.world import World

KEY = "a-key-of-tests"


class Service:
    """Speaks as LibreTranslate does; knows a few words."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.broken = False
        self.url = ""

    async def translate(self, request: web.Request) -> web.Response:
        asked = await request.json()
        self.heard.append(asked)
        if asked.get("api_key") != KEY:
            return web.json_response({"error": "Visit the website to get an API key"}, status=403)
        if self.broken:
            return web.Response(text="<html>busy</html>", status=200)
        words = {
            ("Можно взять собаку?", "en"): "May I take a dog?",
            ("Yes, of course.", "ru"): "Да, конечно.",
        }
        told = words.get((asked["q"], asked["target"]), f"[{asked['target']}] {asked['q']}")
        return web.json_response({"translatedText": told})


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    service = Service()
    app = web.Application()
    app.router.add_post("/translate", service.translate)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    service.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield service
    await runner.cleanup()


async def names_it(olga: Person, service: Service) -> None:
    await olga.says("/settings")
    await olga.taps("🏢 Agency")
    await olga.taps("🌐 Languages")
    await olga.taps("🌐 Translation")
    olga.hears("There is none: nothing that is written here leaves the house.")
    await olga.taps("✏️ Address")
    await olga.says("translate please")
    olga.hears("Please send a full link")
    await olga.says(service.url)
    olga.hears("did not answer the test")
    await olga.taps("🔑 Key")
    await olga.says(KEY)
    olga.hears("The translation service answers.")


async def test_words_are_translated_both_ways_and_the_original_stands_beside_them(
    world: World, service: Service
) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    anna = await world.person("Анна", "ru")
    await anna.says("/start")
    await anna.says("Здравствуйте!")
    assert service.heard == [], "without an address nothing changes"
    await names_it(olga, service)
    tested = len(service.heard)

    await anna.says("Можно взять собаку?")
    assert service.heard[tested:] == [
        {"q": "Можно взять собаку?", "source": "auto", "target": "en", "format": "text", "api_key": KEY}
    ]
    await olga.looks()
    olga.hears("🌐 Анна, translated:", "May I take a dog?", "Можно взять собаку?")
    await olga.taps("🌐 Answer translated")
    await olga.says("Yes, of course.")
    await anna.looks()
    anna.hears_nothing_of("конечно")
    olga.hears("Shall it go like this?", "Да, конечно.", "Yes, of course.")
    await olga.taps("✅ Send both")
    await anna.looks()
    anna.hears("💬 Olga, Tourdesk", "Да, конечно.", "🌐 Yes, of course.")

    await a_forum(world, olga)
    await ties(olga)
    await anna.says("И кошку?")
    thread = await reads_topic(olga, "Анна")
    olga.hears("💬 Анна: И кошку?", "🌐 Анна, translated:", "[en] И кошку?")
    await olga.within(DESK).says("Yes, of course.", thread=thread)
    await reads_topic(olga, "Анна")
    olga.hears("🌐 Sent translated, with your words below: Да, конечно.")
    await anna.looks()
    assert sum("🌐 Yes, of course." in one for one in anna.heard) == 1
    anna.hears("💬 Olga, Tourdesk", "Да, конечно.", "🌐 Yes, of course.")

    service.broken = True
    await anna.says("А кошку?")
    await olga.looks()
    olga.hears("🌐 This message of Анна could not be translated:", "А кошку?")
    assert sum("could not be translated" in one for one in olga.heard) == 1
    service.broken = False
    await anna.says("/mydata")
    anna.hears("🌐")
    await anna.taps("🌐 Не переводить")
    before = len(service.heard)
    await anna.says("Спасибо!")
    assert len(service.heard) == before, "nothing of a client who forbids it leaves the house"
