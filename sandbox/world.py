"""Who and what exists in the sandbox: people, chats, messages, and the bot itself."""

import itertools
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sandbox.addressees import addressees
from sandbox.clock import Clock
from sandbox.events import Events
from sandbox.files import Files
from sandbox.inline import Inline
from sandbox.invites import Invite, JoinRequest
from sandbox.polls import Poll
from sandbox.updates import FIRST_UPDATE, UpdateQueue

if TYPE_CHECKING:
    from sandbox.topics import Topic

Json = dict[str, Any]
_HAN = re.compile("[\u4e00-\u9fff]+")
TYPING_LASTS = 5.0
SERVICE_KINDS = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "successful_payment",
    }
)
"""What a message holds that tells of the chat itself; nobody forwards it."""
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
        """A Chinese one with the family's name first, and no space: "李美"."""
        if _HAN.fullmatch(self.first_name) and _HAN.fullmatch(self.last_name):
            return self.last_name + self.first_name
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
    payload: str = ""
    """What an invoice says to the bot alone."""
    payers: set[int] = field(default_factory=set)
    via_bot: bool = False
    reaction: str = ""
    """The bot's own: it has one on a message at most."""
    inline_id: str = ""
    """The name under which the bot may edit what somebody chose from its inline results."""

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
    owner: int = 0
    """Whoever was named first when the group was made."""
    administrators: dict[int, frozenset[str]] = field(default_factory=dict)
    former: dict[int, str] = field(default_factory=dict)
    """Who is here no more, and how they went: "left" or "kicked"."""
    invites: dict[str, Invite] = field(default_factory=dict)
    requests: dict[int, JoinRequest] = field(default_factory=dict)
    """By person, who waits to be let in."""
    bot_status: str = "member"
    bot_rights: frozenset[str] = frozenset()
    polls_allowed: bool = True
    """Of members; administrators send polls always."""
    moved_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    keyboards: dict[int, Message] = field(default_factory=dict)
    """By person, the message whose reply keyboard stands under their input field."""
    topics: dict[int, "Topic"] = field(default_factory=dict)
    typing_until: float = 0.0

    @property
    def kind(self) -> str:
        if self.person:
            return "private"
        return "supergroup" if self.id < SUPERGROUPS_BELOW else "group"

    @property
    def has_bot(self) -> bool:
        return self.bot_status in ("member", "administrator")

    def status_of(self, person: int) -> str:
        if person not in self.members:
            return self.former.get(person, "left")
        if person == self.owner:
            return "creator"
        return "administrator" if person in self.administrators else "member"

    def may(self, person: int, right: str) -> bool:
        return self.status_of(person) == "creator" or right in self.administrators.get(person, ())

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
    inline: bool = True
    """Whether BotFather was told /setinline."""


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
        self.guide: Json = {"steps": []}
        self.polls: dict[str, Poll] = {}
        self.inline = Inline()
        self.inline_messages: dict[str, Message] = {}
        self._numbers = itertools.count(1 + numbers_after)
        self._albums = itertools.count(13_000_000_000_000_001)
        self._polls = itertools.count(5_300_000_000_000_000_001)
        self._charges = itertools.count(1)
        self._inline_ids = itertools.count(1)
        self._invites = itertools.count(0x5A_0D_B0_C5_00_00_00_01)

    def welcome(self, person: Person) -> Person:
        """A new person, with the private chat they have not started yet."""
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, self._numbers, person=person)
        return person

    def found(self, chat_id: int, title: str, members: list[Person], *, forum: bool) -> Chat:
        """A new group; a supergroup counts its own messages, all else shares the bot's counter."""
        numbers = itertools.count(1) if chat_id < SUPERGROUPS_BELOW else self._numbers
        chat = Chat(chat_id, numbers, title=title, members={one.id: one for one in members}, forum=forum)
        chat.owner = members[0].id if members else 0
        self.chats[chat_id] = chat
        return chat

    def new_album(self) -> str:
        return str(next(self._albums))

    def new_poll(self) -> str:
        return str(next(self._polls))

    def new_charge(self) -> str:
        return f"charge_{next(self._charges):06d}"

    def new_inline_id(self) -> str:
        return f"CAAAA{next(self._inline_ids):011d}"

    def new_invite(self) -> str:
        return f"https://t.me/+{next(self._invites):016x}"

    def post(self, chat: Chat, sender: Person | None, content: Json, **more: Any) -> Message:
        """A message appears in a chat; the page is told, the bot is not (see sandbox.control for that)."""
        message = Message(next(chat.numbers), chat, sender, self.clock.timestamp(), content, **more)
        chat.messages[message.id] = message
        if message.inline_id:
            self.inline_messages[message.inline_id] = message
        if sender is None:
            chat.typing_until = 0.0
            _keep_keyboard(chat, message)
        self.changed(chat)
        return message

    def remove(self, message: Message) -> None:
        """Deleted for everybody; a reply keyboard it brought stays where it is shown."""
        message.removed = True
        message.chat.messages.pop(message.id, None)
        self.changed(message.chat)

    def changed(self, chat: Chat) -> None:
        for person in chat.onlookers:
            self.events.publish(kind="chat", person=person.id, chat=chat.id)

    def poll_changed(self, poll: Poll) -> None:
        for chat in self.chats.values():
            if any(message.content.get("poll") is poll.shown for message in chat.messages.values()):
                self.changed(chat)


def _keep_keyboard(chat: Chat, message: Message) -> None:
    """The reply keyboard stays under the input field until another one or a removal arrives."""
    if message.keyboard is None:
        return
    for person in addressees(message):
        if "keyboard" in message.keyboard:
            chat.keyboards[person.id] = message
        elif message.keyboard.get("remove_keyboard"):
            chat.keyboards.pop(person.id, None)
