"""The buttons and keys of a message, as Telegram reads them."""

from typing import Any

from bot.conversation.outgoing import Message

Markup = dict[str, Any] | None


def markup_of(message: Message) -> Markup:
    if message.keys:
        keyboard = [[{"text": label} for label in row] for row in message.keys]
        return {"keyboard": keyboard, "resize_keyboard": True, "is_persistent": True}
    if message.asking:
        keys = [[_key(label, wants) for label, wants in row] for row in message.asking]
        return {"keyboard": keys, "resize_keyboard": True, "one_time_keyboard": True}
    if message.asking is not None:
        return {"remove_keyboard": True}
    if not message.rows:
        return None
    return {"inline_keyboard": [[_button(*button) for button in row] for row in message.rows]}


def _key(label: str, wants: str | None) -> dict[str, Any]:
    return {"text": label, f"request_{wants}": True} if wants else {"text": label}


def _button(label: str, data: str | None, url: str | None) -> dict[str, str]:
    return {"text": label, "url": url} if url else {"text": label, "callback_data": data or ""}
