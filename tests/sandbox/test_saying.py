"""What people send, and what the bot hears of it."""

from typing import Any

import aiohttp
import pytest

from tests.sandbox.line import ANNA, BORIS, CHEN, Line


async def heard(line: Line, **said: Any) -> dict[str, Any]:
    """The one message the bot hears when Anna sends this."""
    await line.says(ANNA, **said)
    [update] = await line.news()
    message: dict[str, Any] = update["message"]
    return message


async def test_words_come_with_their_command(line: Line) -> None:
    message = await heard(line, text="/start trip-7")

    assert message["text"] == "/start trip-7"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["chat"] == {"id": ANNA, "type": "private", "first_name": "Anna", "last_name": "Petrova"}
    assert message["from"]["language_code"] == "en"


async def test_the_first_word_starts_the_chat(line: Line) -> None:
    await line.says(CHEN, "hello")

    assert (await line.ok("getChat", chat_id=CHEN))["first_name"] == "Chen"


@pytest.mark.parametrize(
    ("said", "content"),
    [
        (
            {"contact": True},
            {
                "contact": {
                    "phone_number": "+38970111222",
                    "first_name": "Anna",
                    "last_name": "Petrova",
                    "user_id": ANNA,
                }
            },
        ),
        (
            {"contact": {"phone_number": "+1", "first_name": "Mother"}},
            {"contact": {"phone_number": "+1", "first_name": "Mother"}},
        ),
        (
            {"location": {"latitude": 41.1, "longitude": 20.8}},
            {"location": {"latitude": 41.1, "longitude": 20.8}},
        ),
        (
            {"users_shared": {"request_id": 3, "user_ids": [BORIS]}},
            {
                "users_shared": {
                    "request_id": 3,
                    "users": [{"user_id": BORIS, "first_name": "Boris", "username": "boris"}],
                }
            },
        ),
    ],
)
async def test_things_besides_words(line: Line, said: dict[str, Any], content: dict[str, Any]) -> None:
    message = await heard(line, **said)

    assert message.items() >= content.items()


async def test_stickers_and_voices_have_files(line: Line) -> None:
    assert (await heard(line, sticker="🏖"))["sticker"]["emoji"] == "🏖"
    assert (await heard(line, voice=True))["voice"]["mime_type"] == "audio/ogg"


async def test_a_person_without_a_phone_cannot_share_it(line: Line) -> None:
    status, told = await line.sim_refusal("POST", f"people/{BORIS}/say", {"contact": True})

    assert (status, told) == (409, "Boris has no phone in this sandbox.")


async def test_an_edit_comes_as_edited_message(line: Line) -> None:
    number = await line.says(ANNA, "one")
    await line.says(ANNA, "two", edit=number)

    said, edited = await line.news()
    assert edited["edited_message"]["message_id"] == said["message"]["message_id"]
    assert edited["edited_message"]["text"] == "two"
    assert "edit_date" in edited["edited_message"]
    assert (await line.sim_refusal("POST", f"people/{BORIS}/say", {"text": "x", "edit": number}))[0] == 404


async def test_a_reply_brings_what_it_answers(line: Line) -> None:
    sent = await line.ok("sendMessage", chat_id=ANNA, text="question")
    message = await heard(line, text="answer", reply_to=sent["message_id"])

    assert message["reply_to_message"]["text"] == "question"
    assert message["reply_to_message"]["from"]["is_bot"]


@pytest.mark.parametrize(
    ("origin", "told", "name"),
    [
        ({"user": BORIS}, {"type": "user"}, "Boris"),
        ({"hidden_name": "Somebody"}, {"type": "hidden_user", "sender_user_name": "Somebody"}, "Somebody"),
        ({"channel": "Hot tours"}, {"type": "channel"}, "Hot tours"),
    ],
)
async def test_a_forward_tells_its_origin(
    line: Line, origin: dict[str, Any], told: dict[str, Any], name: str
) -> None:
    message = await heard(line, text="look", forward_from=origin)

    assert message["forward_origin"].items() >= told.items()
    assert (await line.sees(ANNA))["messages"][-1]["forward_from"] == {"name": name}


async def test_forms_carry_everything_besides_files(line: Line) -> None:
    number = await line.says(ANNA, "first")
    fields = {"caption": "/here", "reply_to": str(number), "forward_from": '{"hidden_name": "X"}'}
    form = aiohttp.FormData(fields, quote_fields=False)
    form.add_field("document", b"%PDF", filename="паспорт.pdf", content_type="application/pdf")
    async with line.http.post(f"/sim/people/{ANNA}/say", data=form) as response:
        assert response.status == 200

    message = (await line.news())[-1]["message"]
    assert message["document"]["file_name"] == "паспорт.pdf"
    assert message["caption_entities"][0]["type"] == "bot_command"
    assert message["reply_to_message"]["text"] == "first"
    assert message["forward_origin"]["sender_user_name"] == "X"


async def test_long_words_are_split_as_an_app_does(line: Line) -> None:
    said = await line.sim("POST", f"people/{ANNA}/say", {"text": "x" * 5000})

    assert len(said["message_ids"]) == 2
    assert [len(update["message"]["text"]) for update in await line.news()] == [4096, 904]


async def test_a_bot_that_is_not_in_the_group_hears_nothing(line: Line) -> None:
    await line.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA]})
    await line.sim("POST", "groups/-100/kick")
    await line.news()
    await line.says(ANNA, "alone at last", chat=-100)

    assert await line.news() == []


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("people/999/say", {"text": "x"}, 404),
        (f"people/{ANNA}/say", {}, 400),
        (f"people/{ANNA}/say", {"text": "x", "chat": -5}, 404),
        (f"people/{ANNA}/say", {"text": "x", "reply_to": 999}, 404),
        ("people", {"id": "x"}, 400),
        ("people", {"id": 77}, 400),
        ("groups", {"id": 5}, 400),
    ],
)
async def test_what_cannot_be_done_is_said_in_words(line: Line, path: str, body: Any, status: int) -> None:
    told = await line.sim_refusal("POST", path, body)

    assert told[0] == status
    assert told[1].endswith(".")


async def test_a_person_can_change_their_language(line: Line) -> None:
    await line.sim("PATCH", f"people/{ANNA}", {"language_code": "bg"})

    assert (await heard(line, text="здравейте"))["from"]["language_code"] == "bg"


async def test_the_bot_never_sees_who_a_person_plays(line: Line) -> None:
    await line.sim("PATCH", f"people/{ANNA}", {"role_hint": "manager"})

    assert "role_hint" not in (await heard(line, text="hello"))["from"]
    assert (await line.sim("GET", "state"))["people"][0]["role_hint"] == "manager"


async def test_a_person_who_comes_twice_is_one_person(line: Line) -> None:
    again = await line.sim("POST", "people", {"id": ANNA, "first_name": "Somebody else"})

    assert again["first_name"] == "Anna"


async def test_a_chat_reads_as_a_transcript(line: Line) -> None:
    keyboard = {
        "inline_keyboard": [[{"text": "Yes", "callback_data": "y"}, {"text": "No", "callback_data": "n"}]]
    }
    await line.ok("sendMessage", chat_id=ANNA, text="Ohrid?\nSure?", reply_markup=keyboard)
    await line.says(ANNA, document={"name": "a.pdf", "mime": "application/pdf", "size": 12})

    async with line.http.get(f"/sim/people/{ANNA}/chat.txt") as response:
        assert await response.text() == (
            "Anna: /start\nTourdesk: Ohrid?\n          Sure?\n          [Yes] [No]\nAnna: ‹a.pdf, 12 bytes›\n"
        )


async def test_only_what_is_new_can_be_asked_for(line: Line) -> None:
    number = await line.says(ANNA, "one")
    await line.says(ANNA, "two")

    assert [one["text"] for one in (await line.sees(ANNA, f"?since={number}"))["messages"]] == ["two"]
