"""From aiogram's objects to events: the one place that knows both."""

from aiogram.types import (
    CallbackQuery,
    ChatMemberUpdated,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    Update,
    User,
)

from bot.conversation.events import NOBODY, Contact, Event, Forwarded, Sender, Tap, command_in
from domain.entities.files import SentFile
from domain.entities.trip_plans import Point
from domain.values.text import clean, full_name, one_line

_OF_THINGS = ("poll",)
"""Kinds of updates behind which no person stands."""
_UNKNOWN = "application/octet-stream"
# What we recognise only to say that it is not what was asked.
_UNUSABLE = ("sticker", "voice", "video", "video_note", "audio", "animation", "poll", "dice", "story", "game")


def parse(update: Update) -> Event | None:
    """None for kinds of updates that nothing here handles.

    Looked up here, and not by aiogram's dispatcher: four kinds need no routers, filters and middlewares.
    """
    if update.callback_query is not None:
        return parse_tap(update.update_id, update.callback_query)
    if update.message is not None:
        return parse_message(update.update_id, update.message)
    if update.edited_message is not None:
        return parse_message(update.update_id, update.edited_message, edited=True)
    if update.my_chat_member is not None:
        return parse_membership(update.update_id, update.my_chat_member)
    return parse_other(update)


def sender(user: User) -> Sender:
    return Sender.called(
        user.id, full_name(user.first_name, user.last_name), user.username, user.language_code
    )


def parse_message(update_id: int, message: Message, *, edited: bool = False) -> Event | None:
    """None for what nobody said: posts of channels and service messages without a sender."""
    if message.forum_topic_created is not None and message.from_user is not None and message.from_user.is_bot:
        return _opened_topic(update_id, message, message.forum_topic_created.name)
    if message.from_user is None or message.from_user.is_bot:
        return None
    text = clean(message.text or message.caption or "")
    # A forwarded "/start" is somebody else's word, not this person's wish.
    command, argument = (None, "") if message.forward_origin else command_in(message.text or "")
    return Event(
        update_id=update_id,
        sender=sender(message.from_user),
        chat_id=message.chat.id,
        private=message.chat.type == "private",
        message_id=message.message_id,
        text=text or None,
        command=command,
        argument=clean(argument),
        file=_file(message),
        album=message.media_group_id,
        recording=_recording(message),
        seconds=_seconds(message),
        contact=_contact(message),
        location=Point(message.location.latitude, message.location.longitude) if message.location else None,
        forwarded=_forwarded(message),
        reply_to=_reply_to(message),
        reply_to_own=_reply_to_own(message),
        other=next((kind for kind in _UNUSABLE if getattr(message, kind)), None),
        emoji=message.sticker.emoji if message.sticker else None,
        edited=edited,
        via=message.via_bot.username if message.via_bot else None,
        thread=message.message_thread_id if message.is_topic_message else None,
        moved_to=message.migrate_to_chat_id,
    )


def _opened_topic(update_id: int, message: Message, name: str) -> Event:
    """Nobody stands behind it but we."""
    return Event(
        update_id,
        NOBODY,
        message.chat.id,
        private=False,
        message_id=message.message_id,
        thread=message.message_thread_id or message.message_id,
        opened_topic=name,
    )


def parse_tap(update_id: int, query: CallbackQuery) -> Event:
    chat = query.message.chat if query.message else None
    return Event(
        update_id=update_id,
        sender=sender(query.from_user),
        chat_id=chat.id if chat else query.from_user.id,
        private=chat is None or chat.type == "private",
        tap=Tap(query.data or "", query.id, query.message.message_id if query.message else None),
    )


def parse_membership(update_id: int, change: ChatMemberUpdated) -> Event:
    """In a private chat: the person blocked the bot, or let it in again."""
    return Event(
        update_id=update_id,
        sender=sender(change.from_user),
        chat_id=change.chat.id,
        private=change.chat.type == "private",
        blocked=change.new_chat_member.status in {"kicked", "left"},
    )


def parse_other(update: Update) -> Event | None:
    """Any other kind, as somebody may have registered for it; None when it is not known, or a person is missing.

    What comes without a chat was said nowhere: nobody waits for an answer, and it opens no private chat.
    """
    for kind in sorted(update.model_fields_set - {"update_id"}):
        body = getattr(update, kind)
        user = getattr(body, "from_user", None) or getattr(body, "user", None)
        if user is not None or kind in _OF_THINGS:
            chat = getattr(body, "chat", None)
            who = sender(user) if user is not None else NOBODY
            return Event(
                update_id=update.update_id,
                sender=who,
                chat_id=chat.id if chat else who.telegram_id,
                private=chat is not None and chat.type == "private",
                kind=kind,
                facts=body.model_dump(mode="json", exclude_unset=True, by_alias=True),
            )
    return None


def _file(message: Message) -> SentFile | None:
    if message.photo:
        best = message.photo[-1]
        return SentFile(
            best.file_id, best.file_unique_id, "photo.jpg", "image/jpeg", best.file_size or 0, is_photo=True
        )
    if message.document:
        sent = message.document
        name = one_line(sent.file_name or "")[-80:] or "file"
        mime = (sent.mime_type or _UNKNOWN).casefold()
        return SentFile(sent.file_id, sent.file_unique_id, name, mime, sent.file_size or 0, is_photo=False)
    return None


def _recording(message: Message) -> SentFile | None:
    """What was spoken: a voice, a sound, a round video."""
    for sent, name, mime in (
        (message.voice, "voice.ogg", "audio/ogg"),
        (message.audio, "audio.mp3", "audio/mpeg"),
        (message.video_note, "video.mp4", "video/mp4"),
    ):
        if sent is not None:
            return SentFile(
                sent.file_id, sent.file_unique_id, name, mime, sent.file_size or 0, is_photo=False
            )
    return None


def _seconds(message: Message) -> int | None:
    sent = message.voice or message.audio or message.video_note or message.video
    return sent.duration if sent is not None else None


def _contact(message: Message) -> Contact | None:
    contact = message.contact
    if contact is None or message.from_user is None:
        return None
    name = full_name(contact.first_name, contact.last_name)
    own = contact.user_id == message.from_user.id
    return Contact(contact.phone_number, name, own=own, account=contact.user_id)


def _reply_to(message: Message) -> int | None:
    quoted = message.reply_to_message
    ours = quoted is not None and quoted.from_user is not None and quoted.from_user.is_bot
    return quoted.message_id if quoted is not None and ours else None


def _reply_to_own(message: Message) -> int | None:
    quoted, author = message.reply_to_message, message.from_user
    if quoted is None or quoted.from_user is None or author is None or quoted.from_user.id != author.id:
        return None
    return quoted.message_id


def _forwarded(message: Message) -> Forwarded | None:
    match message.forward_origin:
        case MessageOriginUser(sender_user=user):
            return Forwarded(full_name(user.first_name, user.last_name), user.id, is_person=not user.is_bot)
        case MessageOriginHiddenUser(sender_user_name=name):
            return Forwarded(one_line(name), None, is_person=True)
        case MessageOriginChannel(chat=chat) | MessageOriginChat(sender_chat=chat):
            return Forwarded(one_line(chat.title or ""), None, is_person=False)
        case _:
            return None
