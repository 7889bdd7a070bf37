"""Every request the bot and the postman make in a long day reads whole in python-telegram-bot too."""

import re

from tests.bot.long_story import lives_a_day
from tests.sandbox.second_opinion import unknown_in_call
from tests.world import World

SAYING = ("sendMessage", "editMessageText")


async def test_no_request_holds_anything_unknown(world: World) -> None:
    await lives_a_day(world)
    calls = (await world.get("/sim/calls"))["calls"]

    assert len(calls) > 100
    assert {call["method"] for call in calls} >= {*SAYING, "sendDocument", "sendLocation", "setMyCommands"}
    assert [found for call in calls for found in unknown_in_call(call["method"], call["params"])] == []
    refused = {call["method"] for call in calls if not call["answer"]["ok"]}
    assert refused <= {"editMessageReplyMarkup"}, "only buttons that are to vanish may have vanished already"
    for call in calls:
        if call["method"] in SAYING:
            assert call["params"]["parse_mode"] == "HTML"
            assert re.sub(r"<[^>]+>", "", call["params"]["text"]).strip()


def test_a_bogus_field_would_be_noticed() -> None:
    button = {"text": "x", "callback_data": "y"}
    keyboard = {"inline_keyboard": [[button]]}
    good = {"chat_id": 1, "text": "x", "reply_markup": keyboard}
    assert unknown_in_call("sendMessage", good) == []

    assert unknown_in_call("sendMassage", good) == ["sendMassage"]
    assert unknown_in_call("sendMessage", good | {"bogus": 1}) == ["sendMessage.bogus"]
    button["bogus"] = "1"
    assert len(unknown_in_call("sendMessage", good)) == 1
    assert (
        len(unknown_in_call("setMyCommands", {"commands": [{"command": "x", "description": "y", "z": 1}]}))
        == 1
    )
