"""A finger on a button: inline, reply keyboard, links to the bot, forged data."""

import asyncio
from typing import Any

from tests.sandbox.line import ANNA, BORIS, Line


def inline(**labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": data}] for label, data in labels.items()]}


async def ask(line: Line, markup: dict[str, Any], chat: int = ANNA) -> int:
    number: int = (await line.ok("sendMessage", chat_id=chat, text="?", reply_markup=markup))["message_id"]
    return number


async def test_a_tap_waits_for_the_answer(line: Line) -> None:
    number = await ask(line, inline(Go="go"))
    tap = asyncio.create_task(line.taps(ANNA, "Go"))
    [update] = await line.news(timeout=5)
    query = update["callback_query"]
    await line.ok("answerCallbackQuery", callback_query_id=query["id"], text="Done", show_alert=True)

    assert (query["data"], query["message"]["message_id"], query["from"]["id"]) == ("go", number, ANNA)
    told = await tap
    assert (told["text"], told["alert"], told["answered"]) == ("Done", True, True)


async def test_a_tap_does_not_wait_for_ever(line: Line) -> None:
    await ask(line, inline(Go="go"))

    assert not (await line.taps(ANNA, "Go", wait=0.01))["answered"]
    assert not (await line.taps(ANNA, "Go", wait=False))["answered"]


async def test_the_newest_button_with_the_label_is_meant_unless_a_message_is_named(line: Line) -> None:
    older, newer = await ask(line, inline(Go="one")), await ask(line, inline(Go="two"))
    await line.taps(ANNA, "Go", wait=False)
    await line.taps(ANNA, "Go", message_id=older, wait=False)

    first, second = await line.news()
    assert (first["callback_query"]["data"], first["callback_query"]["message"]["message_id"]) == (
        "two",
        newer,
    )
    assert (second["callback_query"]["data"], second["callback_query"]["message"]["message_id"]) == (
        "one",
        older,
    )


async def test_a_missing_button_names_those_that_are_there(line: Line) -> None:
    await ask(line, inline(Yes="y", No="n"))

    assert await line.sim_refusal("POST", f"people/{ANNA}/tap", {"button": "Go"}) == (
        404,
        "There is no button [Go] here; there are [Yes], [No].",
    )


async def test_forged_data_is_sent_on_purpose(line: Line) -> None:
    number = await ask(line, inline(Go="go"))
    await line.taps(ANNA, callback_data="stolen", wait=False)

    [update] = await line.news()
    assert update["callback_query"]["data"] == "stolen"
    assert update["callback_query"]["message"]["message_id"] == number


async def test_a_label_of_the_reply_keyboard_is_said(line: Line) -> None:
    await ask(line, {"keyboard": [["Trips"]], "one_time_keyboard": True})
    await line.taps(ANNA, "Trips")

    assert (await line.news())[0]["message"]["text"] == "Trips"
    assert (await line.sees(ANNA))["reply_keyboard"] is None


async def test_request_buttons_send_what_they_ask_for(line: Line) -> None:
    await ask(
        line,
        {
            "keyboard": [
                [{"text": "Phone", "request_contact": True}],
                [{"text": "Place", "request_location": True}],
                [{"text": "People", "request_users": {"request_id": 5}}],
            ]
        },
    )
    await line.taps(ANNA, "Phone")
    await line.taps(ANNA, "Place", location={"latitude": 1, "longitude": 2})
    await line.taps(ANNA, "People", user_ids=[BORIS])

    phone, place, people = (update["message"] for update in await line.news())
    assert phone["contact"]["user_id"] == ANNA
    assert place["location"] == {"latitude": 1.0, "longitude": 2.0}
    assert people["users_shared"]["request_id"] == 5
    assert people["users_shared"]["users"][0]["user_id"] == BORIS


async def test_a_link_to_the_bot_starts_it_with_its_payload(line: Line) -> None:
    links = [
        {"text": "Join", "url": "https://t.me/tourdesk_demo_bot?start=trip-7"},
        {"text": "Map", "url": "https://maps.example/ohrid"},
    ]
    await ask(line, {"inline_keyboard": [links]})
    await line.taps(ANNA, "Join")

    assert (await line.news())[0]["message"]["text"] == "/start trip-7"
    assert (await line.taps(ANNA, "Map"))["url"] == "https://maps.example/ohrid"
    assert await line.news() == []


async def test_members_of_a_group_tap_what_stands_there(line: Line) -> None:
    await line.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA, BORIS]})
    await ask(line, inline(Take="t"), chat=-100)
    await line.taps(BORIS, "Take", chat=-100, wait=False)

    query = (await line.news())[-1]["callback_query"]
    assert (query["from"]["id"], query["message"]["chat"]["id"]) == (BORIS, -100)


async def test_any_member_taps_a_button_meant_for_another(line: Line) -> None:
    await line.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA, BORIS]})
    asked = await line.says(ANNA, "who?", chat=-100)
    await line.ok(
        "sendMessage",
        chat_id=-100,
        text="?",
        reply_markup=inline(Me="m"),
        reply_parameters={"message_id": asked},
    )
    taps = [asyncio.create_task(line.taps(one, "Me", chat=-100)) for one in (ANNA, BORIS)]
    queries = [update["callback_query"] for update in await several(line, "callback_query", 2)]
    for query in queries:
        name = query["from"]["first_name"]
        await line.ok("answerCallbackQuery", callback_query_id=query["id"], text=f"You, {name}")

    assert {query["from"]["id"] for query in queries} == {ANNA, BORIS}
    assert {query["message"]["reply_to_message"]["from"]["id"] for query in queries} == {ANNA}
    assert [(await tap)["text"] for tap in taps] == ["You, Anna", "You, Boris"]


async def several(line: Line, kind: str, count: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while len(found) < count:
        found += [update for update in await line.news(timeout=5) if kind in update]
    return found


async def test_who_is_not_in_the_group_taps_nothing_there(line: Line) -> None:
    await line.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA]})
    await ask(line, inline(Take="t"), chat=-100)

    assert await line.sim_refusal("POST", f"people/{BORIS}/tap", {"button": "Take", "chat": -100}) == (
        404,
        "Boris is in no chat -100.",
    )


async def test_who_blocked_the_bot_cannot_tap(line: Line) -> None:
    await ask(line, inline(Go="go"))
    await line.sim("POST", f"people/{ANNA}/block")

    assert (await line.sim_refusal("POST", f"people/{ANNA}/tap", {"button": "Go"}))[0] == 409
