"""The stage around the chats: clock, landmarks, events, the page, starting and stopping."""

import asyncio
import json
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from sandbox import Sandbox
from sandbox.control import page
from tests.sandbox.line import ANNA, Line

NOON = "2027-10-28T12:00:00+00:00"


async def test_the_clock_is_set_and_advanced(line: Line) -> None:
    assert (await line.sim("POST", "clock", {"set": NOON}))["clock"].startswith("2027-10-28T12:00:00")
    assert (await line.sim("POST", "clock", {"advance": "1d 30m"}))["clock"].startswith("2027-10-29T12:30:00")
    assert line.sandbox.clock.now() - datetime.fromisoformat(NOON) < timedelta(days=1, minutes=31)
    sent = await line.ok("sendMessage", chat_id=ANNA, text="x")
    assert datetime.fromtimestamp(sent["date"], UTC).year == 2027


@pytest.mark.parametrize(
    "body", [{}, {"set": "tomorrow"}, {"set": "2027-10-28T12:00:00"}, {"advance": "soon"}, {"zone": "Sofia"}]
)
async def test_a_clock_turned_wrongly_says_so(line: Line, body: dict[str, str]) -> None:
    assert (await line.sim_refusal("POST", "clock", body))[0] == 400


async def test_a_clock_needs_a_zone_and_starts_where_told() -> None:
    start = datetime(2027, 1, 1, tzinfo=UTC)

    assert Sandbox(start_at=start).clock.now() - start < timedelta(seconds=5)
    with pytest.raises(ValueError, match="time zone"):
        Sandbox(start_at=datetime(2027, 1, 1))


async def test_landmarks_are_replaced_as_a_whole(line: Line) -> None:
    await line.sim("POST", "landmarks", [{"label": "Departure", "at": "2027-10-29T07:00:00+02:00"}])
    marks = [{"label": "The day before", "at": NOON}]
    await line.sim("POST", "landmarks", marks)

    state = await line.sim("GET", "state")
    assert state["landmarks"] == marks
    assert state["bot"] == {"username": "tourdesk_demo_bot", "name": "Tourdesk"}
    assert [person["first_name"] for person in state["people"]] == ["Anna", "Boris", "Chen"]


async def test_a_guide_is_kept_for_the_page_and_needs_texts(line: Line) -> None:
    assert (await line.sim("GET", "state"))["guide"] == {"steps": []}
    told = {"name": "spring", "steps": [{"text": "Anna: write", "beats": [{"person": ANNA, "tap": "✅"}]}]}
    assert await line.sim("POST", "guide", told) == {"steps": 1}
    assert (await line.sim("GET", "state"))["guide"] == told
    wrongs: list[dict[str, object]] = [{}, {"steps": "many"}, {"steps": [{"beats": []}]}]
    for wrong in wrongs:
        assert (await line.sim_refusal("POST", "guide", wrong))[0] == 400
    assert (await line.sim("GET", "state"))["guide"] == told


async def test_the_page_is_told_a_zone_and_nothing_else_is(line: Line) -> None:
    assert (await line.sim("GET", "state"))["zone"] == "UTC"
    assert (await line.sim("POST", "clock", {"zone": "Europe/Sofia"}))["clock"].endswith("+00:00")
    assert (await line.sim("GET", "state"))["zone"] == "Europe/Sofia"


async def test_the_page_hears_what_happens(line: Line) -> None:
    async with line.http.get("/sim/events") as events:
        assert (await events.content.readline()).startswith(b":")
        await line.ok("sendChatAction", chat_id=ANNA, action="typing")
        await line.ok("sendMessage", chat_id=ANNA, text="x")
        await line.sim("POST", "clock", {"advance": "1m"})

        heard = [await next_event(events) for _ in range(3)]

    assert heard == [
        {"kind": "typing", "person": ANNA},
        {"kind": "chat", "person": ANNA, "chat": ANNA},
        {"kind": "state"},
    ]


async def test_a_toast_reaches_the_one_who_tapped(line: Line) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await line.ok("sendMessage", chat_id=ANNA, text="?", reply_markup=keyboard)
    query = (await line.taps(ANNA, "Go", wait=False))["callback_query_id"]
    async with line.http.get("/sim/events") as events:
        await events.content.readline()
        await line.ok("answerCallbackQuery", callback_query_id=query, text="Saved", show_alert=True)

        assert await next_event(events) == {"kind": "toast", "person": ANNA, "text": "Saved", "alert": True}


async def next_event(events: aiohttp.ClientResponse) -> dict[str, object]:
    while True:
        line = await events.content.readline()
        if line.startswith(b"data: "):
            event: dict[str, object] = json.loads(line.removeprefix(b"data: "))
            return event


async def test_typing_shows_until_the_next_message(line: Line) -> None:
    await line.ok("sendChatAction", chat_id=ANNA, action="typing")
    assert (await line.sees(ANNA))["typing"]
    await line.ok("sendMessage", chat_id=ANNA, text="x")
    assert not (await line.sees(ANNA))["typing"]


async def test_the_page_is_served_and_nothing_beside_it(
    line: Line, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    monkeypatch.setattr(page, "_PAGE", tmp_path / "page")
    async with line.http.get("/") as response:
        assert "not installed" in await response.text()

    (tmp_path / "page" / "index.html").write_text("<h1>Chats</h1>")
    async with line.http.get("/") as response:
        assert await response.text() == "<h1>Chats</h1>"
    async with line.http.get("/page/index.html") as response:
        assert response.content_type == "text/html"
    for path in ("/page/%2e%2e/secret.txt", "/page/..%2fsecret.txt", "/page/none.js"):
        async with line.http.get(path) as response:
            assert response.status == 404


async def test_stopping_ends_everything_that_waits(line: Line) -> None:
    polling = asyncio.create_task(line.refusal("getUpdates", timeout=30))
    events = await line.http.get("/sim/events")
    while line.sandbox.telegram.polling._waiter is None:
        await asyncio.sleep(0)

    async with asyncio.timeout(2):
        await line.sandbox.stop()
        assert await polling == "502 Bad Gateway"
        assert (await events.content.read()).startswith(b":")


async def test_it_runs_as_a_process_and_stops_on_a_signal() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", "0", "--token", "77:x", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    told = (await process.stdout.readline()).decode()
    assert told.startswith("Sandbox at http://127.0.0.1:")
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{told.split()[-1]}/bot77:x/getMe") as response,
    ):
        assert (await response.json())["result"]["id"] == 77
    process.send_signal(signal.SIGTERM)

    async with asyncio.timeout(5):
        assert await process.wait() == 0
