"""A person's finger: it finds the newest button with a label and does what the button does."""

import asyncio
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aiohttp import web

from sandbox import objects
from sandbox.control.answers import ControlError, answering, body_of, chat_for, may_tap, person_of
from sandbox.control.attending import follow
from sandbox.control.inline import ask
from sandbox.control.paying import pay
from sandbox.control.pressing import UNANSWERED, press
from sandbox.control.saying import start_with
from sandbox.control.starting import start_in_group
from sandbox.telegram import Telegram
from sandbox.world import Chat, Json, Message, Person

PATIENCE = 5.0


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
    keyboard = chat.keyboards.get(person.id)
    if body.get("keyboard"):
        return press(telegram, person, *_key(keyboard, label), body)
    message, button = _find(chat, keyboard, label, body.get("message_id"))
    if message is keyboard:
        return press(telegram, person, message, button, body)
    return await _act_on(telegram, person, message, button, body)


async def _act_on(telegram: Telegram, person: Person, message: Message, button: Json, body: Json) -> Json:
    """What an inline button does."""
    if "callback_data" in button:
        return await _call_back(telegram, person, message, button["callback_data"], body)
    if "url" in button:
        return _open(telegram, person, str(button["url"]), body.get("group"))
    if (words := button.get("switch_inline_query_current_chat")) is not None:
        return UNANSWERED | await ask(telegram, person, message.chat, str(words), body)
    if button.get("pay"):
        return UNANSWERED | await pay(telegram, person, message, body)
    return UNANSWERED | {"copied": button.get("copy_text", {}).get("text")}


def _key(keyboard: Message | None, label: str) -> tuple[Message, Json]:
    """A key of the reply keyboard, whatever buttons the messages have."""
    if keyboard is None:
        raise ControlError(404, "There is no keyboard under the input field.")
    return _find(keyboard.chat, keyboard, label, keyboard.id)


def _find(chat: Chat, keyboard: Message | None, label: str, number: Any) -> tuple[Message, Json]:
    """The newest button with this label; a reply keyboard counts by the message that brought it."""
    seen: list[str] = []
    for message in _newest_first(chat, keyboard, number):
        for button in _buttons(keyboard, message):
            if button["text"] == label:
                return message, button
            seen.append(button["text"])
    there_are = ", ".join(f"[{one}]" for one in seen[:40]) or "no buttons at all"
    raise ControlError(404, f"There is no button [{label}] here; there are {there_are}.")


def _newest_first(chat: Chat, keyboard: Message | None, number: Any) -> Iterator[Message]:
    if number:
        if keyboard is not None and keyboard.id == int(number):
            yield keyboard
        elif (message := chat.messages.get(int(number))) is not None:
            yield message
        return
    if keyboard is not None and keyboard.removed:
        yield keyboard
    yield from reversed(chat.messages.values())


def _buttons(keyboard: Message | None, message: Message) -> Iterator[Json]:
    if message.inline is not None:
        for row in message.inline["inline_keyboard"]:
            yield from row
    elif message is keyboard and message.keyboard is not None:
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
        if any(button.get("callback_data") == data for button in _buttons(None, message)):
            return message
    if inline is None:
        inline = next((one for one in reversed(chat.messages.values()) if one.sender is None), None)
    if inline is None:
        raise ControlError(404, "The bot has said nothing here that could be tapped.")
    return inline


async def _call_back(telegram: Telegram, person: Person, message: Message, data: str, body: Json) -> Json:
    may_tap(person, message.chat)
    tap = telegram.taps.new(person)
    query = {
        "id": tap.id,
        "from": objects.user(person),
        "chat_instance": str(7_000_000_000_000 + message.chat.id),
        "data": data,
    }
    if message.inline_id:
        query["inline_message_id"] = message.inline_id
    else:
        query["message"] = objects.message(telegram.world, message)
    telegram.tell_bot("callback_query", query, chat=message.chat.id, lane=f"person:{person.id}")
    if body.get("wait") is False:
        return UNANSWERED | {"callback_query_id": tap.id}
    try:
        async with asyncio.timeout(float(body.get("wait") or PATIENCE)):
            answer = await tap.answer
    except TimeoutError:
        return UNANSWERED | {"callback_query_id": tap.id}
    return answer | {"answered": True, "callback_query_id": tap.id}


def _open(telegram: Telegram, person: Person, url: str, group: Any = None) -> Json:
    """A link: one to the bot itself starts it with the payload, here or in a group; any other is only told."""
    parts = urlsplit(url)
    username = parts.path.strip("/")
    is_ours = parts.hostname in ("t.me", "telegram.me") and username == telegram.world.bot.username
    start = parse_qs(parts.query).get("start", [""])[0]
    if parts.hostname == "t.me" and username.startswith("+"):
        return UNANSWERED | {"url": url} | follow(telegram, person, url)
    if is_ours and group:
        return (
            UNANSWERED
            | {"url": url}
            | start_in_group(telegram, person, chat_for(telegram, person, group), url)
        )
    if not is_ours or "startgroup=" in parts.query:
        return UNANSWERED | {"url": url}
    return UNANSWERED | {"url": url, "message_id": start_with(telegram, person, start).id}
