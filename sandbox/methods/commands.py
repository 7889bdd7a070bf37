"""The bot's command lists and menu buttons: set per scope and language, seen as Telegram resolves them."""

import re
from collections.abc import Iterator
from typing import Any

from sandbox.calls import Call
from sandbox.methods.reach import chat_of
from sandbox.methods.register import method
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.world import Bot, Chat, Json, Person

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")


@method("setMyCommands")
def set_commands(telegram: Telegram, call: Call) -> bool:
    given = call.json("commands")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    telegram.world.bot.commands[_key(telegram, call)] = [_command(one) for one in given]
    _tell_page(telegram)
    return True


@method("getMyCommands")
def get_commands(telegram: Telegram, call: Call) -> list[Json]:
    return telegram.world.bot.commands.get(_key(telegram, call), [])


@method("deleteMyCommands")
def delete_commands(telegram: Telegram, call: Call) -> bool:
    telegram.world.bot.commands.pop(_key(telegram, call), None)
    _tell_page(telegram)
    return True


def _command(given: Any) -> Json:
    if not isinstance(given, dict) or "command" not in given or "description" not in given:
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = str(given["command"]).lstrip("/"), str(given["description"])
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _key(telegram: Telegram, call: Call) -> tuple[str, str]:
    """Scope and language, as the lists are kept."""
    scope = call.json("scope") or {"type": "default"}
    kind = str(scope.get("type", "")) if isinstance(scope, dict) else ""
    language = call.text("language_code")
    if kind in _SCOPES:
        return kind, language
    if kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    chat = chat_of(telegram, Call(call.method, {"chat_id": scope.get("chat_id")}))
    return scope_name(kind, chat.id, int(scope.get("user_id") or 0)), language


def scope_name(kind: str, chat: int, person: int = 0) -> str:
    return f"{kind}:{chat}:{person}" if kind == "chat_member" else f"{kind}:{chat}"


def commands_seen(bot: Bot, chat: Chat, person: Person) -> list[Json]:
    """What one person finds behind the slash: the narrowest scope wins, in their language before any."""
    for scope in _scopes(chat, person):
        for language in (person.language_code.partition("-")[0], ""):
            if commands := bot.commands.get((scope, language)):
                return commands
    return []


def _scopes(chat: Chat, person: Person) -> Iterator[str]:
    if chat.person is not None:
        yield from (scope_name("chat", chat.id), "all_private_chats", "default")
        return
    is_administrator = chat.status_of(person.id) in ("creator", "administrator")
    yield scope_name("chat_member", chat.id, person.id)
    if is_administrator:
        yield scope_name("chat_administrators", chat.id)
    yield scope_name("chat", chat.id)
    if is_administrator:
        yield "all_chat_administrators"
    yield from ("all_group_chats", "default")


@method("setChatMenuButton")
def set_menu_button(telegram: Telegram, call: Call) -> bool:
    button = call.json("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("commands", "web_app", "default"):
        raise bad_request("can't parse menu button: unsupported type specified")
    number = chat_of(telegram, call).id if call.text("chat_id") else 0
    telegram.world.bot.menu_buttons[number] = button
    _tell_page(telegram)
    return True


@method("getChatMenuButton")
def get_menu_button(telegram: Telegram, call: Call) -> Json:
    number = chat_of(telegram, call).id if call.text("chat_id") else 0
    return telegram.world.bot.menu_buttons.get(number, {"type": "default"})


def menu_button_seen(bot: Bot, chat: Chat) -> Json:
    """A chat's own button, else everybody's, else the list of commands."""
    for number in (chat.id, 0):
        button = bot.menu_buttons.get(number, {"type": "default"})
        if button["type"] != "default":
            return button
    return {"type": "commands"}


def _tell_page(telegram: Telegram) -> None:
    for chat in telegram.world.chats.values():
        telegram.world.changed(chat)
