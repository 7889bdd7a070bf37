"""Reply markups: what Telegram accepts under a message, and what it refuses, in its words."""

from typing import Any

from sandbox.refusals import bad_request
from sandbox.text.html_tags import checked_url

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
MOST_DATA_BYTES = 64
_ACTIONS = (
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}
_STYLES = ("danger", "success", "primary")

Json = dict[str, Any]


def read_markup(value: Any, *, private: bool, only_inline: bool = False) -> Json | None:
    """The checked markup, or None when there is none; empty keyboards count as none."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in value:
        return _inline(value["inline_keyboard"])
    markup = _reply(value, private=private)
    if markup is not None and only_inline:
        raise bad_request("inline keyboard expected")
    return markup


def _inline(rows: Any) -> Json | None:
    kind = 'field "inline_keyboard" of the InlineKeyboardMarkup'
    checked = [[_inline_button(button) for button in row] for row in _rows(rows, kind)]
    checked = [row for row in checked if row]
    return {"inline_keyboard": checked} if checked else None


def _rows(rows: Any, kind: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad_request(f"{kind} must be an Array")
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f"{kind} must be an Array of Arrays")
    if sum(len(row) for row in rows) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad_request("reply markup is too long")
    return rows


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    label = _label(button, "inline keyboard button")
    if not label.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    kept: Json = {"text": label}
    kept |= _dress(button)
    if url := button.get("url"):
        kept["url"] = _checked_button_url(str(url))
    elif data := button.get("callback_data"):
        if not isinstance(data, str) or len(data.encode()) > MOST_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        kept["callback_data"] = data
    elif action := next((name for name in _ACTIONS if button.get(name) is not None), None):
        kept[action] = button[action]
    else:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    _check_copied(kept.get("copy_text"))
    return kept


def _check_copied(copied: Any) -> None:
    if copied is not None and not 1 <= len(str(copied.get("text", ""))) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _label(button: Json, kind: str) -> str:
    label = button.get("text")
    if label is None:
        raise bad_request(f"can't parse {kind}: Can't find field \"text\"")
    if not isinstance(label, str):
        raise bad_request(f'can\'t parse {kind}: Field "text" must be of type String')
    return label


def _dress(button: Json) -> Json:
    """How a button looks: a style, an icon."""
    if (style := button.get("style")) is not None and style not in _STYLES:
        raise bad_request("BUTTON_STYLE_INVALID")
    return {name: button[name] for name in ("style", "icon_custom_emoji_id") if button.get(name) is not None}


def _checked_button_url(url: str) -> str:
    if checked := checked_url(url):
        return checked
    raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _reply(value: Json, *, private: bool) -> Json | None:
    if rows := value.get("keyboard"):
        kind = 'field "keyboard" of the ReplyKeyboardMarkup'
        checked = [[_reply_button(button, private=private) for button in row] for row in _rows(rows, kind)]
        return {key: item for key, item in value.items() if item is not None} | {"keyboard": checked}
    if value.get("remove_keyboard") or value.get("force_reply"):
        return dict(value)
    return None


def _reply_button(button: Any, *, private: bool) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    label = _label(button, "keyboard button")
    if not label.strip():
        raise bad_request("keyboard button text must be non-empty")
    for action, refusal in _PRIVATE_ONLY.items():
        if button.get(action) and not private:
            raise bad_request(refusal)
    _dress(button)
    return {key: item for key, item in button.items() if item is not None}
