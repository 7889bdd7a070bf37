"""Editing, deleting, replying, answering taps: what works, and Telegram's exact words when it does not."""

from typing import Any

from tests.sandbox.line import ANNA, Line

GO = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


async def sent(line: Line, **more: Any) -> int:
    number: int = (await line.ok("sendMessage", chat_id=ANNA, text="one", **more))["message_id"]
    return number


async def test_an_edit_changes_words_and_keyboard(line: Line) -> None:
    number = await sent(line, reply_markup=GO)

    edited = await line.ok(
        "editMessageText", chat_id=ANNA, message_id=number, text="<b>two</b>", parse_mode="HTML"
    )

    assert edited["text"] == "two"
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]
    seen = (await line.sees(ANNA))["messages"][-1]
    assert (seen["html"], seen["buttons"], seen["edited"]) == ("<b>two</b>", [], True)


async def test_an_edit_must_change_something(line: Line) -> None:
    number = await sent(line, reply_markup=GO)
    same = {"chat_id": ANNA, "message_id": number, "reply_markup": GO}

    assert await line.refusal("editMessageText", text="one", **same) == NOT_MODIFIED
    assert await line.refusal("editMessageReplyMarkup", **same) == NOT_MODIFIED
    await line.ok("editMessageReplyMarkup", chat_id=ANNA, message_id=number)


async def test_what_cannot_be_edited_says_why(line: Line) -> None:
    of_anna = await line.says(ANNA, "mine")
    with_keyboard = await sent(line, reply_markup={"keyboard": [["A"]]})
    photo = (await line.upload("sendPhoto", chat_id=ANNA, photo=("a.jpg", b"x")))["result"]["message_id"]
    words = await sent(line)

    for method, number, description in (
        ("editMessageText", 999, "message to edit not found"),
        ("editMessageText", of_anna, "message can't be edited"),
        ("editMessageText", with_keyboard, "message can't be edited"),
        ("editMessageText", photo, "there is no text in the message to edit"),
        ("editMessageCaption", words, "there is no caption in the message to edit"),
    ):
        told = await line.refusal(method, chat_id=ANNA, message_id=number, text="two", caption="two")
        assert told == f"400 Bad Request: {description}"
    keyboard = {"keyboard": [["A"]]}
    assert await line.refusal(
        "editMessageText", chat_id=ANNA, message_id=words, text="2", reply_markup=keyboard
    ) == ("400 Bad Request: inline keyboard expected")
    assert await line.refusal("editMessageText", chat_id=ANNA, text="two") == (
        "400 Bad Request: message identifier is not specified"
    )


async def test_captions_and_media_can_be_edited(line: Line) -> None:
    photo = await line.upload("sendPhoto", chat_id=ANNA, photo=("a.jpg", b"x"), caption="one")
    number = photo["result"]["message_id"]

    captioned = await line.ok("editMessageCaption", chat_id=ANNA, message_id=number, caption="two")
    assert captioned["caption"] == "two"
    media = '{"type": "document", "media": "attach://file", "caption": "three"}'
    changed = await line.upload(
        "editMessageMedia", chat_id=ANNA, message_id=number, media=media, file=("a.pdf", b"%PDF")
    )
    assert changed["result"]["document"]["file_name"] == "a.pdf"
    assert "photo" not in changed["result"]


async def test_a_deleted_message_is_gone(line: Line) -> None:
    number = await sent(line)
    await line.ok("deleteMessage", chat_id=ANNA, message_id=number)

    assert await line.refusal("deleteMessage", chat_id=ANNA, message_id=number) == (
        "400 Bad Request: message to delete not found"
    )
    assert await line.refusal("editMessageText", chat_id=ANNA, message_id=number, text="x") == (
        "400 Bad Request: message to edit not found"
    )
    assert number not in [one["message_id"] for one in (await line.sees(ANNA))["messages"]]


async def test_after_48_hours_nothing_is_deleted(line: Line) -> None:
    number = await sent(line)
    await line.sim("POST", "clock", {"advance": "2d 1m"})

    for method, field in (
        ("deleteMessage", {"message_id": number}),
        ("deleteMessages", {"message_ids": [number]}),
    ):
        assert await line.refusal(method, chat_id=ANNA, **field) == (
            "400 Bad Request: message can't be deleted for everyone"
        )


async def test_several_are_deleted_at_once_and_missing_ones_passed_over(line: Line) -> None:
    numbers = [await sent(line), await sent(line)]

    assert await line.ok("deleteMessages", chat_id=ANNA, message_ids=[*numbers, 999])
    assert [one["text"] for one in (await line.sees(ANNA))["messages"]] == ["/start"]


async def test_a_reply_needs_its_message(line: Line) -> None:
    number = await line.says(ANNA, "question")
    answer = await line.ok(
        "sendMessage", chat_id=ANNA, text="answer", reply_parameters={"message_id": number}
    )

    assert answer["reply_to_message"]["text"] == "question"
    missing = {"message_id": 999}
    assert await line.refusal("sendMessage", chat_id=ANNA, text="x", reply_parameters=missing) == (
        "400 Bad Request: message to be replied not found"
    )
    lenient = missing | {"allow_sending_without_reply": True}
    assert "reply_to_message" not in await line.ok(
        "sendMessage", chat_id=ANNA, text="x", reply_parameters=lenient
    )


async def test_forwards_and_copies(line: Line) -> None:
    number = await line.says(ANNA, "mine")
    what = {"chat_id": ANNA, "from_chat_id": ANNA}

    forwarded = await line.ok("forwardMessage", message_id=number, **what)
    copied = await line.ok("copyMessage", message_id=number, **what)

    assert forwarded["forward_origin"]["sender_user"]["id"] == ANNA
    assert set(copied) == {"message_id"}
    for method, missing in (("forwardMessage", "forward"), ("copyMessage", "copy")):
        assert await line.refusal(method, message_id=999, **what) == (
            f"400 Bad Request: message to {missing} not found"
        )


async def test_an_answer_to_a_tap_reaches_the_finger(line: Line) -> None:
    query = await tapped(line)
    answer = {"callback_query_id": query, "text": "Done", "show_alert": True}

    assert await line.ok("answerCallbackQuery", **answer) is True
    assert await line.ok("answerCallbackQuery", **answer) is True
    assert await line.refusal("answerCallbackQuery", callback_query_id=query, text="x" * 201) == (
        "400 Bad Request: MESSAGE_TOO_LONG"
    )


async def test_an_answer_that_comes_too_late_or_to_nobody(line: Line) -> None:
    query = await tapped(line)
    await line.sim("POST", "clock", {"advance": "151s"})

    assert await line.refusal("answerCallbackQuery", callback_query_id=query) == TOO_OLD
    assert await line.refusal("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def tapped(line: Line) -> str:
    await sent(line, reply_markup=GO)
    query: str = (await line.taps(ANNA, "Go", wait=False))["callback_query_id"]
    return query


async def test_pins_need_a_message(line: Line) -> None:
    number = await sent(line)

    assert await line.ok("pinChatMessage", chat_id=ANNA, message_id=number) is True
    assert (await line.refusal("pinChatMessage", chat_id=ANNA, message_id=999)).endswith("not found")


async def test_the_bot_has_one_reaction_of_telegrams_on_a_message(line: Line) -> None:
    where = {"chat_id": ANNA, "message_id": await line.says(ANNA, "Thank you")}
    good, ours = ({"type": "emoji", "emoji": emoji} for emoji in ("👌", "✅"))
    await line.ok("setMessageReaction", reaction=[good], **where)

    assert (await line.sees(ANNA))["messages"][-1]["reaction"] == "👌"
    for reaction, why in (([ours], "REACTION_INVALID"), ([good, good], "REACTIONS_TOO_MANY")):
        refused = await line.refusal("setMessageReaction", reaction=reaction, **where)
        assert refused == f"400 Bad Request: {why}"
    gone = where | {"message_id": 999}
    assert await line.refusal("setMessageReaction", reaction=[good], **gone) == (
        "400 Bad Request: message to react not found"
    )
    await line.ok("setMessageReaction", **where)
    assert "reaction" not in (await line.sees(ANNA))["messages"][-1]
