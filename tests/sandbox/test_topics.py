"""Topics of forums: made, written to, renamed, closed, deleted; by whom, and what is refused."""

from typing import Any

import pytest

from tests.sandbox.line import ANNA, BORIS, Line

FORUM = -1_001_000_000_006


async def found(line: Line, **more: Any) -> None:
    forum = {"id": FORUM, "title": "Desk", "members": [ANNA, BORIS], "forum": True, "bot": "administrator"}
    await line.sim("POST", "groups", forum | more)
    await line.news()


async def topic(line: Line, name: str = "Ohrid") -> dict[str, int]:
    made = await line.ok("createForumTopic", chat_id=FORUM, name=name)
    return {"chat_id": FORUM, "message_thread_id": made["message_thread_id"]}


async def anna(line: Line, **what: Any) -> int:
    thread: int = (await line.sim("POST", f"people/{ANNA}/topic", {"chat": FORUM, **what}))["thread"]
    return thread


async def test_a_topic_is_opened_by_the_message_that_has_its_number(line: Line) -> None:
    await found(line)
    where = await topic(line)
    said = await line.ok("sendMessage", text="hi", **where)

    assert said["is_topic_message"]
    assert said["reply_to_message"]["message_id"] == where["message_thread_id"]
    assert said["reply_to_message"]["forum_topic_created"] == {"name": "Ohrid", "icon_color": 7322096}
    assert (await line.sees(ANNA, f"?chat={FORUM}"))["topics"] == [
        {"thread": where["message_thread_id"], "name": "Ohrid", "closed": False}
    ]


async def test_people_write_into_topics_and_the_bot_hears_which(line: Line) -> None:
    await found(line)
    thread = (await topic(line))["message_thread_id"]
    await line.says(BORIS, "hello", chat=FORUM, thread=thread)

    message = (await line.news())[-1]["message"]
    assert (message["message_thread_id"], message["text"]) == (thread, "hello")
    assert await line.sim_refusal(
        "POST", f"people/{BORIS}/say", {"text": "x", "chat": FORUM, "thread": 99}
    ) == (
        404,
        "There is no topic 99.",
    )


async def test_every_change_is_a_service_message_the_bot_gets_too(line: Line) -> None:
    await found(line)
    where = await topic(line)
    await line.ok("editForumTopic", name="Bled", **where)
    await line.ok("closeForumTopic", **where)
    await line.ok("reopenForumTopic", **where)

    told = [update["message"] for update in await line.news()]
    assert [next(name for name in one if name.startswith("forum_topic")) for one in told] == [
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
    ]
    assert {one["message_thread_id"] for one in told} == {where["message_thread_id"]}
    async with line.http.get(f"/sim/people/{ANNA}/chat.txt?chat={FORUM}") as response:
        assert (await response.text()).splitlines()[1] == "— #Bled Tourdesk named the topic Bled"


async def test_a_closed_topic_takes_words_of_who_manages_topics_alone(line: Line) -> None:
    await found(line, rights=["can_pin_messages"])
    thread = await anna(line, create="Vienna")
    await anna(line, close=thread)

    where = {"chat_id": FORUM, "message_thread_id": thread}
    assert await line.refusal("sendMessage", text="x", **where) == "400 Bad Request: TOPIC_CLOSED"
    assert await line.sim_refusal(
        "POST", f"people/{BORIS}/say", {"text": "x", "chat": FORUM, "thread": thread}
    ) == (
        409,
        "Vienna is closed.",
    )
    await line.says(ANNA, "last words", chat=FORUM, thread=thread)
    await line.sim("POST", f"groups/{FORUM}/promote")
    await line.ok("sendMessage", text="x", **where)
    await anna(line, reopen=thread)
    await line.says(BORIS, "again", chat=FORUM, thread=thread)


async def test_a_deleted_topic_is_gone_with_its_messages(line: Line) -> None:
    await found(line)
    where = await topic(line)
    await line.ok("sendMessage", text="in it", **where)
    await line.says(ANNA, "beside it", chat=FORUM)
    await line.ok("deleteForumTopic", **where)

    assert [one["text"] for one in (await line.sees(ANNA, f"?chat={FORUM}"))["messages"]] == ["beside it"]
    for method in ("sendMessage", "sendPoll"):
        more = {"text": "x"} if method == "sendMessage" else {"question": "?", "options": ["x"]}
        assert await line.refusal(method, **where, **more) == "400 Bad Request: message thread not found"
    forward = {"from_chat_id": ANNA, "message_id": await line.says(ANNA, "x")}
    assert await line.refusal("forwardMessage", **where, **forward) == (
        "400 Bad Request: message thread not found"
    )


@pytest.mark.parametrize(
    ("method", "more", "description"),
    [
        ("createForumTopic", {"name": "x", "chat_id": ANNA}, "the chat is not a forum"),
        ("createForumTopic", {"name": ""}, "TOPIC_TITLE_EMPTY"),
        ("createForumTopic", {"name": "x" * 129}, "TOPIC_TITLE_TOO_LONG"),
        ("createForumTopic", {"name": "x", "icon_color": 1}, "TOPIC_ICON_COLOR_INVALID"),
        ("editForumTopic", {"name": "x", "message_thread_id": 99}, "TOPIC_ID_INVALID"),
        ("closeForumTopic", {}, "invalid forum topic identifier specified"),
        ("deleteForumTopic", {"message_thread_id": 99}, "TOPIC_ID_INVALID"),
    ],
)
async def test_what_telegram_refuses(line: Line, method: str, more: dict[str, Any], description: str) -> None:
    await found(line)

    assert await line.refusal(method, **({"chat_id": FORUM} | more)) == f"400 Bad Request: {description}"


async def test_a_change_to_nothing_new_is_refused(line: Line) -> None:
    await found(line)
    where = await topic(line)
    for method, more in (("editForumTopic", {"name": "Ohrid"}), ("reopenForumTopic", {})):
        assert await line.refusal(method, **where, **more) == "400 Bad Request: TOPIC_NOT_MODIFIED"
    await line.ok("editForumTopic", **where)


async def test_without_the_right_others_topics_stay_as_they_are(line: Line) -> None:
    await found(line)
    own = await topic(line)
    await line.sim("POST", f"groups/{FORUM}/demote")
    theirs = {"chat_id": FORUM, "message_thread_id": await anna(line, create="Vienna")}

    for method, more, description in (
        ("createForumTopic", {"chat_id": FORUM, "name": "x"}, "not enough rights to create a topic"),
        ("editForumTopic", theirs | {"name": "x"}, "not enough rights to edit the topic"),
        ("closeForumTopic", theirs, "not enough rights to close or open the topic"),
        ("deleteForumTopic", own, "not enough rights to delete the topic"),
    ):
        assert await line.refusal(method, **more) == f"400 Bad Request: {description}"
    await line.ok("closeForumTopic", **own)


async def test_only_who_manages_topics_opens_them(line: Line) -> None:
    await found(line)
    create = {"chat": FORUM, "create": "Mine"}

    assert await line.sim_refusal("POST", f"people/{BORIS}/topic", create) == (
        409,
        "Boris may not manage topics here.",
    )
    await line.sim("POST", f"groups/{FORUM}/promote", {"person": BORIS, "rights": ["can_manage_topics"]})
    await line.sim("POST", f"people/{BORIS}/topic", create)


async def test_who_may_delete_messages_deletes_a_topic_and_the_bot_is_not_told(line: Line) -> None:
    await found(line)
    where = await topic(line)
    delete = {"chat": FORUM, "delete": where["message_thread_id"]}
    await line.news()

    assert await line.sim_refusal("POST", f"people/{BORIS}/topic", delete) == (
        409,
        "Boris may not manage topics here.",
    )
    await anna(line, delete=where["message_thread_id"])
    assert await line.news() == []
    assert await line.refusal("sendMessage", text="x", **where) == (
        "400 Bad Request: message thread not found"
    )


LINK = "https://t.me/tourdesk_demo_bot?startgroup=sg_7&admin=manage_topics+delete_messages"


async def test_a_startgroup_link_brings_the_bot_with_its_rights_and_starts_it_there(line: Line) -> None:
    await found(line, bot="absent")
    await line.sim("POST", f"people/{ANNA}/startgroup", {"chat": FORUM, "link": LINK})

    told = await line.news()
    own = told[0]["my_chat_member"]["new_chat_member"]
    assert (own["status"], own["can_manage_topics"], own["can_pin_messages"]) == (
        "administrator",
        True,
        False,
    )
    assert told[1]["message"]["new_chat_members"][0]["is_bot"]
    assert told[2]["message"]["text"] == "/start@tourdesk_demo_bot sg_7"
    assert told[2]["message"]["chat"]["is_forum"]


async def test_who_may_not_promote_brings_the_bot_as_a_member(line: Line) -> None:
    await found(line, bot="absent")
    await line.sim("POST", f"people/{BORIS}/startgroup", {"chat": FORUM, "link": LINK})

    assert (await line.news())[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    wrong = {"chat": FORUM, "link": "https://t.me/tourdesk_demo_bot?startgroup=x&admin=fly"}
    status, why = await line.sim_refusal("POST", f"people/{ANNA}/startgroup", wrong)
    assert (status, why.split(";")[0]) == (400, "There is no right can_fly")


async def test_a_button_with_a_startgroup_link_asks_into_which_group(line: Line) -> None:
    await found(line, bot="absent")
    rows = [[{"text": "Add me", "url": LINK}]]
    await line.ok("sendMessage", chat_id=ANNA, text="A group?", reply_markup={"inline_keyboard": rows})

    assert (await line.taps(ANNA, "Add me"))["url"] == LINK
    assert await line.news() == []
    await line.taps(ANNA, "Add me", group=FORUM)
    assert (await line.news())[-1]["message"]["text"] == "/start@tourdesk_demo_bot sg_7"
