"""Which kinds of updates a bot is told: by its list, by the default, and by Telegram's way of reading lists."""

from typing import Any

import pytest

from sandbox.updates import DEFAULT_KINDS, KINDS
from tests.sandbox.line import ANNA, Line


async def told(line: Line) -> list[str]:
    """The list as Telegram tells it; only where it is not the default one."""
    await line.ok("setWebhook", url="http://127.0.0.1:9/hook")
    info = await line.ok("getWebhookInfo")
    await line.ok("deleteWebhook")
    kinds: list[str] = info.get("allowed_updates", [])
    return kinds


def test_members_and_reactions_are_told_to_who_asks_for_them() -> None:
    assert set(KINDS) - DEFAULT_KINDS == {"chat_member", "message_reaction", "message_reaction_count"}


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        (["chat_member", "message"], ["message", "chat_member"]),
        (["Message", "MY_CHAT_MEMBER"], ["message", "my_chat_member"]),
        (["message", "telepathy", 7, None], ["message"]),
        (["telepathy"], []),
        ([], []),
        (sorted(DEFAULT_KINDS), []),
    ],
)
async def test_a_list_is_read_as_telegram_reads_it(line: Line, asked: list[Any], kinds: list[str]) -> None:
    await line.ok("getUpdates", allowed_updates=["poll"])
    await line.ok("getUpdates", allowed_updates=asked)

    assert await told(line) == kinds


@pytest.mark.parametrize("asked", [None, "message", "[broken", {"message": True}, 7])
async def test_what_is_no_list_keeps_the_previous_one(line: Line, asked: Any) -> None:
    await line.ok("getUpdates", allowed_updates=["poll"])
    await line.ok("getUpdates", allowed_updates=asked)
    await line.says(ANNA, "unheard")

    assert await told(line) == ["poll"]
    assert await line.news() == []


async def test_a_list_is_for_what_happens_from_now_on(line: Line) -> None:
    await line.says(ANNA, "before")
    updates = await line.ok("getUpdates", allowed_updates=["poll"])

    assert [update["message"]["text"] for update in updates] == ["before"]


async def test_a_webhooks_list_holds_for_polling_after_it(line: Line) -> None:
    await line.ok("setWebhook", url="http://127.0.0.1:9/hook", allowed_updates='["poll"]')
    await line.ok("deleteWebhook")
    await line.says(ANNA, "unheard")

    assert await line.news() == []


async def test_each_means_is_silent_to_who_did_not_ask(line: Line) -> None:
    await line.ok("getUpdates", allowed_updates=["message"])
    await line.ok("sendPoll", chat_id=ANNA, question="?", options=["x", "y"], is_anonymous=False)
    await line.sim("POST", f"people/{ANNA}/vote", {"options": ["x"]})
    await line.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA]})

    assert await line.news() == []
