"""Inline mode: typed words, answers and their limits, the result that is chosen, and what the bot hears of it."""

import asyncio
from typing import Any

import pytest

from tests.sandbox.line import ANNA, BORIS, CHEN, Line

TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
SAID = {"input_message_content": {"message_text": "<b>Ohrid</b> 29.10", "parse_mode": "HTML"}}
OHRID = {"type": "article", "id": "7", "title": "Ohrid", "description": "29 October", **SAID}


async def types(line: Line, words: str, person: int = ANNA, **more: Any) -> Any:
    return await line.sim("POST", f"people/{person}/inline", {"query": words, "wait": False, **more})


async def answered(line: Line, *results: Any, words: str = "ohrid", person: int = ANNA, **more: Any) -> None:
    """Typed and answered, the results are before that person."""
    query = (await types(line, words, person))["inline_query_id"]
    await line.ok("answerInlineQuery", inline_query_id=query, results=list(results) or [OHRID], **more)
    await line.news()


async def picks(line: Line, result: str, person: int = ANNA, **more: Any) -> Any:
    return await line.sim("POST", f"people/{person}/pick", {"result": result, **more})


async def test_typing_asks_the_bot_and_waits_for_its_answer(line: Line) -> None:
    typing = asyncio.create_task(line.sim("POST", f"people/{ANNA}/inline", {"query": " ohrid "}))
    [update] = await line.news(timeout=5)
    query = update["inline_query"]
    await line.ok("answerInlineQuery", inline_query_id=query["id"], results=[OHRID], next_offset="50")

    assert (query["query"], query["offset"], query["chat_type"], query["from"]["id"]) == (
        "ohrid",
        "",
        "sender",
        ANNA,
    )
    told = await typing
    assert (told["answered"], told["cached"], told["next_offset"]) == (True, False, "50")
    assert told["results"] == [{"id": "7", "type": "article", "title": "Ohrid", "description": "29 October"}]


async def test_who_never_started_the_bot_may_ask_it_from_a_group(line: Line) -> None:
    await line.sim("POST", "groups", {"id": -100, "title": "Friends", "members": [CHEN]})
    await types(line, "ohrid", CHEN, chat=-100, offset="50")

    query = (await line.news())[-1]["inline_query"]
    assert (query["chat_type"], query["offset"]) == ("group", "50")


async def test_a_chosen_result_is_said_by_the_person_via_the_bot(line: Line) -> None:
    await answered(line)
    picked = await picks(line, "Ohr")

    said, chosen = await line.news()
    assert said["message"]["via_bot"]["username"] == "tourdesk_demo_bot"
    assert (said["message"]["from"]["id"], said["message"]["text"]) == (ANNA, "Ohrid 29.10")
    assert said["message"]["entities"][0]["type"] == "bold"
    assert (chosen["chosen_inline_result"]["result_id"], chosen["chosen_inline_result"]["query"]) == (
        "7",
        "ohrid",
    )
    assert "inline_message_id" not in chosen["chosen_inline_result"]
    assert (await line.sees(ANNA))["messages"][-1]["message_id"] == picked["message_id"]
    assert (await line.sim_refusal("POST", f"people/{ANNA}/pick", {"result": "Ohrid"}))[0] == 404


async def test_a_result_with_buttons_is_edited_and_tapped_under_its_own_name(line: Line) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Seats?", "callback_data": "s"}]]}
    await line.sim("POST", "groups", {"id": -100, "title": "Friends", "members": [ANNA, BORIS]})
    await answered(line, OHRID | {"reply_markup": keyboard})
    name = (await picks(line, "Ohrid", chat=-100))["inline_message_id"]
    await line.news()
    await line.taps(BORIS, "Seats?", chat=-100, wait=False)

    query = (await line.news())[0]["callback_query"]
    assert (query["inline_message_id"], query["from"]["id"], "message" in query) == (name, BORIS, False)
    assert await line.ok("editMessageText", inline_message_id=name, text="12 seats") is True
    assert (await line.sees(BORIS, "?chat=-100"))["messages"][-1]["text"] == "12 seats"
    told = await line.refusal("editMessageText", inline_message_id="nothing", text="x")
    assert told == "400 Bad Request: MESSAGE_ID_INVALID"


async def test_feedback_is_for_who_asked_for_it(line: Line) -> None:
    await line.ok("getUpdates", allowed_updates=["message", "inline_query"])
    await answered(line)
    await picks(line, "7")

    assert [set(update) - {"update_id"} for update in await line.news()] == [{"message"}]


async def test_an_inline_query_lives_thirty_seconds(line: Line) -> None:
    query = (await types(line, "ohrid"))["inline_query_id"]
    await line.sim("POST", "clock", {"advance": "29s"})
    assert len(await line.ok("getUpdates")) == 1
    await line.sim("POST", "clock", {"advance": "1s"})

    assert await line.ok("getUpdates") == []
    assert await line.refusal("answerInlineQuery", inline_query_id=query, results=[]) == TOO_OLD
    assert await line.refusal("answerInlineQuery", inline_query_id="1", results=[]) == TOO_OLD


async def test_the_same_words_are_answered_from_the_cache_for_a_while(line: Line) -> None:
    await answered(line, cache_time=60)
    again = await types(line, "ohrid", BORIS)

    assert (again["cached"], again["results"][0]["title"]) == (True, "Ohrid")
    assert await line.news() == []
    await picks(line, "Ohrid", BORIS)
    await line.sim("POST", "clock", {"advance": "60s"})
    assert not (await types(line, "ohrid"))["cached"]


async def test_a_personal_answer_is_kept_for_that_person_alone(line: Line) -> None:
    await answered(line, is_personal=True)

    assert (await types(line, "ohrid"))["cached"]
    assert not (await types(line, "ohrid", BORIS))["cached"]


async def test_words_typed_since_have_no_older_results_before_them(line: Line) -> None:
    older = (await types(line, "oh"))["inline_query_id"]
    newer = (await types(line, "ohrid"))["inline_query_id"]
    await line.ok("answerInlineQuery", inline_query_id=older, results=[OHRID])
    assert (await line.sim_refusal("POST", f"people/{ANNA}/pick", {"result": "7"}))[0] == 404
    await line.ok("answerInlineQuery", inline_query_id=newer, results=[OHRID])

    assert await line.sim_refusal("POST", f"people/{ANNA}/pick", {"result": "Bled"}) == (
        404,
        "There is no result [Bled]; there are [Ohrid].",
    )
    await picks(line, "7")


async def test_the_button_above_the_results_opens_the_chat_with_the_bot(line: Line) -> None:
    await answered(line, button={"text": "Sign in", "start_parameter": "inline-7"}, person=CHEN)
    await line.sim("POST", f"people/{CHEN}/pick", {"button": True})

    assert (await line.news())[0]["message"]["text"] == "/start inline-7"


async def test_a_button_types_the_words_for_a_person(line: Line) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Search", "switch_inline_query_current_chat": "ohrid"}]]}
    await line.ok("sendMessage", chat_id=ANNA, text="?", reply_markup=keyboard)
    await line.taps(ANNA, "Search", wait=False)

    assert (await line.news())[0]["inline_query"]["query"] == "ohrid"


async def test_files_the_bot_has_are_results_too(line: Line) -> None:
    document = ("voucher.pdf", b"%PDF")
    sent = (await line.upload("sendDocument", chat_id=ANNA, document=document))["result"]["document"]
    result = {
        "type": "document",
        "id": "v",
        "title": "Voucher",
        "document_file_id": sent["file_id"],
        "caption": "#7",
    }
    await answered(line, result)
    await picks(line, "Voucher")

    message = (await line.news())[0]["message"]
    assert (message["document"]["file_name"], message["caption"]) == ("voucher.pdf", "#7")


def article(**more: Any) -> dict[str, Any]:
    return OHRID | more


@pytest.mark.parametrize(
    ("more", "description"),
    [
        ({"results": [OHRID] * 51}, "too many inline query results specified"),
        ({"results": [OHRID, OHRID]}, "RESULT_ID_DUPLICATE"),
        ({"results": [article(id="")]}, "RESULT_ID_EMPTY"),
        ({"results": [article(id="я" * 33)]}, "RESULT_ID_INVALID"),
        ({"results": [article(title="")]}, "ARTICLE_TITLE_EMPTY"),
        (
            {"results": [{"type": "article", "title": "x"}]},
            "can't parse InlineQueryResult: Can't find field \"id\"",
        ),
        (
            {"results": [article(input_message_content=None)]},
            "can't parse InlineQueryResult: Can't find field \"input_message_content\"",
        ),
        ({"results": [article(input_message_content={"message_text": " "})]}, "message text is empty"),
        ({"results": [article(input_message_content={"message_text": "x" * 4097})]}, "MESSAGE_TOO_LONG"),
        ({"results": [article(input_message_content={})]}, "invalid inline message content specified"),
        ({"results": [article(reply_markup={"keyboard": [["x"]]})]}, "inline keyboard expected"),
        ({"results": [article(type="game")]}, "this sandbox knows no inline query results of the type game"),
        ({"results": "x"}, "can't parse results JSON object"),
        ({"results": [OHRID], "next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ({"results": [], "button": {"text": "x"}}, "can't use empty start_parameter"),
        (
            {"results": [], "button": {"text": "x", "start_parameter": "a b"}},
            "unallowed characters in start_parameter are used",
        ),
        (
            {"results": [], "switch_pm_text": "x", "switch_pm_parameter": "x" * 65},
            "too long start_parameter specified",
        ),
    ],
)
async def test_an_answer_telegram_refuses(line: Line, more: dict[str, Any], description: str) -> None:
    query = (await types(line, "ohrid"))["inline_query_id"]

    told = await line.refusal("answerInlineQuery", inline_query_id=query, **more)
    assert told == f"400 Bad Request: {description}"
    await line.ok("answerInlineQuery", inline_query_id=query, results=[OHRID] * 1)
