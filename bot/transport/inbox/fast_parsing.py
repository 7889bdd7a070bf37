"""What people mostly do, a tap and a few words, read straight from its JSON: aiogram takes ten times as long for it.

Whatever is not exactly as expected is left to aiogram. `tests/bot/test_fast_parsing.py` holds the two beside each other.
"""

from typing import Any

import orjson

from bot.conversation.events import Event, Sender, Tap, command_in
from domain.values.text import clean, full_name

_WORDS = {"message_id", "from", "chat", "date", "text", "entities"}
"""All a message may hold that is nothing but words."""


def parse_fast(payload: str) -> Event | None:
    """The event; None when aiogram has to parse it. Raises Unreadable as `Event` does."""
    match orjson.loads(payload):
        case {"update_id": number, "callback_query": dict(query)}:
            return _tap(number, query)
        case {"update_id": number, "message": dict(message)} if message.keys() <= _WORDS:
            return _words(number, message)
    return None


def _tap(number: Any, query: dict[str, Any]) -> Event | None:
    match query:
        case {
            "id": str(query_id),
            "from": dict(user),
            "chat_instance": str(),
            "data": str(data),
            "message": {"message_id": message, "date": date, "chat": {"id": chat, "type": str(kind)}},
        } if _whole(number, message, date, chat) and (sender := _sender(user)):
            tap = Tap(data, query_id, message)
            return Event(number, sender, chat, kind == "private", tap=tap)
    return None


def _words(number: Any, message: dict[str, Any]) -> Event | None:
    match message:
        case {
            "message_id": message_id,
            "date": date,
            "from": {"is_bot": False} as user,
            "chat": {"id": chat, "type": str(kind)},
            "text": str(text),
        } if _whole(number, message_id, date, chat) and (sender := _sender(user)):
            command, argument = command_in(text)
            return Event(
                update_id=number,
                sender=sender,
                chat_id=chat,
                private=kind == "private",
                message_id=message_id,
                text=clean(text) or None,
                command=command,
                argument=clean(argument),
            )
    return None


def _sender(user: dict[str, Any]) -> Sender | None:
    match user:
        case {"id": number, "is_bot": bool(), "first_name": str(first)} if _whole(number):
            last, username, language = (user.get(key) for key in ("last_name", "username", "language_code"))
            if all(each is None or isinstance(each, str) for each in (last, username, language)):
                return Sender.called(number, full_name(first, last), username, language)
    return None


def _whole(*numbers: Any) -> bool:
    """Numbers, and not `true`, which Python takes for one."""
    return all(type(number) is int for number in numbers)
