"""What a person sees: the chat as JSON for the page and the tests, or as a transcript to read."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from aiohttp import web

from sandbox.control.answers import ControlError, answering, chat_for, person_of
from sandbox.control.origins import origin_name
from sandbox.control.transcript import transcript
from sandbox.methods.commands import commands_seen, menu_button_seen
from sandbox.telegram import Telegram
from sandbox.text.html_writer import write_html
from sandbox.world import Chat, Json, Message

_BUTTON_FIELDS = ("callback_data", "url", "copy_text", "web_app", "style")


def routes() -> list[web.RouteDef]:
    return [
        web.get("/sim/people/{id:\\d+}/chat", answering(_chat)),
        web.get("/sim/people/{id:\\d+}/chat.txt", answering(_transcript)),
        web.get("/sim/files/{id}", answering(_file)),
    ]


async def _chat(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    chat = chat_for(telegram, person, request.query.get("chat"))
    since = int(request.query.get("since") or 0)
    return {
        "messages": [_seen(telegram, message) for message in chat.messages.values() if message.id > since],
        "reply_keyboard": _labels(chat.keyboard),
        "typing": chat.typing,
        "commands": commands_seen(telegram.world.bot, chat, person),
        "menu_button": menu_button_seen(telegram.world.bot, chat),
    }


def _seen(telegram: Telegram, message: Message) -> Json:
    body: Json = {
        "message_id": message.id,
        "from": "bot" if message.sender is None else message.sender.id,
        "name": telegram.world.bot.name if message.sender is None else message.sender.name,
        "text": message.text,
        "html": write_html(message.text, message.entities),
        "buttons": _buttons(message),
        "reply_keyboard": _labels(message) if message is message.chat.keyboard else None,
        "file": seen_file(telegram, message),
        "location": message.content.get("location"),
        "contact": message.content.get("contact"),
        "reply_to": message.answered.id if message.answered else None,
        "edited": message.edit_date is not None,
        "date": datetime.fromtimestamp(message.date, UTC).isoformat(),
    }
    return body | _rarely(message)


def _rarely(message: Message) -> Json:
    """Fields that stand only where there is something to tell."""
    told: Json = {
        "forward_from": {"name": origin_name(message.origin)} if message.origin else None,
        "media_group_id": message.album,
        "thread": message.thread,
        "sticker": message.content.get("sticker", {}).get("emoji"),
        "users_shared": message.content.get("users_shared"),
        "venue": message.content.get("venue"),
    }
    return {name: value for name, value in told.items() if value is not None}


def _buttons(message: Message) -> list[list[Json]]:
    rows = message.inline["inline_keyboard"] if message.inline else []
    return [
        [
            {"label": button["text"]} | {name: button[name] for name in _BUTTON_FIELDS if name in button}
            for button in row
        ]
        for row in rows
    ]


def _labels(message: Message | None) -> list[list[str]] | None:
    if message is None or message.keyboard is None:
        return None
    return [[button["text"] for button in row] for row in message.keyboard["keyboard"]]


def seen_file(telegram: Telegram, message: Message) -> Json | None:
    for kind in ("photo", "document", "voice", "video", "audio"):
        held: Any = message.content.get(kind)
        if held:
            stored = telegram.world.files.find((held[-1] if kind == "photo" else held)["file_id"])
            assert stored is not None
            name = stored.name or f"{kind}{stored.path[stored.path.rfind('.') :]}"
            return {"name": name, "mime": stored.mime, "size": stored.size, "url": f"/sim/files/{stored.id}"}
    return None


async def _transcript(telegram: Telegram, request: web.Request) -> web.Response:
    person = person_of(telegram, request)
    chat: Chat = chat_for(telegram, person, request.query.get("chat"))
    return web.Response(text=transcript(telegram.world.bot.name, chat))


async def _file(telegram: Telegram, request: web.Request) -> web.Response:
    stored = telegram.world.files.find(request.match_info["id"])
    if stored is None:
        raise ControlError(404, "There is no such file.")
    headers = {
        "Content-Type": stored.mime,
        "Content-Disposition": f"inline; filename*=UTF-8''{quote(stored.name)}",
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(body=stored.content(), headers=headers)
