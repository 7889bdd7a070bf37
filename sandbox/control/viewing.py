"""What a person sees: the chat as JSON for the page and the tests, or as a transcript to read."""

from datetime import UTC, datetime
from urllib.parse import quote

from aiohttp import web

from sandbox.control.answers import ControlError, answering, chat_for, person_of
from sandbox.control.enclosures import seen_file, seen_invoice, seen_poll
from sandbox.control.origins import origin_name
from sandbox.control.services import service_words
from sandbox.control.transcript import transcript
from sandbox.methods.commands import commands_seen, menu_button_seen
from sandbox.telegram import Telegram
from sandbox.text.html_writer import write_html
from sandbox.world import Chat, Json, Message, Person

_BUTTON_FIELDS = (
    "callback_data",
    "url",
    "copy_text",
    "web_app",
    "style",
    "pay",
    "switch_inline_query_current_chat",
)

_OPTIONS = (
    ("is_persistent", False),
    ("resize_keyboard", False),
    ("one_time_keyboard", False),
    ("input_field_placeholder", ""),
)


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
    keyboard = chat.keyboards.get(person.id)
    return {
        "messages": [
            _seen(telegram, message, person) for message in chat.messages.values() if message.id > since
        ],
        "reply_keyboard": _labels(keyboard),
        "reply_keyboard_options": _options(keyboard),
        "typing": chat.typing,
        "commands": commands_seen(telegram.world.bot, chat, person),
        "topics": [
            {"thread": number, "name": topic.name, "closed": topic.closed}
            for number, topic in chat.topics.items()
        ],
        "menu_button": menu_button_seen(telegram.world.bot, chat),
    }


def _seen(telegram: Telegram, message: Message, person: Person) -> Json:
    body: Json = {
        "message_id": message.id,
        "from": "bot" if message.sender is None else message.sender.id,
        "name": telegram.world.bot.name if message.sender is None else message.sender.name,
        "text": message.text,
        "html": write_html(message.text, message.entities),
        "buttons": _buttons(message),
        "reply_keyboard": _labels(message) if message is message.chat.keyboards.get(person.id) else None,
        "file": seen_file(telegram, message),
        "location": message.content.get("location"),
        "contact": message.content.get("contact"),
        "reply_to": message.answered.id if message.answered else None,
        "edited": message.edit_date is not None,
        "date": datetime.fromtimestamp(message.date, UTC).isoformat(),
    }
    return body | _rarely(telegram, message, person)


def _rarely(telegram: Telegram, message: Message, person: Person) -> Json:
    """Fields that stand only where there is something to tell."""
    by = message.sender.name if message.sender else telegram.world.bot.name
    told: Json = {
        "via": telegram.world.bot.username if message.via_bot else None,
        "service": service_words(message, by),
        "forward_from": {"name": origin_name(message.origin)} if message.origin else None,
        "media_group_id": message.album,
        "thread": message.thread,
        "sticker": message.content.get("sticker", {}).get("emoji"),
        "users_shared": message.content.get("users_shared"),
        "venue": message.content.get("venue"),
        "poll": seen_poll(telegram, message, person),
        "invoice": seen_invoice(message, person),
        "reaction": message.reaction or None,
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


def _options(message: Message | None) -> Json | None:
    """How the keyboard wants to be shown."""
    if message is None or message.keyboard is None:
        return None
    return {"message_id": message.id} | {
        name: message.keyboard.get(name) or empty for name, empty in _OPTIONS
    }


async def _transcript(telegram: Telegram, request: web.Request) -> web.Response:
    person = person_of(telegram, request)
    chat: Chat = chat_for(telegram, person, request.query.get("chat"))
    return web.Response(text=transcript(telegram.world.bot.name, chat, chat.keyboards.get(person.id)))


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
