"""The keyboard under the input field: who has it, how it wants to be shown, what its keys say."""

from typing import Any

import pytest

from tests.sandbox.line import ANNA, BORIS, Line

KEYS = {"keyboard": [["☀️ Today", "⋯ More"]]}


async def give(line: Line, markup: dict[str, Any], chat: int = ANNA, **more: Any) -> int:
    number: int = (await line.ok("sendMessage", chat_id=chat, text="?", reply_markup=markup, **more))[
        "message_id"
    ]
    return number


async def keys(line: Line, person: int, chat: int = 0) -> Any:
    return (await line.sees(person, f"?chat={chat}" if chat else ""))["reply_keyboard"]


async def staff(line: Line) -> int:
    await line.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA, BORIS]})
    await line.news()
    return -100


async def test_a_key_is_pressed_even_where_a_button_has_the_same_words(line: Line) -> None:
    await give(line, KEYS)
    await give(line, {"inline_keyboard": [[{"text": "☀️ Today", "callback_data": "t"}]]})
    await line.taps(ANNA, "☀️ Today", keyboard=True)

    [update] = await line.news()
    assert update["message"]["text"] == "☀️ Today"
    assert "reply_to_message" not in update["message"]


async def test_without_a_keyboard_no_key_is_pressed(line: Line) -> None:
    pressed = {"button": "☀️ Today", "keyboard": True}

    assert await line.sim_refusal("POST", f"people/{ANNA}/tap", pressed) == (
        404,
        "There is no keyboard under the input field.",
    )
    await give(line, KEYS)
    assert await line.sim_refusal("POST", f"people/{ANNA}/tap", pressed | {"button": "Tomorrow"}) == (
        404,
        "There is no button [Tomorrow] here; there are [☀️ Today], [⋯ More].",
    )


async def test_it_says_how_it_wants_to_be_shown(line: Line) -> None:
    number = await give(
        line, KEYS | {"is_persistent": True, "resize_keyboard": True, "input_field_placeholder": "What now?"}
    )

    assert (await line.sees(ANNA))["reply_keyboard_options"] == {
        "message_id": number,
        "is_persistent": True,
        "resize_keyboard": True,
        "one_time_keyboard": False,
        "input_field_placeholder": "What now?",
    }


async def test_in_a_group_every_member_has_it_and_a_key_answers_its_message(line: Line) -> None:
    group = await staff(line)
    number = await give(line, KEYS | {"one_time_keyboard": True}, chat=group)
    await line.taps(BORIS, "⋯ More", chat=group)

    message = (await line.news())[-1]["message"]
    assert (message["text"], message["from"]["id"]) == ("⋯ More", BORIS)
    assert message["reply_to_message"]["message_id"] == number
    assert (await keys(line, ANNA, group), await keys(line, BORIS, group)) == (KEYS["keyboard"], None)


@pytest.mark.parametrize("how", ["answered", "mentioned", "linked"])
async def test_a_selective_one_is_for_who_is_meant(line: Line, how: str) -> None:
    group = await staff(line)
    asked = await line.says(BORIS, "me", chat=group)
    meant: dict[str, dict[str, Any]] = {
        "answered": {"reply_parameters": {"message_id": asked}},
        "mentioned": {"text": "🏖 @Boris, you"},
        "linked": {"text": '<a href="tg://user?id=8">You</a>', "parse_mode": "HTML"},
    }
    markup = KEYS | {"selective": True}
    await line.ok("sendMessage", **{"chat_id": group, "text": "?", "reply_markup": markup} | meant[how])

    assert (await keys(line, ANNA, group), await keys(line, BORIS, group)) == (None, KEYS["keyboard"])
    await give(line, {"remove_keyboard": True, "selective": True}, chat=group)
    assert await keys(line, BORIS, group) == KEYS["keyboard"]
    await give(line, {"remove_keyboard": True}, chat=group)
    assert await keys(line, BORIS, group) is None


async def test_what_a_key_asks_for_is_given_as_asked(line: Line) -> None:
    await give(
        line, {"keyboard": [[{"text": "Who?", "request_users": {"request_id": 3, "max_quantity": 2}}]]}
    )
    tap = f"people/{ANNA}/tap"

    assert await line.sim_refusal("POST", tap, {"button": "Who?"}) == (
        400,
        "[Who?] asks for 1 to 2 people, under user_ids.",
    )
    await line.taps(ANNA, "Who?", user_ids=[ANNA, BORIS])
    assert [one["user_id"] for one in (await line.news())[-1]["message"]["users_shared"]["users"]] == [7, 8]
    await give(
        line,
        {"keyboard": [[{"text": "Which?", "request_chat": {"request_id": 4, "chat_is_channel": False}}]]},
    )
    assert (await line.sim_refusal("POST", tap, {"button": "Which?"}))[0] == 409


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        (
            KEYS | {"input_field_placeholder": "x" * 65},
            "input field placeholder must be a String of at most 64",
        ),
        (KEYS | {"is_persistent": "often"}, 'Field "is_persistent" must be of type Boolean'),
        (
            KEYS | {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]},
            "an inline and a reply keyboard",
        ),
        (
            {"keyboard": [[{"text": "x", "request_contact": True, "request_location": True}]]},
            "request_contact and request_location at once",
        ),
        ({"keyboard": [[{"text": "x", "request_users": {}}]]}, 'Can\'t find field "request_id"'),
    ],
)
async def test_a_keyboard_that_is_refused(line: Line, markup: dict[str, Any], description: str) -> None:
    assert description in await line.refusal("sendMessage", chat_id=ANNA, text="?", reply_markup=markup)


async def test_an_edit_takes_no_reply_keyboard(line: Line) -> None:
    number = await give(line, {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]})
    edit = {"chat_id": ANNA, "message_id": number, "text": "new", "reply_markup": KEYS}

    assert await line.refusal("editMessageText", **edit) == "400 Bad Request: inline keyboard expected"


async def test_a_transcript_shows_the_keys_to_who_has_them(line: Line) -> None:
    group = await staff(line)
    await give(line, KEYS | {"one_time_keyboard": True}, chat=group)
    await line.taps(BORIS, "⋯ More", chat=group)

    async with line.http.get(f"/sim/people/{ANNA}/chat.txt?chat={group}") as response:
        assert "[☀️ Today] [⋯ More]" in await response.text()
    async with line.http.get(f"/sim/people/{BORIS}/chat.txt?chat={group}") as response:
        assert "[☀️ Today]" not in await response.text()
