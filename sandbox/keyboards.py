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
BOTH = "this sandbox refuses a markup with an inline and a reply keyboard; Telegram would show only one"
MOST_IN_PLACEHOLDER = 64
_FLAGS = ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective", "force_reply")
_STYLES = ("danger", "success", "primary")

Json = dict[str, Any]


def read_markup(value: Any, *, private: bool, only_inline: bool = False, pays: bool = False) -> Json | None:
    """The checked markup, or None when there is none; empty keyboards count as none.

    `pays` is for invoices: their keyboard begins with the button that pays, no other has one.
    """
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in value:
        if value.get("keyboard"):
            raise bad_request(BOTH)
        markup = _inline(value["inline_keyboard"])
        _check_paying(markup["inline_keyboard"] if markup else [], pays=pays)
        return markup
    markup = _reply(value, private=private)
    if markup is not None and only_inline:
        raise bad_request("inline keyboard expected")
    return markup


def _inline(rows: Any) -> Json | None:
    kind = 'field "inline_keyboard" of the InlineKeyboardMarkup'
    checked = [[_inline_button(button) for button in row] for row in _rows(rows, kind)]
    checked = [row for row in checked if row]
    return {"inline_keyboard": checked} if checked else None


def _check_paying(rows: list[list[Json]], *, pays: bool) -> None:
    paying = [
        place for place, button in enumerate(button for row in rows for button in row) if button.get("pay")
    ]
    if paying and not pays:
        raise bad_request("BUTTON_TYPE_INVALID")
    if rows and pays and not paying:
        raise bad_request("REPLY_MARKUP_BUY_EMPTY")
    if paying and paying != [0]:
        raise bad_request("BUTTON_POS_INVALID")


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
    _check_placeholder(value.get("input_field_placeholder"))
    if rows := value.get("keyboard"):
        kind = 'field "keyboard" of the ReplyKeyboardMarkup'
        checked = [[_reply_button(button, private=private) for button in row] for row in _rows(rows, kind)]
        return _with_flags(value) | {"keyboard": [row for row in checked if row]}
    if value.get("remove_keyboard") or value.get("force_reply"):
        return dict(value)
    return None


def _check_placeholder(words: Any) -> None:
    """Telegram documents 1 to 64 characters; what it answers to more is not known, so the words are ours."""
    if words is not None and not (isinstance(words, str) and len(words) <= MOST_IN_PLACEHOLDER):
        raise bad_request(
            f"input field placeholder must be a String of at most {MOST_IN_PLACEHOLDER} characters"
        )


def _with_flags(value: Json) -> Json:
    for name in _FLAGS:
        if not isinstance(value.get(name) or False, bool):
            raise bad_request(f'can\'t parse reply keyboard markup: Field "{name}" must be of type Boolean')
    return {name: item for name, item in value.items() if item is not None}


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
    _check_asked(button)
    _dress(button)
    return {key: item for key, item in button.items() if item is not None}


def _check_asked(button: Json) -> None:
    """A button asks for one thing at most; people and chats are asked for under a number."""
    asked = [name for name in _PRIVATE_ONLY if button.get(name)]
    if len(asked) > 1:
        raise bad_request(f"this sandbox refuses a button that asks for {' and '.join(asked)} at once")
    for name in ("request_users", "request_chat"):
        asks = button.get(name)
        if asks is not None and not (isinstance(asks, dict) and isinstance(asks.get("request_id"), int)):
            raise bad_request("can't parse keyboard button: Can't find field \"request_id\"")
