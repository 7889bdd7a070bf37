"""Every object the sandbox emits in a long day is known to both libraries, field by field."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox
from sandbox.methods import METHODS
from tests.sandbox.line import ANNA, BORIS, PEOPLE, Line
from tests.sandbox.newer_means import (
    invoices_are_paid,
    members_come_and_go,
    people_ask_to_join,
    polls_are_held,
    topics_are_kept,
    words_are_typed_behind_the_bots_name,
)
from tests.sandbox.second_opinion import unknown_in_answer, unknown_in_update
from tests.sandbox.test_files import PNG

FORUM = -1_001_000_000_001
GO = {
    "inline_keyboard": [[{"text": "Go", "callback_data": "go"}, {"text": "Site", "url": "https://x.example"}]]
}
FORMATTED = (
    "<b>b</b><i>i</i><u>u</u><s>s</s><code>c</code><pre>p</pre><tg-spoiler>x</tg-spoiler>"
    '<a href="https://x.example">l</a><blockquote>q</blockquote><blockquote expandable>e</blockquote>'
    '<pre><code class="language-sql">s</code></pre><tg-emoji emoji-id="5">🏖</tg-emoji>'
    '<tg-time unix="1798000000">t</tg-time> /go @boris a@b.example https://x.example +389 70 111 222'
)


@pytest.fixture
async def day() -> AsyncIterator[Line]:
    """A sandbox after a long day: every method called, everything said and done."""
    sandbox = Sandbox(rate_limits=None)
    await sandbox.start()
    async with aiohttp.ClientSession(sandbox.url) as session:
        line = Line(sandbox, session)
        for person in PEOPLE:
            await line.sim("POST", "people", person)
        await people_speak(line)
        await the_bot_speaks(line)
        await the_bot_keeps_house(line)
        await groups_live(line)
        await members_come_and_go(line)
        await people_ask_to_join(line)
        await topics_are_kept(line)
        await words_are_typed_behind_the_bots_name(line)
        await invoices_are_paid(line)
        await polls_are_held(line)
        await confirmed(line)
        await line.ok("setWebhook", url="http://127.0.0.1:9/hook", allowed_updates=["message"])
        await line.ok("getWebhookInfo")
        await line.ok("deleteWebhook")
        yield line
    await sandbox.stop()


async def confirmed(line: Line) -> None:
    """All updates are fetched, as many at once as getUpdates gives; the last batch stays for other tests."""
    while len(updates := await line.ok("getUpdates", limit=100)) == 100:
        await line.ok("getUpdates", limit=1, offset=updates[-1]["update_id"])


async def people_speak(line: Line) -> None:
    number = await line.says(ANNA, "/start payload")
    await line.says(BORIS, "hello")
    await line.says(ANNA, "edited", edit=number)
    await line.says(ANNA, "reply", reply_to=number)
    for more in (
        {"contact": True},
        {"location": {"latitude": 1, "longitude": 2}},
        {"sticker": "🏖"},
        {"voice": True},
        {"video": True, "caption": "the sea"},
        {"video_note": True},
        {"users_shared": {"request_id": 1, "user_ids": [BORIS]}},
        {"document": {"name": "a.pdf", "mime": "application/pdf", "size": 5}},
        {"photo": [{"name": "a.png", "size": 5}, {"name": "b.png", "size": 5}], "caption": "two /cmd"},
    ):
        await line.says(ANNA, **more)
    for origin in ({"user": BORIS}, {"hidden_name": "X"}, {"channel": "C"}):
        await line.says(ANNA, "forwarded", forward_from=origin)
    await line.sim("POST", f"people/{BORIS}/block")
    await line.sim("POST", f"people/{BORIS}/unblock")


async def the_bot_speaks(line: Line) -> None:
    to: dict[str, Any] = {"chat_id": ANNA}
    sent = await line.ok("sendMessage", text=FORMATTED, parse_mode="HTML", reply_markup=GO, **to)
    number = sent["message_id"]
    query = (await line.taps(ANNA, "Go", wait=False))["callback_query_id"]
    await line.ok("answerCallbackQuery", callback_query_id=query, text="ok")
    await line.ok("editMessageText", message_id=number, text="two", **to)
    await line.ok("editMessageReplyMarkup", message_id=number, reply_markup=GO, **to)
    await line.ok("sendMessage", text="re", reply_parameters={"message_id": number}, **to)
    await line.ok("sendLocation", latitude=1, longitude=2, **to)
    await line.ok("sendVenue", latitude=1, longitude=2, title="Quay", address="Ohrid", **to)
    await line.ok("sendContact", phone_number="+1", first_name="Guide", **to)
    await line.ok("sendChatAction", action="typing", **to)
    photo = (await line.upload("sendPhoto", photo=("a.png", PNG), caption="one", **to))["result"]
    document = (await line.upload("sendDocument", document=("a.pdf", b"%PDF"), **to))["result"]["document"]
    await line.upload("sendVoice", voice=("a.ogg", b"OggS"), **to)
    await line.upload("sendAudio", audio=("a.mp3", b"ID3"), **to)
    await line.upload("sendVideo", video=("a.mp4", b"ftyp"), width=640, height=480, duration=9, **to)
    await line.upload("sendVideoNote", video_note=("a.mp4", b"ftyp"), length=240, **to)
    await line.upload("sendSticker", sticker=("a.webp", b"RIFF"), **to)
    await line.ok("editMessageCaption", message_id=photo["message_id"], caption="two", **to)
    media = {"type": "document", "media": document["file_id"]}
    await line.ok("editMessageMedia", message_id=photo["message_id"], media=media, **to)
    await line.ok("sendMediaGroup", media=[media, media], **to)
    await line.ok("getFile", file_id=document["file_id"])
    await line.ok("forwardMessage", from_chat_id=ANNA, message_id=number, **to)
    await line.ok("copyMessage", from_chat_id=ANNA, message_id=number, **to)
    for method in ("pinChatMessage", "unpinChatMessage", "setMessageReaction", "deleteMessage"):
        await line.ok(method, message_id=number, **to)
    await line.ok("deleteMessages", message_ids=[photo["message_id"]], **to)
    await line.ok("unpinAllChatMessages", **to)


async def the_bot_keeps_house(line: Line) -> None:
    await line.ok("getMe")
    await line.ok("setMyCommands", commands=[{"command": "go", "description": "Go"}])
    await line.ok("getMyCommands")
    await line.ok("deleteMyCommands")
    await line.ok("setChatMenuButton", menu_button={"type": "commands"})
    await line.ok("getChatMenuButton")
    for field in ("name", "description", "short_description"):
        name = field.title().replace("_", "")
        await line.ok(f"setMy{name}", **{field: "x"})
        await line.ok(f"getMy{name}")
    await line.ok("getChat", chat_id=ANNA)
    await line.ok("close")
    await line.ok("logOut")


async def groups_live(line: Line) -> None:
    desk = {"id": FORUM, "title": "Desk", "members": [ANNA, BORIS], "forum": True, "bot": "administrator"}
    await line.sim("POST", "groups", desk)
    topic = await line.ok("createForumTopic", chat_id=FORUM, name="Ohrid")
    thread = topic["message_thread_id"]
    await line.ok("sendMessage", chat_id=FORUM, text="x", message_thread_id=thread, reply_markup=GO)
    await line.says(BORIS, "in the topic", chat=FORUM, thread=thread)
    await line.taps(BORIS, "Go", chat=FORUM, wait=False)
    for user in (ANNA, BORIS, 42):
        await line.ok("getChatMember", chat_id=FORUM, user_id=user)
    await line.ok("getChat", chat_id=FORUM)
    await line.ok("getChatAdministrators", chat_id=FORUM)
    await line.ok("getChatMemberCount", chat_id=FORUM)
    await line.sim("POST", "groups", {"id": -100, "title": "Old", "members": [ANNA]})
    await line.sim("POST", "groups/-100/upgrade")
    await line.sim("POST", f"groups/{FORUM}/kick")
    await line.sim("POST", "groups", {"id": -200, "title": "Left", "members": [ANNA]})
    await line.ok("leaveChat", chat_id=-200)


async def test_no_field_is_unknown_to_either_library(day: Line) -> None:
    calls = (await day.sim("GET", "calls"))["calls"]
    updates = [
        update for call in calls if call["method"] == "getUpdates" for update in call["answer"]["result"]
    ]

    assert len(updates) > 25
    assert {call["method"].lower() for call in calls} == METHODS.keys()
    assert [found for update in updates for found in unknown_in_update(update)] == []
    assert [found for call in calls for found in unknown_in_answer(call["method"], call["answer"])] == []


async def test_a_bogus_field_would_be_noticed_wherever_it_stands(day: Line) -> None:
    [update, *_] = await day.ok("getUpdates", limit=1)
    answer = await day.bot("getMe")

    for spoiled in (update, update["message"], update["message"]["chat"], update["message"]["entities"][0]):
        spoiled["bogus"] = 1
        assert any("aiogram" in found and "bogus" in found for found in unknown_in_update(update))
        assert any("telegram" in found and "bogus" in found for found in unknown_in_update(update))
        del spoiled["bogus"]
    assert unknown_in_update(update) == []
    answer["result"]["bogus"] = 1
    assert len(unknown_in_answer("getMe", answer)) == 2
