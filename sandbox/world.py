"""Who and what exists in the sandbox: people, chats, messages, and the bot itself."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sandbox.clock import Clock
from sandbox.events import Events
from sandbox.files import Files
from sandbox.updates import FIRST_UPDATE, UpdateQueue

Json = dict[str, Any]
TYPING_LASTS = 5.0
SUPERGROUPS_BELOW = -1_000_000_000_000


@dataclass(eq=False, slots=True)
class Person:
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    phone: str = ""
    role_hint: str = ""
    """A word beside the name on the chat page ("manager"); Telegram knows nothing of it."""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(eq=False, slots=True)
class Message:
    """`content` holds what Telegram writes into the message for its kind: text, photo, location…"""

    id: int
    chat: "Chat"
    sender: Person | None
    date: int
    content: Json
    inline: Json | None = None
    keyboard: Json | None = None
    reply_to: "Message | None" = None
    thread: int | None = None
    origin: Json | None = None
    album: str | None = None
    edit_date: int | None = None
    removed: bool = False

    @property
    def answered(self) -> "Message | None":
        """The message this one replies to, while it is still there."""
        return None if self.reply_to is None or self.reply_to.removed else self.reply_to

    @property
    def text(self) -> str:
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        return self.content.get("entities") or self.content.get("caption_entities") or []


@dataclass(eq=False, slots=True)
class Chat:
    """A private chat has a person; a group has a title and members."""

    id: int
    numbers: Iterator[int]
    person: Person | None = None
    title: str = ""
    members: dict[int, Person] = field(default_factory=dict)
    forum: bool = False
    bot_status: str = "member"
    moved_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: Message | None = None
    topics: dict[int, str] = field(default_factory=dict)
    typing_until: float = 0.0

    @property
    def kind(self) -> str:
        if self.person:
            return "private"
        return "supergroup" if self.id < SUPERGROUPS_BELOW else "group"

    @property
    def onlookers(self) -> list[Person]:
        return [self.person] if self.person else list(self.members.values())

    @property
    def typing(self) -> bool:
        return time.monotonic() < self.typing_until


@dataclass(eq=False)
class Bot:
    """The bot's own account; texts, commands and menu buttons are kept as it set them."""

    id: int
    name: str
    username: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)


class World:
    """Everything there is; one bot, one clock, no disk."""

    def __init__(self, token: str, username: str, name: str, clock: Clock, numbers_after: int = 0) -> None:
        self.clock = clock
        self.bot = Bot(int(token.partition(":")[0]), name, username)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files = Files(token, clock)
        self.events = Events()
        self.updates = UpdateQueue(clock, FIRST_UPDATE + numbers_after)
        self.landmarks: list[Json] = []
        self._numbers = itertools.count(1 + numbers_after)
        self._albums = itertools.count(13_000_000_000_000_001)

    def welcome(self, person: Person) -> Person:
        """A new person, with the private chat they have not started yet."""
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, self._numbers, person=person)
        return person

    def found(self, chat_id: int, title: str, members: list[Person], *, forum: bool) -> Chat:
        """A new group; a supergroup counts its own messages, all else shares the bot's counter."""
        numbers = itertools.count(1) if chat_id < SUPERGROUPS_BELOW else self._numbers
        chat = Chat(chat_id, numbers, title=title, members={one.id: one for one in members}, forum=forum)
        self.chats[chat_id] = chat
        return chat

    def new_album(self) -> str:
        return str(next(self._albums))

    def post(self, chat: Chat, sender: Person | None, content: Json, **more: Any) -> Message:
        """A message appears in a chat; the page is told, the bot is not (see sandbox.control for that)."""
        message = Message(next(chat.numbers), chat, sender, self.clock.timestamp(), content, **more)
        chat.messages[message.id] = message
        if sender is None:
            chat.typing_until = 0.0
            _keep_keyboard(chat, message)
        self.changed(chat)
        return message

    def remove(self, message: Message) -> None:
        message.removed = True
        message.chat.messages.pop(message.id, None)
        self.changed(message.chat)

    def changed(self, chat: Chat) -> None:
        for person in chat.onlookers:
            self.events.publish(kind="chat", person=person.id, chat=chat.id)


def _keep_keyboard(chat: Chat, message: Message) -> None:
    """The reply keyboard stays under the input field until another one or a removal arrives."""
    if message.keyboard is None:
        return
    if "keyboard" in message.keyboard:
        chat.keyboard = message
    elif message.keyboard.get("remove_keyboard"):
        chat.keyboard = None
