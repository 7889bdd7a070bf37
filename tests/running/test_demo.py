"""`tourdesk demo`: a cast in a practice Telegram, and the same staff when it is started again; and in mid-season."""

import asyncio
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from tests.running.phone import Phone, labels, ready
from tests.running.program import Program
from tourdesk.cast import CLIENTS, STAFF


async def test_the_cast_is_there_and_stays_with_its_folder(tmp_path: Path, port: int) -> None:
    words = ("demo", "--port", str(port), "--data", str(tmp_path / "kept"), "--no-open", "--empty")
    async with ClientSession(f"http://127.0.0.1:{port}") as http:
        with Program(tmp_path, *words) as program:
            await program.says(f"Tourdesk is open:  http://127.0.0.1:{port}")
            state = await ready(http)
            assert {(person["id"], person["role_hint"]) for person in state["people"]} == {
                *((one.id, str(one.role)) for one in STAFF),
                *((one.id, "client") for one in CLIENTS),
            }
            async with http.get("/") as page:
                assert (page.status, page.content_type) == (200, "text/html")
            await Phone(http, 101, "Olga").hears("You are now: Owner.")
            await play_guide(
                http, "Emily: ask for a tour", "Boris: answer her", "Olga: a first trip", "Olga: the settings"
            )
            await Phone(http, 204, "Emily").hears("January is lovely there.")
            async with http.post("/sim/clock", json={"advance": "40d"}) as turned:
                later = (await turned.json())["clock"]
            key = (tmp_path / "kept" / "secret.key").read_bytes()
            assert await program.stop() == 0
            assert "Traceback" not in program.output

        with Program(tmp_path, *words) as again:
            await again.says("Tourdesk is open")
            assert (await ready(http))["clock"] > later
            kalina = Phone(http, 103, "Kalina")
            assert "🏝 Ask for a tour" not in labels(await kalina.hears("Hello, Kalina."))
            await kalina.says("/deals")
            await kalina.hears("Deals")
            assert (tmp_path / "kept" / "secret.key").read_bytes() == key
            assert await again.stop() == 0
            assert "Traceback" not in again.output


async def play_guide(http: ClientSession, *texts: str) -> None:
    """What the page says may be tried can be done, step by step; `texts` are the steps, or how they begin."""
    async with http.get("/sim/state") as answer:
        state = await answer.json()
    assert state["zone"] == "Europe/Sofia"
    steps = state["guide"]["steps"]
    told = [step["text"] for step in steps]
    assert len(told) == len(texts), told
    assert all(map(str.startswith, told, texts)), told
    for step in steps:
        for number, beat in enumerate(step["beats"]):
            if "tap" in beat:
                begun = any({"tap", "say", "open"} & one.keys() for one in step["beats"][:number])
                await press(http, beat, last=2 if begun else 10_000)
            elif "say" in beat:
                await post(http, f"/sim/people/{beat['person']}/say", {"text": beat["say"]})
            elif "open" in beat:
                await post(http, f"/sim/people/{beat['person']}/say", {"text": f"/start {beat['open']}"})
            elif "turn" in beat:
                await landmark(http, beat["turn"])
                await post(http, "/sim/clock", {"set": beat["turn"]})


async def landmark(http: ClientSession, at: str) -> None:
    """Stands beside the clock, as soon as it is there."""
    async with asyncio.timeout(30):
        while True:
            async with http.get("/sim/state") as answer:
                if at in {mark["at"] for mark in (await answer.json())["landmarks"]}:
                    return
            await asyncio.sleep(0.05)


async def press(http: ClientSession, beat: dict[str, Any], last: int) -> None:
    """The newest key that begins so, as soon as it is there."""
    person, label = beat["person"], beat["tap"]
    async with asyncio.timeout(30):
        while True:
            async with http.get(f"/sim/people/{person}/chat") as answer:
                messages = (await answer.json())["messages"][-last:]
            for message in reversed(messages):
                for key in labels(message) if beat["near"] in message["text"] else ():
                    if key.startswith(label):
                        tap = {"button": key, "message_id": message["message_id"]}
                        await post(http, f"/sim/people/{person}/tap", tap)
                        return
            await asyncio.sleep(0.05)


async def post(http: ClientSession, path: str, body: dict[str, Any]) -> None:
    async with http.post(path, json=body) as answer:
        assert answer.status == 200, await answer.text()


async def test_it_opens_in_mid_season_and_keeps_its_log_to_itself(tmp_path: Path, port: int) -> None:
    kept = tmp_path / "kept"
    words = ("demo", "--port", str(port), "--data", str(kept), "--no-open")
    async with ClientSession(f"http://127.0.0.1:{port}") as http:
        with Program(tmp_path, *words) as program:
            await program.says(f"Tourdesk is open:  http://127.0.0.1:{port}", within=180)
            await ready(http)
            olga = Phone(http, 101, "Olga")
            assert "☀️ Today" in labels(await olga.hears("Good morning, Olga."))
            await olga.says("/trips")
            assert any(label.startswith("Ohrid") for label in labels(await olga.hears("Trips")))
            await play_guide(
                http,
                "Olga: see the morning",
                "Emily: open the Ohrid link",
                "Boris: make it a deal",
                "Boris: check a passport",
                "Clock: the day before",
                "Anna: say you'll be there",
            )
            await Phone(http, 201, "Анна").hears("🙌")
            assert await program.stop() == 0
        assert "[info" not in program.output
        assert f"Its log:           {kept / 'demo.log'}" in program.output
        assert "notice sent" in (kept / "demo.log").read_text()

        with Program(tmp_path, *words, "--log") as again:
            await again.says("Tourdesk is open")
            await ready(http)
            await play_guide(
                http, "Olga: what is late", "Emily: join ", "Boris: documents", "Clock: the day before "
            )
            await olga.says("/trips")
            await olga.hears("Istanbul")
            assert await again.stop() == 0
        assert "Playing four weeks" not in again.output, "it is there already"
        assert "update taken" in again.output
