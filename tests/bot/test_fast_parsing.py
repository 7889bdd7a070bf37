"""What is read by hand is heard as aiogram would have it heard."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import orjson
import pytest
from aiogram.types import Update
from pydantic import ValidationError

from bot.conversation.events import Event, Unreadable
from bot.transport.inbox.fast_parsing import parse_fast
from bot.transport.inbox.parsing import parse

BORIS = {"id": 7, "is_bot": False, "first_name": "Борис", "last_name": " I.\u200b ", "language_code": "bg"}
NAMELESS = {"id": 8, "is_bot": False, "first_name": "\u3164", "username": "who"}
HOME = {"id": 7, "type": "private", "first_name": "Boris"}
GROUP = {"id": -100_5, "type": "supergroup", "title": "Us", "is_forum": True}
BUTTONS = {"inline_keyboard": [[{"text": "Go", "callback_data": "f:1:1:0"}]]}
SHOWN = {"message_id": 3, "date": 1, "chat": HOME, "text": "card", "reply_markup": BUTTONS}
COMMAND = [{"type": "bot_command", "offset": 0, "length": 6}]


def words(text: str, **more: Any) -> dict[str, Any]:
    message = {"message_id": 5, "from": BORIS, "chat": HOME, "date": 1, "text": text}
    return {"update_id": 1, "message": message | more}


def tap(**more: Any) -> dict[str, Any]:
    query = {"id": "9", "from": BORIS, "chat_instance": "1", "message": SHOWN, "data": "f:1:1:0"}
    return {"update_id": 2, "callback_query": query | more}


PLAIN = [
    tap(),
    tap(**{"from": NAMELESS | {"is_premium": True}}),
    tap(message=SHOWN | {"chat": GROUP}),
    tap(message={"message_id": 3, "date": 0, "chat": HOME}),
    words("  two\r\n\n\n\nlines \u202e"),
    words("/Start@bench_bot  s_1 ", entities=COMMAND),
    words("\u3164"),
    words("in a group", chat=GROUP),
]
OTHERS = [
    words("a link", link_preview_options={"is_disabled": True}),
    words("a bot's", **{"from": BORIS | {"is_bot": True}}),
    {"update_id": 1, "edited_message": words("x")["message"]},
    words("x", forward_origin={"type": "hidden_user", "date": 1, "sender_user_name": "A"}),
    tap(message=None),
    {"update_id": 3, "poll": {}},
]
ODD: list[Any] = [None, True, 0, -1, 2**63, 1.0, "", "7", "x", [], {}]


def by_aiogram(update: Any) -> Event | str | None:
    try:
        return parse(Update.model_validate_json(orjson.dumps(update)))
    except (ValidationError, Unreadable) as error:
        return type(error).__name__


def by_hand(update: Any) -> Event | str | None:
    try:
        return parse_fast(orjson.dumps(update).decode())
    except Unreadable as error:
        return type(error).__name__


@pytest.mark.parametrize("update", PLAIN, ids=range(len(PLAIN)))
def test_taps_and_words_are_heard_alike(update: dict[str, Any]) -> None:
    assert isinstance(by_hand(update), Event)
    assert by_hand(update) == by_aiogram(update)


@pytest.mark.parametrize("update", OTHERS, ids=range(len(OTHERS)))
def test_everything_else_is_left_to_aiogram(update: dict[str, Any]) -> None:
    assert by_hand(update) is None


@pytest.mark.parametrize("update", PLAIN, ids=range(len(PLAIN)))
def test_whatever_is_odd_is_left_to_aiogram_or_heard_alike(update: dict[str, Any]) -> None:
    """Everything that matters, replaced by everything it should not be, and left out."""
    tried = 0
    for odd in spoiled(update):
        heard = by_hand(odd)
        if heard is not None:
            assert by_aiogram(odd) in (heard, "ValidationError"), odd
        tried += 1
    assert tried > 100


def test_a_number_that_is_too_large_is_unreadable() -> None:
    assert by_hand(words("x", message_id=2**63)) == by_aiogram(words("x", message_id=2**63)) == "Unreadable"


def spoiled(update: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path in paths(update):
        for value in (*ODD, ...):
            odd = deepcopy(update)
            inner = odd
            for key in path[:-1]:
                inner = inner[key]
            if value is ...:
                del inner[path[-1]]
            else:
                inner[path[-1]] = value
            yield odd


def paths(inner: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    keys = list(inner) if isinstance(inner, dict) else range(len(inner)) if isinstance(inner, list) else ()
    for key in keys:
        yield (*before, key)
        yield from paths(inner[key], (*before, key))
