"""Who is in a group and with which rights: every change happens here, and the bot hears what Telegram would tell it."""

from collections.abc import Iterable

from sandbox import objects
from sandbox.telegram import Telegram
from sandbox.world import Chat, Json, Person


def join(
    telegram: Telegram,
    chat: Chat,
    person: Person,
    *,
    by: Person | None,
    link: Json | None = None,
    requested: bool = False,
) -> None:
    """By themselves, taken in by a member, or let in by the bot (`by` is None); a link they came by is told."""
    before = objects.member_of(telegram.world, chat, person)
    chat.former.pop(person.id, None)
    chat.members[person.id] = person
    more: Json = {"invite_link": link} if link else {}
    if requested and not link:
        more["via_join_request"] = True
    _tell_change(telegram, chat, person, by, before, more)
    service(
        telegram, chat, by if by and not requested else person, {"new_chat_members": [objects.user(person)]}
    )


def part(telegram: Telegram, chat: Chat, person: Person, *, by: Person | None, status: str) -> None:
    """Gone by themselves ("left"), or thrown out ("kicked"); those who stay read of it."""
    before = objects.member_of(telegram.world, chat, person)
    was_there = chat.members.pop(person.id, None) is not None
    chat.former[person.id] = status
    chat.administrators.pop(person.id, None)
    chat.keyboards.pop(person.id, None)
    _tell_change(telegram, chat, person, by, before)
    if was_there:
        service(telegram, chat, by, {"left_chat_member": objects.user(person)})
        telegram.world.events.publish(kind="state")


def forgive(telegram: Telegram, chat: Chat, person: Person) -> None:
    """Who was thrown out may come again."""
    before = objects.member_of(telegram.world, chat, person)
    chat.former[person.id] = "left"
    _tell_change(telegram, chat, person, None, before)


def empower(
    telegram: Telegram, chat: Chat, person: Person, rights: Iterable[str], *, by: Person | None
) -> None:
    """An administrator with these rights; with none, a member like others."""
    before = objects.member_of(telegram.world, chat, person)
    if kept := frozenset(rights):
        chat.administrators[person.id] = kept
    else:
        chat.administrators.pop(person.id, None)
    _tell_change(telegram, chat, person, by, before)


def move_bot(
    telegram: Telegram, chat: Chat, status: str, rights: Iterable[str] = (), *, by: Person | None
) -> None:
    """The bot is taken in, thrown out, promoted or demoted, or leaves by itself."""
    before = objects.bot_member_of(telegram.world, chat)
    chat.bot_status, chat.bot_rights = status, frozenset(rights)
    after = objects.bot_member_of(telegram.world, chat)
    if before != after:
        update = _change(telegram, chat, by, before, after)
        telegram.tell_bot("my_chat_member", update, chat=chat.id)
        telegram.world.events.publish(kind="state")


def service(
    telegram: Telegram,
    chat: Chat,
    by: Person | None,
    content: Json,
    *,
    thread: int | None = None,
    opens: bool = False,
) -> int:
    """A line of the chat about itself, which may open a topic; the bot gets those of its own doing too."""
    message = telegram.world.post(chat, by, content, thread=thread)
    if opens:
        message.thread = message.id
    if chat.has_bot:
        telegram.tell_bot("message", objects.message(telegram.world, message), chat=chat.id)
    return message.id


def _tell_change(
    telegram: Telegram, chat: Chat, person: Person, by: Person | None, before: Json, more: Json | None = None
) -> None:
    """Only administrators are told of others, and only who asked for such updates."""
    after = objects.member_of(telegram.world, chat, person)
    if chat.bot_status == "administrator" and before != after:
        update = _change(telegram, chat, by, before, after) | (more or {})
        telegram.tell_bot("chat_member", update, chat=chat.id)
    telegram.world.events.publish(kind="state")


def _change(telegram: Telegram, chat: Chat, by: Person | None, before: Json, after: Json) -> Json:
    return {
        "chat": objects.chat(chat),
        "from": objects.user(by) if by else objects.bot_user(telegram.world.bot),
        "date": telegram.clock.timestamp(),
        "old_chat_member": before,
        "new_chat_member": after,
    }
