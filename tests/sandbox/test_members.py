"""People of groups: how they come, go, rise and are thrown out, and what the bot hears of it."""

from typing import Any

import pytest

from tests.sandbox.line import ANNA, BORIS, CHEN, Line

GROUP = -1_001_000_000_004
EVERYTHING = ["message", "my_chat_member", "chat_member"]


async def found(line: Line, bot: str = "administrator", **more: Any) -> None:
    await line.ok("getUpdates", allowed_updates=EVERYTHING)
    body = {"id": GROUP, "title": "Club", "members": [ANNA, BORIS], "bot": bot, **more}
    await line.sim("POST", "groups", body)
    await line.news()


async def joins(line: Line, person: int) -> None:
    await line.sim("POST", f"people/{person}/join", {"chat": GROUP})


def told(update: dict[str, Any]) -> tuple[str, int, str, str]:
    """Which update, of whom, from what to what."""
    kind = next(one for one in update if one != "update_id")
    change = update[kind]
    old, new = change["old_chat_member"], change["new_chat_member"]
    return kind, new["user"]["id"], old["status"], new["status"]


async def status(line: Line, person: int) -> str:
    member: dict[str, str] = await line.ok("getChatMember", chat_id=GROUP, user_id=person)
    return member["status"]


async def test_an_administrator_hears_who_joins_and_leaves(line: Line) -> None:
    await found(line)
    await joins(line, CHEN)
    assert await line.ok("getChatMemberCount", chat_id=GROUP) == 4
    await line.sim("POST", f"people/{CHEN}/leave", {"chat": GROUP})

    came, said_hello, went, said_bye = await line.news()
    assert told(came) == ("chat_member", CHEN, "left", "member")
    assert (came["chat_member"]["from"]["id"], came["chat_member"]["chat"]["id"]) == (CHEN, GROUP)
    assert [one["id"] for one in said_hello["message"]["new_chat_members"]] == [CHEN]
    assert told(went) == ("chat_member", CHEN, "member", "left")
    assert said_bye["message"]["left_chat_member"]["id"] == CHEN
    assert await status(line, CHEN) == "left"


async def test_a_mere_member_hears_the_service_messages_alone(line: Line) -> None:
    await found(line, bot="member")
    await joins(line, CHEN)

    assert [set(update) - {"update_id"} for update in await line.news()] == [{"message"}]


async def test_an_administrator_who_did_not_ask_hears_the_service_messages_alone(line: Line) -> None:
    await found(line)
    await line.ok("getUpdates", allowed_updates=[])
    await joins(line, CHEN)

    assert [set(update) - {"update_id"} for update in await line.news()] == [{"message"}]


async def test_who_is_taken_in_is_told_with_who_did_it(line: Line) -> None:
    await found(line)
    await line.sim("POST", f"groups/{GROUP}/add", {"person": CHEN, "by": BORIS})

    came, said = await line.news()
    assert came["chat_member"]["from"]["id"] == BORIS
    assert said["message"]["from"]["id"] == BORIS


async def test_administrators_have_the_rights_they_were_given(line: Line) -> None:
    await found(line)
    await line.sim("POST", f"groups/{GROUP}/promote", {"person": BORIS, "rights": ["can_invite_users"]})

    assert told((await line.news())[0]) == ("chat_member", BORIS, "member", "administrator")
    member = await line.ok("getChatMember", chat_id=GROUP, user_id=BORIS)
    assert (member["can_invite_users"], member["can_restrict_members"]) == (True, False)
    administrators = await line.ok("getChatAdministrators", chat_id=GROUP)
    assert [one["user"]["id"] for one in administrators] == [ANNA, BORIS, 42]
    kick = {"person": CHEN, "by": BORIS}
    assert (await line.sim_refusal("POST", f"groups/{GROUP}/kick", kick))[0] == 409
    await line.sim("POST", f"groups/{GROUP}/demote", {"person": BORIS})
    assert await status(line, BORIS) == "member"


async def test_the_bot_hears_what_becomes_of_itself(line: Line) -> None:
    await line.sim(
        "POST", "groups", {"id": GROUP, "title": "Club", "members": [ANNA, BORIS], "bot": "absent"}
    )
    assert await line.news() == []
    for call, body in (
        ("add", {}),
        ("promote", {"rights": ["can_invite_users"]}),
        ("demote", {}),
        ("kick", {}),
    ):
        await line.sim("POST", f"groups/{GROUP}/{call}", body)

    updates = await line.news()
    assert [told(update) for update in updates if "my_chat_member" in update] == [
        ("my_chat_member", 42, "left", "member"),
        ("my_chat_member", 42, "member", "administrator"),
        ("my_chat_member", 42, "administrator", "member"),
        ("my_chat_member", 42, "member", "kicked"),
    ]
    assert [one["id"] for one in updates[1]["message"]["new_chat_members"]] == [42]


async def test_a_bot_that_leaves_is_gone(line: Line) -> None:
    await found(line)
    await line.ok("leaveChat", chat_id=GROUP)

    assert told((await line.news())[0]) == ("my_chat_member", 42, "administrator", "left")
    assert await line.refusal("getChatMemberCount", chat_id=GROUP) == (
        "403 Forbidden: bot is not a member of the supergroup chat"
    )


async def test_who_was_banned_comes_back_only_when_forgiven(line: Line) -> None:
    await found(line)
    who = {"chat_id": GROUP, "user_id": BORIS}
    await line.ok("banChatMember", **who)

    banned, said = await line.news()
    assert told(banned) == ("chat_member", BORIS, "member", "kicked")
    assert banned["chat_member"]["from"]["is_bot"]
    assert said["message"]["left_chat_member"]["id"] == BORIS
    assert await line.sim_refusal("POST", f"people/{BORIS}/join", {"chat": GROUP}) == (
        409,
        "Boris was thrown out of this group.",
    )
    await line.ok("unbanChatMember", only_if_banned=True, **who)
    await joins(line, BORIS)
    await line.ok("unbanChatMember", only_if_banned=True, **who)
    assert await status(line, BORIS) == "member"
    await line.ok("unbanChatMember", **who)
    assert await status(line, BORIS) == "left"


@pytest.mark.parametrize(
    ("bot", "call", "description"),
    [
        ({"bot": "member"}, {"user_id": BORIS}, "not enough rights to restrict/unrestrict chat member"),
        (
            {"rights": ["can_invite_users"]},
            {"user_id": BORIS},
            "not enough rights to restrict/unrestrict chat member",
        ),
        ({}, {"user_id": ANNA}, "can't remove chat owner"),
        ({}, {"user_id": 42}, "can't restrict self"),
        ({}, {"user_id": 404}, "user not found"),
        ({}, {}, "invalid user_id specified"),
        ({}, {"user_id": BORIS, "chat_id": ANNA}, "can't ban members in private chats"),
        ({}, {"user_id": BORIS, "until_date": 2_000_000_000}, "this sandbox does not know bans that end"),
    ],
)
async def test_a_ban_that_is_refused(line: Line, bot: Any, call: Any, description: str) -> None:
    await found(line, **bot)

    told = await line.refusal("banChatMember", **({"chat_id": GROUP} | call))
    assert told.startswith(f"400 Bad Request: {description}")


async def test_an_administrator_is_not_banned(line: Line) -> None:
    await found(line)
    await line.sim("POST", f"groups/{GROUP}/promote", {"person": BORIS})

    assert await line.refusal("banChatMember", chat_id=GROUP, user_id=BORIS) == (
        "400 Bad Request: user is an administrator of the chat"
    )


async def test_who_is_gone_sees_and_taps_nothing(line: Line) -> None:
    await found(line)
    await line.sim("POST", f"people/{BORIS}/leave", {"chat": GROUP})

    assert (await line.sim_refusal("GET", f"people/{BORIS}/chat?chat={GROUP}"))[0] == 404
    assert [one["service"] for one in (await line.sees(ANNA, f"?chat={GROUP}"))["messages"]] == [
        "Boris left the group"
    ]


async def test_comings_and_goings_read_as_lines(line: Line) -> None:
    await found(line)
    await joins(line, CHEN)
    await line.ok("banChatMember", chat_id=GROUP, user_id=CHEN)
    await line.ok("unbanChatMember", chat_id=GROUP, user_id=CHEN)
    await line.sim("POST", f"groups/{GROUP}/add", {"person": CHEN, "by": BORIS})

    async with line.http.get(f"/sim/people/{ANNA}/chat.txt?chat={GROUP}") as response:
        assert await response.text() == (
            "— Chen joined the group\n— Tourdesk removed Chen\n— Boris added Chen\n"
        )
