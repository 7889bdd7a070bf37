"""Commands, menu buttons and the bot's own texts, as each person sees them."""

from typing import Any

from tests.sandbox.line import ANNA, BORIS, Line


def command(name: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"About {name}"}]


async def seen(line: Line, person: int, query: str = "") -> list[str]:
    return [one["command"] for one in (await line.sees(person, query))["commands"]]


async def test_the_narrowest_scope_wins_in_the_persons_language_first(line: Line) -> None:
    async def set_for(name: str, **where: Any) -> None:
        await line.ok("setMyCommands", commands=command(name), **where)

    await set_for("everywhere")
    assert await seen(line, BORIS) == ["everywhere"]
    await set_for("po_russki", language_code="ru")
    assert (await seen(line, ANNA), await seen(line, BORIS)) == (["everywhere"], ["po_russki"])
    await set_for("private", scope={"type": "all_private_chats"})
    assert await seen(line, BORIS) == ["private"]
    await set_for("boss", scope={"type": "chat", "chat_id": BORIS})
    assert (await seen(line, ANNA), await seen(line, BORIS)) == (["private"], ["boss"])
    await line.ok("deleteMyCommands", scope={"type": "chat", "chat_id": BORIS})
    assert await seen(line, BORIS) == ["private"]

    await line.sim("POST", "groups", {"id": -100, "title": "Staff", "members": [ANNA, BORIS]})
    await set_for("owner", scope={"type": "all_chat_administrators"})
    await set_for("group", scope={"type": "all_group_chats"})
    assert (await seen(line, ANNA, "?chat=-100"), await seen(line, BORIS, "?chat=-100")) == (
        ["owner"],
        ["group"],
    )


async def test_commands_are_read_back_per_scope_and_language(line: Line) -> None:
    await line.ok("setMyCommands", commands=command("trips"), language_code="bg")

    assert await line.ok("getMyCommands", language_code="bg") == command("trips")
    assert await line.ok("getMyCommands") == []


async def test_commands_telegram_refuses(line: Line) -> None:
    for commands, description in (
        (command("Trips"), "BOT_COMMAND_INVALID"),
        ([{"command": "trips", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        (command("x") * 101, "BOT_COMMANDS_TOO_MUCH"),
        ("trips", "can't parse commands JSON object"),
    ):
        told = await line.refusal("setMyCommands", commands=commands)
        assert told == f"400 Bad Request: {description}"


async def test_a_menu_button_is_a_chats_own_or_everybodys(line: Line) -> None:
    desk = {"type": "web_app", "text": "Desk", "web_app": {"url": "https://desk.example/"}}
    await line.ok("setChatMenuButton", chat_id=ANNA, menu_button=desk)

    assert (await line.sees(ANNA))["menu_button"] == desk
    assert (await line.sees(BORIS))["menu_button"] == {"type": "commands"}
    assert await line.ok("getChatMenuButton", chat_id=ANNA) == desk


async def test_the_bot_describes_itself_in_languages(line: Line) -> None:
    await line.ok("setMyDescription", description="Tours")
    await line.ok("setMyDescription", description="Туры", language_code="ru")

    assert await line.ok("getMyDescription", language_code="ru") == {"description": "Туры"}
    assert await line.ok("getMyDescription", language_code="zh") == {"description": "Tours"}
    assert await line.ok("getMyName") == {"name": "Tourdesk"}
