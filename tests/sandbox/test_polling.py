"""getUpdates: offsets, limits, waiting, conflicts, what is left out, and what grows too old."""

import asyncio

import pytest

from tests.sandbox.line import ANNA, BORIS, Line


async def test_updates_stay_until_confirmed_by_a_higher_offset(line: Line) -> None:
    for text in ("one", "two", "three"):
        await line.says(ANNA, text)

    first = await line.ok("getUpdates", limit=2)
    again = await line.ok("getUpdates")

    assert [update["message"]["text"] for update in first] == ["one", "two"]
    assert [update["update_id"] for update in again] == [first[0]["update_id"] + i for i in range(3)]
    left = await line.ok("getUpdates", offset=again[1]["update_id"] + 1)
    assert [update["message"]["text"] for update in left] == ["three"]


async def test_a_negative_offset_keeps_only_the_newest(line: Line) -> None:
    for text in ("one", "two", "three"):
        await line.says(ANNA, text)

    newest = await line.ok("getUpdates", offset=-1)

    assert [update["message"]["text"] for update in newest] == ["three"]
    assert len(await line.ok("getUpdates")) == 1


async def test_a_long_poll_ends_when_something_happens(line: Line) -> None:
    poll = await _pending_poll(line)
    await line.says(ANNA, "here I am")

    assert [update["message"]["text"] for update in await poll] == ["here I am"]


async def test_a_newer_poll_ends_the_older_one_with_a_conflict(line: Line) -> None:
    older = asyncio.create_task(line.refusal("getUpdates", timeout=30))
    await _until_polled(line)
    newer = asyncio.create_task(line.ok("getUpdates", timeout=30))

    assert await older == (
        "409 Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    await line.says(ANNA, "for the newer one")
    assert len(await newer) == 1


async def test_no_polling_while_a_webhook_is_set(line: Line) -> None:
    older = asyncio.create_task(line.refusal("getUpdates", timeout=30))
    await _until_polled(line)
    await line.ok("setWebhook", url="http://127.0.0.1:9/hook")

    assert await older == "409 Conflict: terminated by setWebhook request"
    assert await line.refusal("getUpdates") == (
        "409 Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    await line.ok("deleteWebhook")
    await line.ok("getUpdates")


async def test_an_omitted_list_of_allowed_updates_keeps_the_previous_one(line: Line) -> None:
    await line.ok("getUpdates", allowed_updates=["my_chat_member"])
    await line.says(ANNA, "unheard")
    await line.ok("getUpdates")
    await line.says(ANNA, "unheard too")
    await line.sim("POST", f"people/{ANNA}/block")

    assert [set(update) for update in await line.news()] == [{"update_id", "my_chat_member"}]

    await line.ok("getUpdates", allowed_updates=[])
    await line.says(BORIS, "heard again")
    assert len(await line.news()) == 1


async def test_messages_expire_after_a_day_and_taps_after_150_seconds(line: Line) -> None:
    await line.ok("sendMessage", chat_id=ANNA, text="?", reply_markup=_button())
    await line.says(ANNA, "words")
    await line.taps(ANNA, "Go", wait=False)

    await line.sim("POST", "clock", {"advance": "149s"})
    assert len(await line.ok("getUpdates")) == 2
    await line.sim("POST", "clock", {"advance": "2s"})
    assert [set(update) - {"update_id"} for update in await line.ok("getUpdates")] == [{"message"}]
    await line.sim("POST", "clock", {"advance": "24h"})
    assert await line.ok("getUpdates") == []


async def test_unknown_and_broken_updates_can_be_injected(line: Line) -> None:
    told = await line.sim("POST", "updates", {"raw": {"from_the_future": {"x": 1}}})

    assert await line.ok("getUpdates") == [{"from_the_future": {"x": 1}, "update_id": told["update_id"]}]

    await line.sim("POST", "updates", {"raw": '{"update_id": 1, broken'})
    async with line.http.get(f"{line.base}/getUpdates") as response:
        assert '{"update_id": 1, broken' in await response.text()


async def test_the_sandbox_knows_whether_the_bot_listens(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (await line.sim("GET", "state"))["ready"]
    monkeypatch.setattr(line.sandbox.telegram.polling, "_last", -1000.0)
    assert not (await line.sim("GET", "state"))["ready"]

    poll = await _pending_poll(line)
    assert (await line.sim("GET", "state"))["ready"]
    await line.says(ANNA, "done")
    await poll


async def _pending_poll(line: Line) -> "asyncio.Task[list[dict[str, dict[str, str]]]]":
    poll = asyncio.create_task(line.ok("getUpdates", timeout=30))
    await _until_polled(line)
    return poll


async def _until_polled(line: Line) -> None:
    """Real HTTP takes a few turns of the loop; nothing sleeps."""
    async with asyncio.timeout(3):
        while line.sandbox.telegram.polling._waiter is None:
            await asyncio.sleep(0)


def _button() -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
