"""People, chats and messages as the Bot API writes them, with no field a library does not know."""

from sandbox.world import Bot, Chat, Json, Message, Person, World


def user(person: Person) -> Json:
    body: Json = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    for field in ("last_name", "username", "language_code"):
        if value := getattr(person, field):
            body[field] = value
    return body


def bot_user(bot: Bot) -> Json:
    return {"id": bot.id, "is_bot": True, "first_name": bot.name, "username": bot.username}


def me(bot: Bot) -> Json:
    return bot_user(bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": bot.inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def chat(of: Chat) -> Json:
    body: Json = {"id": of.id, "type": of.kind}
    if of.person:
        body["first_name"] = of.person.first_name
        for field in ("last_name", "username"):
            if value := getattr(of.person, field):
                body[field] = value
        return body
    body["title"] = of.title
    if of.forum:
        body["is_forum"] = True
    return body


def message(world: World, of: Message, *, quoted: bool = False) -> Json:
    """`quoted` is the message inside another one's reply_to_message: it quotes nothing itself."""
    body: Json = {
        "message_id": of.id,
        "from": user(of.sender) if of.sender else bot_user(world.bot),
        "chat": chat(of.chat),
        "date": of.date,
    }
    if of.thread is not None:
        body |= {"message_thread_id": of.thread, "is_topic_message": True}
    if of.edit_date is not None:
        body["edit_date"] = of.edit_date
    if of.origin is not None:
        body["forward_origin"] = of.origin
    if of.via_bot:
        body["via_bot"] = bot_user(world.bot)
    if of.album is not None:
        body["media_group_id"] = of.album
    if (answered := of.answered or _opening(of)) is not None and not quoted:
        body["reply_to_message"] = message(world, answered, quoted=True)
    body |= of.content
    if of.inline is not None:
        body["reply_markup"] = of.inline
    return body


def _opening(of: Message) -> Message | None:
    """What stands in a topic and answers nothing else answers the message that opened the topic."""
    return of.chat.messages.get(of.thread) if of.thread not in (None, of.id) else None


RIGHTS = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_pin_messages",
    "can_manage_topics",
    "can_promote_members",
    "can_manage_video_chats",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
"""What an administrator of a group may be allowed."""


def member(
    world: World, status: str, person: Person | None = None, rights: frozenset[str] = frozenset()
) -> Json:
    """A ChatMember of any status; without a person it is the bot itself."""
    body: Json = {"status": status, "user": user(person) if person else bot_user(world.bot)}
    if status == "kicked":
        body["until_date"] = 0
    if status == "creator":
        body["is_anonymous"] = False
    if status == "administrator":
        body |= {name: name in rights for name in RIGHTS} | {"can_be_edited": False, "is_anonymous": False}
    return body


def member_of(world: World, chat: Chat, person: Person) -> Json:
    """How a person stands to a group."""
    rights = chat.administrators.get(person.id, frozenset())
    return member(world, chat.status_of(person.id), person, rights)


def bot_member_of(world: World, chat: Chat) -> Json:
    return member(world, chat.bot_status, None, chat.bot_rights)


def origin_of(world: World, of: Message) -> Json:
    """Where a forwarded message comes from."""
    if of.origin is not None:
        return of.origin
    sender = user(of.sender) if of.sender else bot_user(world.bot)
    return {"type": "user", "date": of.date, "sender_user": sender}
