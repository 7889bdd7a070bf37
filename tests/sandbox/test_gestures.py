"""The people of the stories: each verb does on the phone what it says, in private and in groups."""

from typing import Any

import pytest
from aiohttp import FormData

from tests.people import Person
from tests.sandbox.line import ANNA, BORIS, CHEN, Line

GROUP = -1_001_000_000_009


class Stage:
    """As much of a story's world as a person needs; nobody answers but the test."""

    def __init__(self, line: Line) -> None:
        self.line = line

    async def get(self, path: str) -> Any:
        return await self.line.sim("GET", path.removeprefix("/sim/"))

    async def post(self, path: str, body: Any) -> Any:
        if isinstance(body, FormData):
            async with self.line.http.post(path, data=body) as answer:
                return await answer.json()
        body = {"wait": False} | body if path.endswith(("/tap", "/inline", "/pay")) else body
        return await self.line.sim("POST", path.removeprefix("/sim/"), body)

    async def settle(self) -> None:
        """Nothing is due here."""


def person(line: Line, number: int, name: str) -> Person:
    return Person(Stage(line), number, name)  # type: ignore[arg-type]


@pytest.fixture
def anna(line: Line) -> Person:
    return person(line, ANNA, "Anna")


@pytest.fixture
def boris(line: Line) -> Person:
    return person(line, BORIS, "Boris")


async def heard(line: Line, kind: str) -> Any:
    return next(update[kind] for update in await line.news() if kind in update)


async def test_keys_are_pressed_and_labels_seen(line: Line, anna: Person) -> None:
    await line.ok("sendMessage", chat_id=ANNA, text="?", reply_markup={"keyboard": [["☀️ Today"]]})
    await anna.looks()
    anna.sees("☀️ Today")
    await anna.presses("☀️ Today")

    assert (await heard(line, "message"))["text"] == "☀️ Today"


async def test_each_looks_at_the_group_with_their_own_eyes(line: Line, anna: Person, boris: Person) -> None:
    await line.sim("POST", "groups", {"id": GROUP, "title": "Staff", "members": [ANNA, BORIS]})
    there = boris.within(GROUP)
    button = {"inline_keyboard": [[{"text": "Take it", "callback_data": "t"}]]}
    await line.ok("sendMessage", chat_id=GROUP, text="Who takes #7?", reply_markup=button)
    await there.looks()
    there.hears("Who takes #7?")
    await there.taps("Take")

    query = await heard(line, "callback_query")
    assert (query["from"]["id"], query["message"]["chat"]["id"]) == (BORIS, GROUP)
    await boris.looks()
    boris.hears_nothing_of("Who takes #7?")
    await there.says("mine")
    await there.sends(("a.pdf", "application/pdf", b"%PDF"))
    chats = [update["message"]["chat"]["id"] for update in await line.news()]
    assert chats == [GROUP, GROUP]


async def test_people_join_leave_vote_and_open_topics(line: Line, anna: Person) -> None:
    forum = {"id": GROUP, "title": "Club", "members": [ANNA], "forum": True, "bot": "administrator"}
    await line.sim("POST", "groups", forum)
    chen = person(line, CHEN, "Chen")
    await chen.joins(GROUP)
    assert (await heard(line, "message"))["new_chat_members"][0]["id"] == CHEN
    poll = {"question": "?", "options": ["Yes", "No"], "is_anonymous": False}
    await line.ok("sendPoll", chat_id=GROUP, **poll)
    await chen.within(GROUP).votes("No")
    assert (await heard(line, "poll_answer"))["option_ids"] == [1]
    await chen.leaves(GROUP)
    link = await line.ok("createChatInviteLink", chat_id=GROUP, creates_join_request=True)
    await chen.joins(link["invite_link"])
    assert (await heard(line, "chat_join_request"))["from"]["id"] == CHEN
    thread = await anna.within(GROUP).opens_topic("Vienna")
    await anna.within(GROUP).says("x", thread=thread)
    assert (await line.news())[-1]["message"]["message_thread_id"] == thread


async def test_people_ask_inline_pick_and_pay(line: Line, anna: Person) -> None:
    said = {"input_message_content": {"message_text": "Ohrid 29.10"}}
    result = {"type": "article", "id": "7", "title": "Ohrid", **said}
    assert await anna.asks_inline("ohrid") == []
    query = (await heard(line, "inline_query"))["id"]
    await line.ok("answerInlineQuery", inline_query_id=query, results=[result])
    assert await anna.asks_inline("ohrid") == ["Ohrid"]
    await anna.picks("Ohr")
    assert (await heard(line, "message"))["via_bot"]["id"] == 42
    bill = {"title": "x", "description": "x", "payload": "x", "currency": "EUR", "provider_token": "1:TEST:a"}
    await line.ok("sendInvoice", chat_id=ANNA, prices=[{"label": "x", "amount": 900}], **bill)
    assert not (await anna.pays())["paid"]
    assert (await heard(line, "pre_checkout_query"))["invoice_payload"] == "x"
