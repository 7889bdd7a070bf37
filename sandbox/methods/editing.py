"""Changing and removing what was sent, and answering taps."""

from datetime import timedelta
from typing import Any

from sandbox.calls import Call
from sandbox.keyboards import read_markup
from sandbox.methods.media import CAPTIONED, input_media
from sandbox.methods.reach import chat_of, message_of
from sandbox.methods.register import method
from sandbox.objects import message as message_json
from sandbox.refusals import NOT_MODIFIED, bad_request
from sandbox.telegram import Telegram
from sandbox.text import utf16
from sandbox.text.reading import as_fields, read_caption, read_text
from sandbox.world import Json, Message

DELETE_WITHIN = timedelta(hours=48)
ANSWER_LIMIT = 200


@method("editMessageText")
def edit_text(telegram: Telegram, call: Call) -> Json | bool:
    message = _own(telegram, call)
    text, entities = read_text(call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _change(telegram, call, message, as_fields("text", text, entities))


@method("editMessageCaption")
def edit_caption(telegram: Telegram, call: Call) -> Json | bool:
    message = _own(telegram, call)
    if not any(kind in message.content for kind in CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    caption = read_caption(call.text("caption"), call.text("parse_mode"), call.json("caption_entities"))
    kept = {key: item for key, item in message.content.items() if not key.startswith("caption")}
    return _change(telegram, call, message, kept | caption)


@method("editMessageMedia")
def edit_media(telegram: Telegram, call: Call) -> Json | bool:
    message = _own(telegram, call)
    item = call.json("media")
    if not isinstance(item, dict):
        raise bad_request("can't parse media JSON object")
    if not any(kind in message.content for kind in (*CAPTIONED, "text")):
        raise bad_request("message can't be edited")
    return _change(telegram, call, message, input_media(telegram, call, item))


@method("editMessageReplyMarkup")
def edit_markup(telegram: Telegram, call: Call) -> Json | bool:
    message = _own(telegram, call)
    return _change(telegram, call, message, message.content)


def _own(telegram: Telegram, call: Call) -> Message:
    """A message of the bot's own without a reply keyboard, or one chosen from its inline results."""
    if inline_id := call.text("inline_message_id"):
        chosen = telegram.world.inline_messages.get(inline_id)
        if chosen is None or chosen.removed:
            raise bad_request("MESSAGE_ID_INVALID")
        return chosen
    chat = chat_of(telegram, call)
    message = message_of(chat, call, "message to edit not found")
    if message.sender is not None or message.keyboard is not None or message.origin is not None:
        raise bad_request("message can't be edited")
    return message


def _change(telegram: Telegram, call: Call, message: Message, content: Json) -> Json | bool:
    """Of a message chosen from inline results Telegram only says that it was changed."""
    private, pays = message.chat.person is not None, "invoice" in content
    markup = read_markup(call.json("reply_markup"), private=private, only_inline=True, pays=pays)
    if content == message.content and markup == message.inline:
        raise bad_request(NOT_MODIFIED)
    telegram.limiter.spend(None)
    message.content, message.inline = content, markup
    message.edit_date = telegram.clock.timestamp()
    telegram.world.changed(message.chat)
    return True if call.text("inline_message_id") else message_json(telegram.world, message)


@method("deleteMessage")
def delete_message(telegram: Telegram, call: Call) -> bool:
    chat = chat_of(telegram, call)
    message = message_of(chat, call, "message to delete not found")
    if _is_too_old(telegram, message):
        raise bad_request("message can't be deleted for everyone")
    telegram.world.remove(message)
    return True


@method("deleteMessages")
def delete_messages(telegram: Telegram, call: Call) -> bool:
    """Several at once; those that are gone already are passed over."""
    chat = chat_of(telegram, call)
    numbers: Any = call.json("message_ids")
    if not isinstance(numbers, list) or not 1 <= len(numbers) <= 100:
        raise bad_request(
            "message identifiers are not specified" if not numbers else "too many messages to delete"
        )
    messages = [chat.messages[number] for number in numbers if number in chat.messages]
    if any(_is_too_old(telegram, message) for message in messages):
        raise bad_request("message can't be deleted for everyone")
    for message in messages:
        telegram.world.remove(message)
    return True


def _is_too_old(telegram: Telegram, message: Message) -> bool:
    return telegram.clock.timestamp() - message.date > DELETE_WITHIN.total_seconds()


@method("answerCallbackQuery")
def answer_callback_query(telegram: Telegram, call: Call) -> bool:
    text = call.text("text")
    if utf16.length(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    alert = call.flag("show_alert")
    answer = {"text": text, "alert": alert, "url": call.text("url") or None}
    tap = telegram.taps.answer(call.text("callback_query_id"), answer)
    if text:
        telegram.world.events.publish(kind="toast", person=tap.person.id, text=text, alert=alert)
    return True
