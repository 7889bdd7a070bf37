"""Whom a call reaches: the chat, whether the bot may write there, the message it means."""

from dataclasses import dataclass
from datetime import timedelta

from sandbox.calls import Call
from sandbox.keyboards import read_markup
from sandbox.objects import message as message_json
from sandbox.refusals import BotApiError, bad_request, forbidden
from sandbox.telegram import Telegram
from sandbox.world import Chat, Json, Message, Person

ASKING_OPENS_FOR = timedelta(minutes=5)


def chat_of(telegram: Telegram, call: Call, field: str = "chat_id") -> Chat:
    """The chat a call names; a group that became a supergroup tells its new number."""
    given = call.text(field).strip()
    if not given:
        raise bad_request(f"{field} is empty")
    chat = telegram.world.chats.get(int(given)) if given.lstrip("-").isdigit() else None
    if chat is None:
        raise bad_request("chat not found")
    if chat.moved_to is not None:
        moved = "Bad Request: group chat was upgraded to a supergroup chat"
        raise BotApiError(400, moved, migrate_to_chat_id=chat.moved_to)
    return chat


def writable_chat(telegram: Telegram, call: Call) -> Chat:
    """The chat, if the bot may write there: started, not blocked, not kicked."""
    chat = chat_of(telegram, call)
    if chat.person is not None:
        _check_person(telegram, chat.person)
    check_bot_is_there(chat)
    return chat


def check_bot_is_there(chat: Chat) -> None:
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")


def _check_person(telegram: Telegram, person: Person) -> None:
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started and not _asks_to_join(telegram, person):
        raise forbidden("bot can't initiate conversation with a user")


def _asks_to_join(telegram: Telegram, person: Person) -> bool:
    """Who asked to be let into a group of the bot's can be written to, for some minutes or until the answer."""
    since = telegram.clock.now() - ASKING_OPENS_FOR
    requests = (chat.requests.get(person.id) for chat in telegram.world.chats.values())
    return any(request is not None and request.at > since for request in requests)


def message_of(chat: Chat, call: Call, missing: str) -> Message:
    number = call.integer("message_id")
    if number is None:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None:
        raise bad_request(missing)
    return message


@dataclass(slots=True)
class Place:
    """Where a new message goes and what it carries besides its content."""

    chat: Chat
    markup: Json | None
    reply_to: Message | None
    thread: int | None

    def post(self, telegram: Telegram, content: Json, *, album: str | None = None, payload: str = "") -> Json:
        inline = self.markup if self.markup and "inline_keyboard" in self.markup else None
        message = telegram.world.post(
            self.chat,
            None,
            content,
            inline=inline,
            keyboard=self.markup if inline is None else None,
            reply_to=self.reply_to,
            thread=self.thread,
            album=album,
            payload=payload,
        )
        return message_json(telegram.world, message)


def place_of(telegram: Telegram, call: Call, *, pays: bool = False) -> Place:
    """Everything that can be wrong with where a message goes, checked before its content."""
    chat = writable_chat(telegram, call)
    private = chat.person is not None
    markup = read_markup(call.json("reply_markup"), private=private, only_inline=pays, pays=pays)
    return Place(chat, markup, _reply_to(chat, call), thread_of(chat, call))


def _reply_to(chat: Chat, call: Call) -> Message | None:
    given = call.json("reply_parameters")
    if given is None:
        number, lenient = call.integer("reply_to_message_id"), call.flag("allow_sending_without_reply")
    elif isinstance(given, dict):
        number, lenient = int(given.get("message_id") or 0), bool(given.get("allow_sending_without_reply"))
    else:
        raise bad_request("object expected as reply parameters")
    if not number:
        return None
    message = chat.messages.get(number)
    if message is None and not lenient:
        raise bad_request("message to be replied not found")
    return message


def thread_of(chat: Chat, call: Call) -> int | None:
    number = call.integer("message_thread_id")
    if number is None or number == 0:
        return None
    topic = chat.topics.get(number)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and topic.by and "can_manage_topics" not in chat.bot_rights:
        raise bad_request("TOPIC_CLOSED")
    return number
