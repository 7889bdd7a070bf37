"""Whom the bot may write to: started chats, unblocked people, groups it is in."""

from tests.sandbox.line import ANNA, BORIS, CHEN, Line

FORUM = -1_001_000_000_001


async def test_a_private_chat_must_be_started_first(line: Line) -> None:
    assert await line.refusal("sendMessage", chat_id=CHEN, text="hi") == (
        "403 Forbidden: bot can't initiate conversation with a user"
    )
    await line.says(CHEN, "/start")
    assert (await line.ok("sendMessage", chat_id=CHEN, text="hi"))["chat"]["first_name"] == "Chen"


async def test_an_unknown_chat_is_not_found(line: Line) -> None:
    assert await line.refusal("sendMessage", chat_id=404, text="hi") == "400 Bad Request: chat not found"
    assert (
        await line.refusal("sendMessage", chat_id="@nobody", text="hi") == "400 Bad Request: chat not found"
    )
    assert await line.refusal("sendMessage", text="hi") == "400 Bad Request: chat_id is empty"
    assert await line.refusal("getChat", chat_id=CHEN) == "400 Bad Request: chat not found"


async def test_a_person_who_blocked_the_bot_is_out_of_reach_both_ways(line: Line) -> None:
    await line.sim("POST", f"people/{ANNA}/block")

    assert await line.refusal("sendMessage", chat_id=ANNA, text="hi") == (
        "403 Forbidden: bot was blocked by the user"
    )
    assert await line.sim_refusal("POST", f"people/{ANNA}/say", {"text": "hi"}) == (
        409,
        "Anna Petrova has blocked the bot and must unblock it before writing.",
    )
    await line.sim("POST", f"people/{ANNA}/unblock")
    await line.says(ANNA, "/start")

    blocked, unblocked, started = await line.news()
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["old_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert started["message"]["text"] == "/start"
    await line.ok("sendMessage", chat_id=ANNA, text="hi again")


async def test_a_deleted_account_is_told(line: Line) -> None:
    await line.sim("POST", f"people/{ANNA}/deactivate")

    assert await line.refusal("sendMessage", chat_id=ANNA, text="hi") == "403 Forbidden: user is deactivated"


async def test_a_group_hears_the_bot_and_the_bot_hears_the_group(line: Line) -> None:
    await line.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA, BORIS]})
    await line.says(BORIS, "hello all", chat=-100)
    await line.ok("sendMessage", chat_id=-100, text="hello Boris")

    added, said = await line.news()
    assert added["my_chat_member"]["chat"] == {"id": -100, "type": "group", "title": "Staff"}
    assert said["message"]["from"]["username"] == "boris"
    assert [one["text"] for one in (await line.sees(ANNA, "?chat=-100"))["messages"]] == [
        "hello all",
        "hello Boris",
    ]
    assert (await line.ok("getChatMember", chat_id=-100, user_id=ANNA))["status"] == "creator"
    assert await line.refusal("getChatMember", chat_id=-100, user_id=CHEN) == (
        "400 Bad Request: member not found"
    )


async def test_a_bot_thrown_out_may_not_write(line: Line) -> None:
    await line.sim("POST", "groups", {"id": FORUM, "title": "Staff", "members": [ANNA]})
    await line.sim("POST", f"groups/{FORUM}/kick")

    assert await line.refusal("sendMessage", chat_id=FORUM, text="hi") == (
        "403 Forbidden: bot was kicked from the supergroup chat"
    )


async def test_a_bot_that_left_is_no_member(line: Line) -> None:
    await line.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA]})
    await line.ok("leaveChat", chat_id=-100)

    assert await line.refusal("sendMessage", chat_id=-100, text="hi") == (
        "403 Forbidden: bot is not a member of the group chat"
    )


async def test_a_group_that_became_a_supergroup_tells_its_new_number(line: Line) -> None:
    await line.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA]})
    new = (await line.sim("POST", "groups/-100/upgrade"))["id"]

    answer = await line.bot("sendMessage", chat_id=-100, text="hi")

    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new}
    await line.ok("sendMessage", chat_id=new, text="hi")


async def test_message_numbers_are_shared_by_private_chats_and_own_in_supergroups(line: Line) -> None:
    await line.sim("POST", "groups", {"id": FORUM, "title": "Desk", "members": [ANNA]})
    first = await line.says(ANNA, "a")
    second = await line.says(BORIS, "b")

    assert second == first + 1
    assert await line.says(ANNA, "c", chat=FORUM) == 1
