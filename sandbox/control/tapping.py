"""A person's finger: it finds the newest button with a label and does what the button does."""

import asyncio
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aiohttp import web

from sandbox import objects
from sandbox.control.answers import ControlError, answering, body_of, chat_for, person_of
from sandbox.control.contents import contents_of, users_shared
from sandbox.control.saying import say
from sandbox.telegram import Telegram
from sandbox.world import Chat, Json, Message, Person

PATIENCE = 5.0
_UNANSWERED = {"text": "", "alert": False, "answered": False}
_SOMEWHERE = {"latitude": 41.9981, "longitude": 21.4254}


def routes() -> list[web.RouteDef]:
    return [web.post("/sim/people/{id:\\d+}/tap", answering(_tap))]


async def _tap(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    body = await body_of(request)
    chat = chat_for(telegram, person, body.get("chat"))
    if body.get("callback_data") is not None:
        data = str(body["callback_data"])
        return await _call_back(telegram, person, _carrier(chat, body, data), data, body)
    label = str(body.get("button") or "")
    message, button = _find(chat, label, body.get("message_id"))
    if "callback_data" in button:
        return await _call_back(telegram, person, message, button["callback_data"], body)
    if "url" in button:
        return _open(telegram, person, str(button["url"]))
    if message is chat.keyboard:
        return _press(telegram, person, chat, button, body)
    return _UNANSWERED | {"copied": button.get("copy_text", {}).get("text")}


def _find(chat: Chat, label: str, number: Any) -> tuple[Message, Json]:
    """The newest button with this label; a reply keyboard counts by the message that brought it."""
    seen: list[str] = []
    for message in _newest_first(chat, number):
        for button in _buttons(chat, message):
            if button["text"] == label:
                return message, button
            seen.append(button["text"])
    there_are = ", ".join(f"[{one}]" for one in seen[:40]) or "no buttons at all"
    raise ControlError(404, f"There is no button [{label}] here; there are {there_are}.")


def _newest_first(chat: Chat, number: Any) -> Iterator[Message]:
    if number:
        if (message := chat.messages.get(int(number))) is not None:
            yield message
        return
    if chat.keyboard is not None and chat.keyboard.removed:
        yield chat.keyboard
    yield from reversed(chat.messages.values())


def _buttons(chat: Chat, message: Message) -> Iterator[Json]:
    if message.inline is not None:
        for row in message.inline["inline_keyboard"]:
            yield from row
    elif message is chat.keyboard and message.keyboard is not None:
        for row in message.keyboard["keyboard"]:
            yield from row


def _carrier(chat: Chat, body: Json, data: str) -> Message:
    """The message a callback claims to come from: named, or the newest that fits; forged ones too."""
    if number := body.get("message_id"):
        if (message := chat.messages.get(int(number))) is None:
            raise ControlError(404, f"There is no message {number} here.")
        return message
    inline = None
    for message in reversed(chat.messages.values()):
        if message.inline is None:
            continue
        inline = inline or message
        if any(button.get("callback_data") == data for button in _buttons(chat, message)):
            return message
    if inline is None:
        inline = next((one for one in reversed(chat.messages.values()) if one.sender is None), None)
    if inline is None:
        raise ControlError(404, "The bot has said nothing here that could be tapped.")
    return inline


async def _call_back(telegram: Telegram, person: Person, message: Message, data: str, body: Json) -> Json:
    if person.blocked and message.chat.person is not None:
        raise ControlError(409, f"{person.name} has blocked the bot and must unblock it before tapping.")
    tap = telegram.taps.new(person)
    query = {
        "id": tap.id,
        "from": objects.user(person),
        "message": objects.message(telegram.world, message),
        "chat_instance": str(7_000_000_000_000 + message.chat.id),
        "data": data,
    }
    telegram.tell_bot("callback_query", query, chat=message.chat.id, lane=f"person:{person.id}")
    if body.get("wait") is False:
        return _UNANSWERED | {"callback_query_id": tap.id}
    try:
        async with asyncio.timeout(float(body.get("wait") or PATIENCE)):
            answer = await tap.answer
    except TimeoutError:
        return _UNANSWERED | {"callback_query_id": tap.id}
    return answer | {"answered": True, "callback_query_id": tap.id}


def _open(telegram: Telegram, person: Person, url: str) -> Json:
    """A link: one to the bot itself starts it with the payload, any other is only told."""
    parts = urlsplit(url)
    username = parts.path.strip("/")
    is_ours = parts.hostname in ("t.me", "telegram.me") and username == telegram.world.bot.username
    start = parse_qs(parts.query).get("start", [""])[0]
    if not is_ours:
        return _UNANSWERED | {"url": url}
    chat = telegram.world.chats[person.id]
    said = say(
        telegram, person, chat, contents_of(telegram, person, {"text": f"/start {start}".strip()}, []), {}
    )
    return _UNANSWERED | {"url": url, "message_id": said[0].id}


def _press(telegram: Telegram, person: Person, chat: Chat, button: Json, body: Json) -> Json:
    """A button of the reply keyboard sends its words, or what it asks for."""
    if button.get("request_contact"):
        sent: Json = {"contact": True}
    elif button.get("request_location"):
        sent = {"location": body.get("location") or _SOMEWHERE}
    elif asked := button.get("request_users"):
        chosen = users_shared(telegram, int(asked["request_id"]), body.get("user_ids") or [])
        return _sent(say(telegram, person, chat, [{"users_shared": chosen}], {}))
    else:
        sent = {"text": button["text"]}
    keyboard = chat.keyboard.keyboard if chat.keyboard else None
    said = say(telegram, person, chat, contents_of(telegram, person, sent, []), {})
    if keyboard is not None and keyboard.get("one_time_keyboard"):
        chat.keyboard = None
        telegram.world.changed(chat)
    return _sent(said)


def _sent(messages: list[Message]) -> Json:
    return _UNANSWERED | {"message_id": messages[0].id}
