"""Invite links and requests to be let in: who may make them, what they do, how they are answered."""

from typing import Any

import pytest

from tests.sandbox.line import ANNA, BORIS, CHEN, Line

GROUP = -1_001_000_000_005


async def found(line: Line, **more: Any) -> None:
    await line.ok("getUpdates", allowed_updates=["message", "chat_member", "chat_join_request"])
    body = {"id": GROUP, "title": "Club", "members": [ANNA], "bot": "administrator", **more}
    await line.sim("POST", "groups", body)
    await line.news()


async def link(line: Line, **more: Any) -> str:
    made: dict[str, str] = await line.ok("createChatInviteLink", chat_id=GROUP, **more)
    return made["invite_link"]


async def follows(line: Line, person: int, url: str) -> Any:
    return await line.sim("POST", f"people/{person}/join", {"link": url})


async def test_a_link_lets_in_and_is_told(line: Line) -> None:
    await found(line)
    url = await link(line, name="Ohrid", member_limit=1)
    assert await follows(line, BORIS, url) == {"joined": True, "requested": False, "chat": GROUP}

    came = (await line.news())[0]["chat_member"]
    assert (came["invite_link"]["invite_link"], came["invite_link"]["name"]) == (url, "Ohrid")
    assert await line.sim_refusal("POST", f"people/{CHEN}/join", {"link": url}) == (
        409,
        "This invite link has expired.",
    )


async def test_who_asks_is_let_in_by_the_bot(line: Line) -> None:
    await found(line)
    url = await link(line, creates_join_request=True)
    assert await follows(line, CHEN, url) == {"joined": False, "requested": True, "chat": GROUP}

    [update] = await line.news()
    request = update["chat_join_request"]
    assert (request["from"]["id"], request["user_chat_id"], request["chat"]["id"]) == (CHEN, CHEN, GROUP)
    assert request["invite_link"]["creates_join_request"]
    await line.ok("approveChatJoinRequest", chat_id=GROUP, user_id=CHEN)
    came, said = await line.news()
    assert came["chat_member"]["from"]["is_bot"]
    assert came["chat_member"]["invite_link"]["invite_link"] == url
    assert [one["id"] for one in said["message"]["new_chat_members"]] == [CHEN]


async def test_while_they_wait_the_bot_may_write_to_them(line: Line) -> None:
    await found(line)
    await follows(line, CHEN, await link(line, creates_join_request=True))

    await line.ok("sendMessage", chat_id=CHEN, text="Who are you?")
    await line.sim("POST", "clock", {"advance": "301s"})
    assert await line.refusal("sendMessage", chat_id=CHEN, text="Still there?") == (
        "403 Forbidden: bot can't initiate conversation with a user"
    )


async def test_a_declined_one_may_ask_again(line: Line) -> None:
    await found(line)
    url = await link(line, creates_join_request=True)
    await follows(line, CHEN, url)
    assert (await line.sim_refusal("POST", f"people/{CHEN}/join", {"link": url}))[0] == 409
    await line.ok("declineChatJoinRequest", chat_id=GROUP, user_id=CHEN)

    assert (await follows(line, CHEN, url))["requested"]
    kinds = [set(update) - {"update_id"} for update in await line.news()]
    assert kinds == [{"chat_join_request"}, {"chat_join_request"}]


async def test_a_button_with_the_link_is_followed(line: Line) -> None:
    await found(line)
    keyboard = {"inline_keyboard": [[{"text": "Join", "url": await link(line)}]]}
    await line.ok("sendMessage", chat_id=BORIS, text="?", reply_markup=keyboard)

    assert (await line.taps(BORIS, "Join"))["joined"]
    assert await line.ok("getChatMemberCount", chat_id=GROUP) == 3


@pytest.mark.parametrize(
    ("user", "description"),
    [
        (ANNA, "USER_ALREADY_PARTICIPANT"),
        (CHEN, "HIDE_REQUESTER_MISSING"),
        (None, "invalid user_id specified"),
    ],
)
async def test_an_answer_to_nobody_is_refused(line: Line, user: int | None, description: str) -> None:
    await found(line)
    for method in ("approveChatJoinRequest", "declineChatJoinRequest"):
        assert await line.refusal(method, chat_id=GROUP, user_id=user) == f"400 Bad Request: {description}"


@pytest.mark.parametrize(
    ("call", "description"),
    [
        (
            {"member_limit": 5, "creates_join_request": True},
            "member limit can't be specified for links requiring administrator approval",
        ),
        ({"member_limit": 100_000}, "USAGE_LIMIT_INVALID"),
        ({"expire_date": 1_000_000_000}, "EXPIRE_DATE_INVALID"),
        ({"chat_id": ANNA}, "can't invite members to a private chat"),
    ],
)
async def test_a_link_that_is_refused(line: Line, call: dict[str, Any], description: str) -> None:
    await found(line)

    told = await line.refusal("createChatInviteLink", **({"chat_id": GROUP} | call))
    assert told == f"400 Bad Request: {description}"


async def test_only_who_may_invite_makes_links_and_answers(line: Line) -> None:
    await found(line, rights=["can_pin_messages"])

    assert await line.refusal("createChatInviteLink", chat_id=GROUP) == (
        "400 Bad Request: not enough rights to manage chat invite link"
    )
    assert await line.refusal("approveChatJoinRequest", chat_id=GROUP, user_id=CHEN) == (
        "400 Bad Request: not enough rights to manage chat join requests"
    )


async def test_a_link_ends_by_the_clock_or_by_being_revoked(line: Line) -> None:
    await found(line)
    until = line.sandbox.clock.timestamp() + 3600
    short, revoked = await link(line, expire_date=until), await link(line)
    assert (await line.ok("revokeChatInviteLink", chat_id=GROUP, invite_link=revoked))["is_revoked"]
    await line.sim("POST", "clock", {"advance": "1h"})

    for url in (short, revoked):
        assert (await line.sim_refusal("POST", f"people/{BORIS}/join", {"link": url}))[0] == 409
    assert (await line.sim_refusal("POST", f"people/{BORIS}/join", {"link": "https://t.me/+x"}))[0] == 404
    assert await line.refusal("editChatInviteLink", chat_id=GROUP, invite_link=revoked) == (
        "400 Bad Request: INVITE_HASH_EXPIRED"
    )


async def test_an_edit_makes_a_link_ask(line: Line) -> None:
    await found(line)
    url = await link(line, member_limit=3)
    await line.ok("editChatInviteLink", chat_id=GROUP, invite_link=url, creates_join_request=True)
    await follows(line, BORIS, url)

    edited = await line.ok("editChatInviteLink", chat_id=GROUP, invite_link=url, creates_join_request=True)
    assert ("member_limit" in edited, edited["pending_join_request_count"]) == (False, 1)
