"""What a person sends: words, a contact, a place, a sticker, a voice, a video, files; edits and forwards too."""

from typing import Any

from aiohttp import web

from sandbox import objects
from sandbox.control.answers import ControlError, answering, body_of, chat_for, person_of
from sandbox.control.contents import contents_of, edited_content, read_parts
from sandbox.control.origins import forward_origin
from sandbox.control.topics import thread_for
from sandbox.telegram import Telegram
from sandbox.world import Chat, Json, Message, Person


def routes() -> list[web.RouteDef]:
    return [web.post("/sim/people/{id:\\d+}/say", answering(_say))]


async def _say(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    if request.content_type.startswith("multipart/"):
        body, parts = await read_parts(request)
    else:
        body, parts = await body_of(request), []
    chat = chat_for(telegram, person, body.get("chat"))
    if body.get("edit"):
        return _told([_edit(telegram, person, chat, body)])
    contents = contents_of(telegram, person, body, parts)
    if not contents:
        raise ControlError(
            400,
            "Nothing is said: text, contact, location, sticker, voice, video_note, users_shared or a file.",
        )
    return _told(say(telegram, person, chat, contents, body))


def say(
    telegram: Telegram, person: Person, chat: Chat, contents: list[Json], body: Json, **extra: Any
) -> list[Message]:
    """Several contents of files are one album; the first words to the bot start the chat."""
    _check_may_write(person, chat)
    is_album = len(contents) > 1 and "text" not in contents[0]
    more: dict[str, Any] = {
        "reply_to": _reply_to(chat, body),
        "thread": thread_for(chat, person, body.get("thread")),
        "origin": forward_origin(telegram, body.get("forward_from")),
        "album": telegram.world.new_album() if is_album else None,
    }
    messages = []
    for content in contents:
        message = telegram.world.post(chat, person, content, **more, **extra)
        if chat.has_bot:
            telegram.tell_bot("message", objects.message(telegram.world, message), chat=chat.id)
        messages.append(message)
    return messages


def start_with(telegram: Telegram, person: Person, payload: str) -> Message:
    """Opens the chat with the bot by a link, or by a button above inline results."""
    content = contents_of(telegram, person, {"text": f"/start {payload}".strip()}, [])
    return say(telegram, person, telegram.world.chats[person.id], content, {})[0]


def _check_may_write(person: Person, chat: Chat) -> None:
    if person.deactivated:
        raise ControlError(409, f"{person.name} has deleted their account.")
    if chat.person is None:
        return
    if person.blocked:
        raise ControlError(409, f"{person.name} has blocked the bot and must unblock it before writing.")
    person.started = True


def _reply_to(chat: Chat, body: Json) -> Message | None:
    number = body.get("reply_to")
    if not number:
        return None
    message = chat.messages.get(int(number))
    if message is None:
        raise ControlError(404, f"There is no message {number} to reply to.")
    return message


def _edit(telegram: Telegram, person: Person, chat: Chat, body: Json) -> Message:
    message = chat.messages.get(int(body["edit"]))
    if message is None or message.sender is not person:
        raise ControlError(404, f"{person.name} has said no message {body['edit']}.")
    message.content = edited_content(message.content, body)
    message.edit_date = telegram.clock.timestamp()
    telegram.world.changed(chat)
    telegram.tell_bot("edited_message", objects.message(telegram.world, message), chat=chat.id)
    return message


def _told(messages: list[Message]) -> Json:
    numbers = [message.id for message in messages]
    return {"message_id": numbers[0], "message_ids": numbers}
