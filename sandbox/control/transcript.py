"""A chat as one would copy it into a letter: names, words, [Buttons]."""

from collections.abc import Callable
from typing import Any

from sandbox.control.services import service_words
from sandbox.money import money
from sandbox.world import Chat, Json, Message


def transcript(bot_name: str, chat: Chat, keyboard: Message | None) -> str:
    """`keyboard` is the message whose reply keyboard the reader has under their input field."""
    return "".join(_lines(bot_name, message, keyboard) for message in chat.messages.values())


def _lines(bot_name: str, message: Message, keyboard: Message | None) -> str:
    topic = _topic(message)
    if words := service_words(message, message.sender.name if message.sender else bot_name):
        return f"— {topic}{words}\n"
    name = topic + (message.sender.first_name if message.sender else bot_name)
    if message.via_bot:
        name += f" via {bot_name}"
    words = " ".join(filter(None, [_thing(message.content), message.text]))
    edited = " (edited)" if message.edit_date is not None else ""
    indent = " " * (len(name) + 2)
    told = f"{name}: {words}{edited}".replace("\n", f"\n{indent}")
    rows = message.inline["inline_keyboard"] if message.inline else []
    if message is keyboard and message.keyboard is not None:
        rows = message.keyboard["keyboard"]
    buttons = (indent + " ".join(f"[{button['text']}]" for button in row) for row in rows)
    return "\n".join([told, *buttons]) + "\n"


def _topic(message: Message) -> str:
    """Before the name of who speaks there."""
    topic = message.chat.topics.get(message.thread or 0)
    return f"#{topic.name} " if topic else ""


def _thing(content: Json) -> str:
    """What a message holds besides words, in angle quotes."""
    for kind, tell in _TOLD.items():
        if kind in content:
            return f"‹{tell(content[kind])}›"
    return ""


def _counted(option: Json) -> str:
    return f"{option['text']} {option['voter_count']}"


_TOLD: dict[str, Callable[[Any], str]] = {
    "document": lambda it: f"{it['file_name']}, {it['file_size']} bytes",
    "contact": lambda it: f"contact {it['first_name']} {it['phone_number']}",
    "venue": lambda it: f"venue {it['title']}, {it['address']}",
    "location": lambda it: f"location {it['latitude']}, {it['longitude']}",
    "sticker": lambda it: f"sticker {it.get('emoji', '')}".strip(),
    "users_shared": lambda it: "people " + ", ".join(one.get("first_name", "?") for one in it["users"]),
    "poll": lambda it: f"poll {it['question']} — " + ", ".join(map(_counted, it["options"])),
    "invoice": lambda it: f"invoice {it['title']}: {money(it['currency'], it['total_amount'])}",
    "photo": lambda _: "photo",
    "voice": lambda _: "voice",
    "video": lambda _: "video",
    "video_note": lambda _: "video message",
    "audio": lambda _: "audio",
}
