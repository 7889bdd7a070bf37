"""Whom a reply keyboard is for: everybody who sees the chat, or only who is meant."""

from typing import TYPE_CHECKING

from sandbox.text import utf16

if TYPE_CHECKING:
    from sandbox.world import Json, Message, Person


def addressees(message: "Message") -> "list[Person]":
    """Of a selective keyboard in a group only who is mentioned, and who is answered."""
    chat = message.chat
    if chat.person is not None or not (message.keyboard or {}).get("selective"):
        return chat.onlookers
    answered = message.answered.sender if message.answered else None
    return [one for one in chat.onlookers if one is answered or _is_mentioned(one, message)]


def _is_mentioned(person: "Person", message: "Message") -> bool:
    return any(_names(entity, message.text, person) for entity in message.entities)


def _names(entity: "Json", text: str, person: "Person") -> bool:
    if entity["type"] == "text_link":
        return bool(entity["url"] == f"tg://user?id={person.id}")
    if entity["type"] == "mention" and person.username:
        name = utf16.cut(text, entity["offset"], entity["length"])
        return name.lower() == f"@{person.username}".lower()
    return bool(entity["type"] == "text_mention" and entity["user"]["id"] == person.id)
