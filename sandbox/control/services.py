"""Lines of a chat about itself: who came and went, what became of a topic, what was paid."""

from collections.abc import Callable
from typing import Any

from sandbox.money import money
from sandbox.world import Message


def service_words(message: Message, by: str) -> str | None:
    """One sentence without a full stop; None for a message that somebody wrote."""
    for kind, tell in _TOLD.items():
        if kind in message.content:
            return tell(by, message.content[kind])
    return None


def _came(by: str, people: list[Any]) -> str:
    names = ", ".join(map(_name, people))
    return f"{by} joined the group" if names == by else f"{by} added {names}"


def _went(by: str, person: Any) -> str:
    return f"{by} left the group" if _name(person) == by else f"{by} removed {_name(person)}"


def _name(user: Any) -> str:
    return f"{user['first_name']} {user.get('last_name', '')}".strip()


_TOLD: dict[str, Callable[[str, Any], str]] = {
    "new_chat_members": _came,
    "left_chat_member": _went,
    "forum_topic_created": lambda by, it: f"{by} opened the topic {it['name']}",
    "forum_topic_edited": lambda by, it: f"{by} named the topic {it['name']}",
    "forum_topic_closed": lambda by, _: f"{by} closed the topic",
    "forum_topic_reopened": lambda by, _: f"{by} opened the topic again",
    "successful_payment": lambda by, it: f"{by} paid {money(it['currency'], it['total_amount'])}",
    "migrate_to_chat_id": lambda by, _: f"{by} made this a supergroup",
    "migrate_from_chat_id": lambda by, _: f"{by} made this a supergroup",
}
