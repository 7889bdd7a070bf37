"""Reads what the sandbox emits with aiogram and python-telegram-bot, and names every unknown field."""

import inspect
from collections.abc import Iterator
from typing import Any

import aiogram.methods
import orjson
import telegram
from aiogram.methods import Response, TelegramMethod
from aiogram.types import Update
from pydantic import BaseModel

_AIOGRAM: dict[str, type[TelegramMethod[Any]]] = {
    name.lower(): getattr(aiogram.methods, name) for name in aiogram.methods.__all__ if name != "Response"
}
_TELEGRAM: dict[str, type[telegram.TelegramObject]] = {
    "getme": telegram.User,
    "getfile": telegram.File,
    "getchat": telegram.ChatFullInfo,
    "getchatmember": telegram.ChatMember,
    "getchatadministrators": telegram.ChatMember,
    "getchatmenubutton": telegram.MenuButton,
    "getmycommands": telegram.BotCommand,
    "getmyname": telegram.BotName,
    "getmydescription": telegram.BotDescription,
    "getmyshortdescription": telegram.BotShortDescription,
    "getwebhookinfo": telegram.WebhookInfo,
    "copymessage": telegram.MessageId,
    "createforumtopic": telegram.ForumTopic,
    "getupdates": telegram.Update,
    "stoppoll": telegram.Poll,
    "createchatinvitelink": telegram.ChatInviteLink,
    "editchatinvitelink": telegram.ChatInviteLink,
    "revokechatinvitelink": telegram.ChatInviteLink,
}


_NEWER_THAN_TELEGRAM = ("can_send_welcome_messages",)
"""What aiogram requires and python-telegram-bot, one Bot API older, has not heard of yet."""


def unknown_in_update(update: dict[str, Any]) -> list[str]:
    """Fields of an update that aiogram or python-telegram-bot has never heard of."""
    ours = Update.model_validate(update)
    theirs = telegram.Update.de_json(update, None)
    return [*_extra(ours, "aiogram.Update"), *_kwargs(theirs, "telegram.Update")]


def unknown_in_answer(method: str, answer: dict[str, Any]) -> list[str]:
    """The same of a method's answer, read as the type the method returns."""
    returning = _AIOGRAM[method.lower()].__returning__
    found = list(_extra(Response[returning].model_validate(answer), f"aiogram {method}"))  # type: ignore[valid-type]
    result = answer["result"]
    if isinstance(result, bool | int):
        return found
    kind = _TELEGRAM.get(method.lower(), telegram.Message)
    items = result if isinstance(result, list) else [result]
    return found + [one for item in items for one in _kwargs(kind.de_json(item, None), f"telegram {method}")]


def _extra(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from (f"{path}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _extra(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list):
        for item in value:
            yield from _extra(item, path)


def _kwargs(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, telegram.TelegramObject):
        yield from (f"{path}.{name}" for name in value.api_kwargs if name not in _NEWER_THAN_TELEGRAM)
        for name in {slot for kind in type(value).__mro__ for slot in getattr(kind, "__slots__", ())}:
            if not name.startswith("_") and name != "api_kwargs":
                yield from _kwargs(getattr(value, name, None), f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _kwargs(item, path)


_READ_AS: dict[str, type[telegram.TelegramObject]] = {
    "commands": telegram.BotCommand,
    "scope": telegram.BotCommandScope,
    "menu_button": telegram.MenuButton,
    "entities": telegram.MessageEntity,
    "caption_entities": telegram.MessageEntity,
    "link_preview_options": telegram.LinkPreviewOptions,
    "reply_parameters": telegram.ReplyParameters,
}
_KEYBOARDS: dict[str, type[telegram.TelegramObject]] = {
    "inline_keyboard": telegram.InlineKeyboardMarkup,
    "keyboard": telegram.ReplyKeyboardMarkup,
}
_FILLED_IN = "remove_keyboard"
"""What the library fills in by itself when it makes such a keyboard."""


def unknown_in_call(method: str, params: dict[str, Any]) -> list[str]:
    """What python-telegram-bot has never heard of in a request of ours: the method, a parameter, a field."""
    known = getattr(telegram.Bot, method, None)
    if known is None:
        return [method]
    takes = inspect.signature(known).parameters
    files = {str(value).removeprefix("attach://") for value in params.values()}
    found = [f"{method}.{name}" for name in params if name not in {*takes, *files}]
    for name, value in params.items():
        given = (
            orjson.loads(value) if isinstance(value, str) and name in {*_READ_AS, "reply_markup"} else value
        )
        kind = _READ_AS.get(name)
        if name == "reply_markup":
            given = {sign: field for sign, field in given.items() if sign != _FILLED_IN}
            kind = next(
                (theirs for sign, theirs in _KEYBOARDS.items() if sign in given), telegram.ReplyKeyboardRemove
            )
        if kind is not None:
            items = given if isinstance(given, list) else [given]
            found += [one for item in items for one in _kwargs(kind.de_json(item, None), f"{method}.{name}")]
    return found
