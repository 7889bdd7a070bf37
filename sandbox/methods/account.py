"""The bot's own account: who it is, what it is called, how it describes itself."""

from sandbox import objects
from sandbox.calls import Call
from sandbox.methods.register import method
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.world import Bot, Json

_TEXTS = {
    "name": ("name", "names", 64),
    "description": ("description", "descriptions", 512),
    "shortdescription": ("short_description", "short_descriptions", 120),
}


@method("getMe")
def get_me(telegram: Telegram, _call: Call) -> Json:
    return objects.me(telegram.world.bot)


@method("setMyName", "setMyDescription", "setMyShortDescription")
def set_text(telegram: Telegram, call: Call) -> bool:
    field, kept, limit = _TEXTS[call.method.lower().removeprefix("setmy")]
    text = call.text(field)
    if len(text) > limit:
        raise bad_request(f"bot {field.replace('_', ' ')} is too long")
    texts = _texts(telegram.world.bot, kept)
    if text:
        texts[call.text("language_code")] = text
    else:
        texts.pop(call.text("language_code"), None)
    return True


@method("getMyName", "getMyDescription", "getMyShortDescription")
def get_text(telegram: Telegram, call: Call) -> Json:
    """In the language asked for, else as set for everybody."""
    field, kept, _ = _TEXTS[call.method.lower().removeprefix("getmy")]
    texts = _texts(telegram.world.bot, kept)
    default = telegram.world.bot.name if field == "name" else ""
    return {field: texts.get(call.text("language_code"), texts.get("", default))}


def _texts(bot: Bot, kept: str) -> dict[str, str]:
    texts: dict[str, str] = getattr(bot, kept)
    return texts


@method("close", "logOut")
def leave_server(_telegram: Telegram, _call: Call) -> bool:
    return True
