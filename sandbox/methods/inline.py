"""answerInlineQuery: at most fifty results, each under an id of its own."""

import re
from datetime import timedelta
from typing import Any

from sandbox.calls import Call
from sandbox.inline import InlineAnswer
from sandbox.methods.inline_results import read_result
from sandbox.methods.register import method
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.world import Json

MOST_RESULTS = 50
MOST_BYTES = 64
USUAL_CACHE = 300
LONGEST_CACHE = 86_400
_PARAMETER = re.compile(r"[A-Za-z0-9_-]*")


@method("answerInlineQuery")
def answer_inline_query(telegram: Telegram, call: Call) -> bool:
    given = call.json("results")
    if not isinstance(given, list):
        raise bad_request("expected an Array of inline query results")
    if len(given) > MOST_RESULTS:
        raise bad_request("too many inline query results specified")
    results = tuple(read_result(telegram, one) for one in given)
    _check_ids([one.id for one in results])
    next_offset = call.text("next_offset")
    if len(next_offset.encode()) > MOST_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    button = _button(call)
    query = telegram.inline_queries.waiting(call.text("inline_query_id"))
    words, offset = query.about
    answer = InlineAnswer(words, results, next_offset, button)
    _keep(telegram, call, answer, offset, query.person.id)
    inline = telegram.world.inline
    if inline.newest.get(query.person.id) == query.id:
        inline.shown[query.person.id] = answer
        telegram.world.events.publish(kind="inline", person=query.person.id)
    telegram.inline_queries.answer(query.id, answer.as_json())
    return True


def _check_ids(ids: list[str]) -> None:
    if not all(ids):
        raise bad_request("RESULT_ID_EMPTY")
    if any(len(one.encode()) > MOST_BYTES for one in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")


def _button(call: Call) -> Json | None:
    """Above the results: it opens the chat with the bot, or a Mini App; the older form of it is read too."""
    button: Any = call.json("button")
    if button is None and call.text("switch_pm_text"):
        button = {"text": call.text("switch_pm_text"), "start_parameter": call.text("switch_pm_parameter")}
    if button is None:
        return None
    if not isinstance(button, dict) or not button.get("text"):
        raise bad_request("can't parse inline query results button: Can't find field \"text\"")
    if button.get("web_app"):
        return {"text": button["text"], "web_app": button["web_app"]}
    return {"text": button["text"], "start_parameter": _parameter(button.get("start_parameter"))}


def _parameter(given: Any) -> str:
    if not given:
        raise bad_request("can't use empty start_parameter")
    if len(str(given)) > MOST_BYTES:
        raise bad_request("too long start_parameter specified")
    if not _PARAMETER.fullmatch(str(given)):
        raise bad_request("unallowed characters in start_parameter are used")
    return str(given)


def _keep(telegram: Telegram, call: Call, answer: InlineAnswer, offset: str, person: int) -> None:
    """Telegram gives the same answer again to the same words, for a while, without asking the bot."""
    told = call.integer("cache_time")
    seconds = USUAL_CACHE if told is None else min(max(told, 0), LONGEST_CACHE)
    until = telegram.clock.now() + timedelta(seconds=seconds)
    telegram.world.inline.keep(answer, offset, person if call.flag("is_personal") else 0, until)
