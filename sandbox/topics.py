"""Topics of forums: opened, renamed, closed, opened again and deleted, by the bot or by people."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox import membership
from sandbox.telegram import Telegram

if TYPE_CHECKING:
    from sandbox.world import Chat, Json, Person

FIRST_COLOUR = 7_322_096


@dataclass(eq=False, slots=True)
class Topic:
    """`by` is who made it: a person's number, or 0 for the bot."""

    name: str
    colour: int = FIRST_COLOUR
    by: int = 0
    closed: bool = False


def open_topic(telegram: Telegram, chat: "Chat", name: str, colour: int, by: "Person | None") -> int:
    """The number of the message that tells of it is the topic's number."""
    created = {"name": name, "icon_color": colour}
    number = membership.service(telegram, chat, by, {"forum_topic_created": created}, opens=True)
    chat.topics[number] = Topic(name, colour, by.id if by else 0)
    return number


def remove_topic(telegram: Telegram, chat: "Chat", number: int) -> None:
    """With all its messages; nobody is told."""
    del chat.topics[number]
    for message in [one for one in chat.messages.values() if one.thread == number]:
        telegram.world.remove(message)


def change_topic(telegram: Telegram, chat: "Chat", number: int, content: "Json", by: "Person | None") -> None:
    """One of `forum_topic_edited`, `forum_topic_closed`, `forum_topic_reopened`."""
    topic = chat.topics[number]
    if "forum_topic_edited" in content:
        topic.name = content["forum_topic_edited"]["name"]
    else:
        topic.closed = "forum_topic_closed" in content
    membership.service(telegram, chat, by, content, thread=number)
