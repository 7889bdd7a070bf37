"""Polls: what Telegram takes, who votes how, and what the bot hears of it."""

from typing import Any

import pytest

from tests.sandbox.line import ANNA, BORIS, CHEN, Line

GROUP = -1_001_000_000_002
DAYS = ["Monday", "Tuesday", "🏖"]


async def ask(line: Line, chat: int = ANNA, **more: Any) -> dict[str, Any]:
    sent: dict[str, Any] = await line.ok("sendPoll", chat_id=chat, question="When?", options=DAYS, **more)
    return sent


async def votes(line: Line, person: int, *options: Any, **more: Any) -> Any:
    return await line.sim("POST", f"people/{person}/vote", {"options": list(options), **more})


async def group(line: Line) -> int:
    await line.sim("POST", "groups", {"id": GROUP, "title": "Staff", "members": [ANNA, BORIS]})
    await line.news()
    return GROUP


def kinds(updates: list[dict[str, Any]]) -> list[str]:
    return [next(kind for kind in update if kind != "update_id") for update in updates]


def counts(poll: dict[str, Any]) -> list[int]:
    return [option["voter_count"] for option in poll["options"]]


async def test_a_poll_is_anonymous_and_takes_one_answer_unless_told(line: Line) -> None:
    poll = (await ask(line))["poll"]

    assert poll["options"][2] == {"persistent_id": "2", "text": "🏖", "voter_count": 0}
    assert (poll["is_anonymous"], poll["allows_multiple_answers"], poll["type"]) == (True, False, "regular")


async def test_an_anonymous_vote_is_told_as_counts_alone(line: Line) -> None:
    await ask(line)
    await votes(line, ANNA, "Monday")

    [update] = await line.news()
    assert kinds([update]) == ["poll"]
    assert (counts(update["poll"]), update["poll"]["total_voter_count"]) == ([1, 0, 0], 1)


async def test_an_open_vote_says_whose_it_is_and_may_be_changed_and_taken_back(line: Line) -> None:
    chat = await group(line)
    poll = (await ask(line, chat, is_anonymous=False))["poll"]
    await votes(line, ANNA, "Monday", chat=chat)
    await votes(line, BORIS, 1, chat=chat)
    await votes(line, BORIS, "🏖", chat=chat)
    await votes(line, ANNA, chat=chat)
    await votes(line, ANNA, chat=chat)

    updates = await line.news()
    assert kinds(updates) == ["poll_answer", "poll"] * 4
    answers = [update["poll_answer"] for update in updates[::2]]
    assert [(one["user"]["id"], one["option_ids"]) for one in answers] == [
        (ANNA, [0]),
        (BORIS, [1]),
        (BORIS, [2]),
        (ANNA, []),
    ]
    assert {one["poll_id"] for one in answers} == {poll["id"]}
    assert [counts(update["poll"]) for update in updates[1::2]] == [
        [1, 0, 0],
        [1, 1, 0],
        [1, 0, 1],
        [0, 0, 1],
    ]


async def test_several_answers_count_one_voter(line: Line) -> None:
    await ask(line, allows_multiple_answers=True)
    await votes(line, ANNA, "🏖", "Monday", "🏖")

    poll = (await line.news())[0]["poll"]
    assert (counts(poll), poll["total_voter_count"]) == ([1, 0, 1], 1)


@pytest.mark.parametrize(
    ("more", "options", "refusal"),
    [
        ({}, ["Monday", "Tuesday"], (409, "This poll takes one answer.")),
        ({}, ["Friday"], (404, "There is no option Friday; there are Monday, Tuesday, 🏖.")),
        ({"is_closed": True}, ["Monday"], (409, "The poll is closed.")),
    ],
)
async def test_a_vote_that_cannot_be(
    line: Line, more: Any, options: list[str], refusal: tuple[int, str]
) -> None:
    await ask(line, **more)

    assert await line.sim_refusal("POST", f"people/{ANNA}/vote", {"options": options}) == refusal
    assert await line.news() == []


async def test_a_vote_stands_where_it_may_not_be_changed(line: Line) -> None:
    await ask(line, allows_revoting=False)
    await votes(line, ANNA, "Monday")

    assert (await line.sim_refusal("POST", f"people/{ANNA}/vote", {"options": []}))[0] == 409


async def test_who_does_not_see_a_poll_does_not_vote(line: Line) -> None:
    await ask(line)

    assert await line.sim_refusal("POST", f"people/{BORIS}/vote", {"options": [0]}) == (
        404,
        "There is no poll here.",
    )
    assert (
        await line.sim_refusal("POST", f"people/{CHEN}/vote", {"options": [0], "chat": await group(line)})
    )[0] == 404


async def test_a_stopped_poll_keeps_its_votes_and_loses_its_keyboard(line: Line) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Stop", "callback_data": "s"}]]}
    sent = await ask(line, reply_markup=keyboard)
    await votes(line, ANNA, "Monday")
    where = {"chat_id": ANNA, "message_id": sent["message_id"]}
    stopped = await line.ok("stopPoll", **where)

    assert (stopped["is_closed"], counts(stopped)) == (True, [1, 0, 0])
    assert [update["poll"]["is_closed"] for update in await line.news()] == [False, True]
    assert (await line.sees(ANNA))["messages"][-1]["buttons"] == []
    assert await line.refusal("stopPoll", **where) == "400 Bad Request: poll has already been closed"


async def test_only_a_poll_of_the_bots_own_is_stopped(line: Line) -> None:
    words = await line.ok("sendMessage", chat_id=ANNA, text="x")
    poll = await ask(line)
    forwarded = await line.ok(
        "forwardMessage", chat_id=ANNA, from_chat_id=ANNA, message_id=poll["message_id"]
    )
    for number, description in (
        (999, "message with poll to stop not found"),
        (words["message_id"], "message is not a poll"),
        (forwarded["message_id"], "poll can't be stopped"),
    ):
        told = await line.refusal("stopPoll", chat_id=ANNA, message_id=number)
        assert told == f"400 Bad Request: {description}"


async def test_a_forward_shows_the_same_poll_and_a_copy_a_new_one(line: Line) -> None:
    sent = await ask(line)
    source = {"chat_id": BORIS, "from_chat_id": ANNA, "message_id": sent["message_id"]}
    await line.ok("forwardMessage", **source)
    await votes(line, BORIS, "Monday")
    await line.ok("copyMessage", **source)

    seen = [one["poll"] for one in (await line.sees(BORIS))["messages"][-2:]]
    assert [one["options"][0] for one in seen] == [
        {"text": "Monday", "votes": 1, "chosen": True},
        {"text": "Monday", "votes": 0, "chosen": False},
    ]
    assert (await line.sees(ANNA))["messages"][-1]["poll"]["voters"] == 1


@pytest.mark.parametrize(
    ("wrong", "description"),
    [
        ({"question": " "}, "text must be non-empty"),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        ({"options": []}, "poll must have at least one answer option"),
        ({"options": None}, "poll must have at least one answer option"),
        ({"options": ["x"] * 13}, "poll can't have more than 12 options"),
        ({"options": ["x", "\n"]}, "text must be non-empty"),
        ({"options": ["x", "🏖" * 101]}, "poll options length must not exceed 100"),
        ({"options": [5]}, "can't parse InputPollOption: Expected InputPollOption to be an Object"),
        ({"options": [{}]}, "can't parse InputPollOption: Can't find field \"text\""),
        ({"options": "x"}, "can't parse options JSON object"),
        ({"type": "survey"}, "unsupported poll type specified"),
        ({"type": "quiz"}, "this sandbox knows no quizzes"),
        ({"open_period": 60}, "this sandbox does not know open_period of a poll"),
    ],
)
async def test_a_poll_telegram_refuses(line: Line, wrong: dict[str, Any], description: str) -> None:
    poll = {"chat_id": ANNA, "question": "When?", "options": DAYS} | wrong

    assert await line.refusal("sendPoll", **poll) == f"400 Bad Request: {description}"


async def test_options_may_be_objects_and_are_counted_in_characters(line: Line) -> None:
    options = [{"text": "<b>x</b>", "text_parse_mode": "HTML"}, "🏖" * 100]
    sent = await line.ok("sendPoll", chat_id=ANNA, question="?", options=options)

    assert [one["text"] for one in sent["poll"]["options"]] == ["x", "🏖" * 100]


async def test_a_transcript_tells_the_counts(line: Line) -> None:
    await ask(line)
    await votes(line, ANNA, "Tuesday")

    async with line.http.get(f"/sim/people/{ANNA}/chat.txt") as response:
        assert "Tourdesk: ‹poll When? — Monday 0, Tuesday 1, 🏖 0›\n" in await response.text()
