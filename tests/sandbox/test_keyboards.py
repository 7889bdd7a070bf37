"""What Telegram accepts as a keyboard, and how it refuses the rest."""

from typing import Any

import pytest

from tests.sandbox.line import ANNA, Line

UNPARSED = "can't parse inline keyboard button: "


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        (inline({"text": "x", "callback_data": "я" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"text": "", "callback_data": "x"}), "inline keyboard button text must be non-empty"),
        (inline({"text": "x"}), UNPARSED + "Text buttons are unallowed in the inline keyboard"),
        (
            inline({"text": "x", "callback_data": ""}),
            UNPARSED + "Text buttons are unallowed in the inline keyboard",
        ),
        (inline({"callback_data": "x"}), UNPARSED + 'Can\'t find field "text"'),
        (inline("x"), UNPARSED + "InlineKeyboardButton must be an Object"),
        (
            inline({"text": "x", "url": "localhost"}),
            "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
        ),
        (inline({"text": "x", "copy_text": {"text": "x" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
        ({"inline_keyboard": "x"}, 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array'),
        (
            {"inline_keyboard": ["x"]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": [[{"text": ""}]]}, "keyboard button text must be non-empty"),
        (
            {"keyboard": [[7]]},
            "can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
        (inline(*[{"text": "x", "callback_data": "x"}] * 9), "reply markup is too long"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101}, "reply markup is too long"),
        ([], "object expected as reply markup"),
    ],
)
async def test_a_keyboard_telegram_refuses(line: Line, markup: Any, description: str) -> None:
    assert await line.refusal("sendMessage", chat_id=ANNA, text="?", reply_markup=markup) == (
        f"400 Bad Request: {description}"
    )


async def test_callback_data_of_exactly_64_bytes_is_kept(line: Line) -> None:
    sent = await line.ok(
        "sendMessage", chat_id=ANNA, text="?", reply_markup=inline({"text": "x", "callback_data": "я" * 32})
    )

    assert sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "я" * 32


async def test_no_markup_and_empty_keyboards_are_no_keyboard(line: Line) -> None:
    markups: list[Any] = [None, {"inline_keyboard": []}, {"inline_keyboard": [[]]}, {}]
    for markup in markups:
        sent = await line.ok("sendMessage", chat_id=ANNA, text="?", reply_markup=markup)
        assert "reply_markup" not in sent
    assert await line.refusal("sendMessage", chat_id=ANNA, text="?", reply_markup="null,") == (
        "400 Bad Request: can't parse reply keyboard markup JSON object"
    )


@pytest.mark.parametrize(
    ("action", "description"),
    [
        ("request_contact", "phone number can be requested in private chats only"),
        ("request_location", "location can be requested in private chats only"),
        ("request_users", "users can be requested in private chats only"),
    ],
)
async def test_some_requests_belong_to_private_chats(line: Line, action: str, description: str) -> None:
    await line.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA]})
    asked = {"request_id": 1} if action == "request_users" else True
    markup = {"keyboard": [[{"text": "x", action: asked}]]}

    await line.ok("sendMessage", chat_id=ANNA, text="?", reply_markup=markup)
    assert await line.refusal("sendMessage", chat_id=-100, text="?", reply_markup=markup) == (
        f"400 Bad Request: {description}"
    )


async def test_a_reply_keyboard_stays_until_it_is_replaced_or_removed(line: Line) -> None:
    await line.ok("sendMessage", chat_id=ANNA, text="?", reply_markup={"keyboard": [["A", "B"], ["C"]]})
    await line.ok("sendMessage", chat_id=ANNA, text="still there")

    seen = await line.sees(ANNA)
    assert [one["reply_keyboard"] for one in seen["messages"][-2:]] == [[["A", "B"], ["C"]], None]
    assert seen["reply_keyboard"] == [["A", "B"], ["C"]]

    await line.ok("sendMessage", chat_id=ANNA, text="gone", reply_markup={"remove_keyboard": True})
    assert not any(one["reply_keyboard"] for one in (await line.sees(ANNA))["messages"])
