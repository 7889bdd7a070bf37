"""How control calls answer: JSON, or an error in a sentence; and how their bodies are read."""

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from aiohttp import web

from sandbox.telegram import TELEGRAM, Telegram
from sandbox.world import Chat, Json, Message, Person

Answer = Callable[[Telegram, web.Request], Awaitable[Any]]


class ControlError(Exception):
    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


def answering(answer: Answer) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """Turns a function that gives values into one that gives responses."""

    async def respond(request: web.Request) -> web.StreamResponse:
        try:
            value = await answer(request.app[TELEGRAM], request)
        except ControlError as error:
            return _json({"error": error.text}, error.status)
        return value if isinstance(value, web.StreamResponse) else _json(value, 200)

    return respond


def _json(value: Any, status: int) -> web.Response:
    return web.Response(body=orjson.dumps(value), status=status, content_type="application/json")


async def body_of(request: web.Request) -> Json:
    raw = await request.read()
    if not raw:
        return {}
    try:
        body = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise ControlError(400, f"This is not JSON: {error}") from None
    if not isinstance(body, dict):
        raise ControlError(400, "A JSON object is expected.")
    return body


def person_of(telegram: Telegram, request: web.Request) -> Person:
    return person_by(telegram, request.match_info["id"])


def person_by(telegram: Telegram, number: Any) -> Person:
    person = telegram.world.people.get(int(number))
    if person is None:
        raise ControlError(404, f"There is no person {number}.")
    return person


def chat_for(telegram: Telegram, person: Person, number: Any) -> Chat:
    """The person's private chat, or a group they are in."""
    chat = telegram.world.chats.get(int(number)) if number else telegram.world.chats[person.id]
    if chat is None or person not in chat.onlookers:
        raise ControlError(404, f"{person.name} is in no chat {number}.")
    return chat


def may_tap(person: Person, chat: Chat) -> None:
    """In a group others' blocks are nobody's business; in their own chat who blocked the bot can do nothing."""
    if person.blocked and chat.person is not None:
        raise ControlError(409, f"{person.name} has blocked the bot and must unblock it before tapping.")


def newest(chat: Chat, kind: str, number: Any = None) -> Message:
    """The message named, or the newest, that carries such a thing: a poll, an invoice."""
    for message in reversed(chat.messages.values()):
        if kind in message.content and (not number or message.id == int(number)):
            return message
    raise ControlError(404, f"There is no {kind} here.")
