"""Rate limits and faults: 429, 5xx, dropped connections, slowness, doubled and disordered updates."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from sandbox import RateLimits, Sandbox
from tests.sandbox.line import ANNA, BORIS, Line


@pytest.fixture
async def narrow() -> AsyncIterator[Line]:
    """A sandbox that lets three messages through, two to one chat."""
    limits = RateLimits(overall=0.1, overall_burst=3, per_chat=0.05, chat_burst=2, group_per_minute=1)
    sandbox = Sandbox(rate_limits=limits)
    await sandbox.start()
    async with aiohttp.ClientSession(sandbox.url) as session:
        line = Line(sandbox, session)
        for number, name in ((ANNA, "Anna"), (BORIS, "Boris")):
            await line.sim("POST", "people", {"id": number, "first_name": name})
            await line.says(number, "/start")
        yield line
    await sandbox.stop()


async def test_a_flood_to_one_chat_is_told_when_to_come_back(narrow: Line) -> None:
    for _ in range(2):
        await narrow.ok("sendMessage", chat_id=ANNA, text="x")

    refused = await narrow.bot("sendMessage", chat_id=ANNA, text="x")

    assert refused == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 20",
        "parameters": {"retry_after": 20},
    }
    await narrow.ok("sendMessage", chat_id=BORIS, text="x")
    assert (await narrow.bot("sendMessage", chat_id=BORIS, text="x"))["parameters"] == {"retry_after": 10}
    await narrow.ok("sendChatAction", chat_id=ANNA, action="typing")


async def test_a_group_has_its_own_minute(narrow: Line) -> None:
    await narrow.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA]})
    await narrow.ok("sendMessage", chat_id=-100, text="x")

    assert (await narrow.bot("sendMessage", chat_id=-100, text="x"))["parameters"] == {"retry_after": 60}


async def test_usual_limits_let_a_burst_of_twenty_pass(line: Line) -> None:
    for _ in range(20):
        await line.ok("sendMessage", chat_id=ANNA, text="x")

    assert (await line.bot("sendMessage", chat_id=ANNA, text="x"))["error_code"] == 429


async def test_limits_can_be_turned_off() -> None:
    sandbox = Sandbox(rate_limits=None)
    for _ in range(1000):
        sandbox.telegram.limiter.spend(ANNA)


@pytest.mark.parametrize(
    ("fault", "code", "description"),
    [
        ({"code": 502}, 502, "Bad Gateway"),
        ({"code": 500}, 500, "Internal Server Error"),
        ({"code": 400, "description": "Bad Request: odd"}, 400, "Bad Request: odd"),
        ({"retry_after": 7}, 429, "Too Many Requests: retry after 7"),
    ],
)
async def test_an_error_strikes_as_often_as_planned(
    line: Line, fault: dict[str, Any], code: int, description: str
) -> None:
    await line.sim("POST", "faults", {"kind": "error", "method": "sendMessage", "times": 2} | fault)

    await line.ok("getMe")
    for _ in range(2):
        assert await line.refusal("sendmessage", chat_id=ANNA, text="x") == f"{code} {description}"
    await line.ok("sendMessage", chat_id=ANNA, text="x")


async def test_a_fault_may_be_meant_for_one_chat(line: Line) -> None:
    await line.sim("POST", "faults", {"kind": "error", "chat": BORIS})

    await line.ok("sendMessage", chat_id=ANNA, text="x")
    await line.refusal("sendMessage", chat_id=BORIS, text="x")


async def test_faults_for_everything_spare_polling(line: Line) -> None:
    await line.sim("POST", "faults", {"kind": "error", "method": "*"})

    await line.ok("getUpdates")
    await line.refusal("getMe")


@pytest.mark.parametrize(("kind", "arrived"), [("drop_before", 0), ("drop_after", 1)])
async def test_a_connection_breaks_before_or_after_the_effect(line: Line, kind: str, arrived: int) -> None:
    await line.sim("POST", "faults", {"kind": kind, "method": "sendMessage"})
    before = len((await line.sees(ANNA))["messages"])

    with pytest.raises(aiohttp.ClientError):
        await line.bot("sendMessage", chat_id=ANNA, text="x")

    assert len((await line.sees(ANNA))["messages"]) == before + arrived


async def test_a_slow_answer_comes_at_last(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def note(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("sandbox.api.asyncio.sleep", note)
    await line.sim("POST", "faults", {"kind": "slow", "method": "getMe", "seconds": 30})
    await line.ok("getMe")

    assert waits == [30]


async def test_updates_double_and_change_places(line: Line) -> None:
    await line.sim("POST", "faults", {"kind": "duplicate_update", "method": "message"})
    await line.says(ANNA, "one")
    one, again = await line.news()
    assert one == again

    await line.sim("POST", "faults", {"kind": "reorder"})
    await line.says(ANNA, "first")
    await line.says(ANNA, "second")
    assert [update["message"]["text"] for update in await line.news()] == ["second", "first"]


async def test_forgiven_faults_strike_no_more_and_held_updates_go_on(line: Line) -> None:
    await line.sim("POST", "faults", {"kind": "error"})
    await line.sim("POST", "faults", {"kind": "reorder"})
    await line.says(ANNA, "held")
    await line.sim("DELETE", "faults")

    await line.ok("getMe")
    assert len(await line.news()) == 1


async def test_an_unknown_fault_is_refused(line: Line) -> None:
    assert (await line.sim_refusal("POST", "faults", {"kind": "meteor"}))[0] == 400
    assert (await line.sim_refusal("POST", "faults", {"kind": "error", "colour": "red"}))[0] == 400
