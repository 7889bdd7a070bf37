"""A `startgroup` link takes the bot into a group, with the rights the link asks for, and starts it there."""

from urllib.parse import parse_qs, urlsplit

from aiohttp import web

from sandbox import membership, objects
from sandbox.control.answers import ControlError, answering, body_of, chat_for, person_of
from sandbox.control.contents import contents_of
from sandbox.control.saying import say
from sandbox.telegram import Telegram
from sandbox.world import Chat, Json, Person


def routes() -> list[web.RouteDef]:
    return [web.post("/sim/people/{id:\\d+}/startgroup", answering(_start))]


async def _start(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    body = await body_of(request)
    chat = chat_for(telegram, person, body.get("chat"))
    return start_in_group(telegram, person, chat, str(body.get("link") or ""))


def start_in_group(telegram: Telegram, person: Person, chat: Chat, link: str) -> Json:
    """The bot hears `my_chat_member`, if it was not there or had other rights, then the words `/start@bot payload`."""
    if chat.person is not None:
        raise ControlError(400, "A startgroup link takes the bot into a group.")
    asked = parse_qs(urlsplit(link).query, keep_blank_values=True)
    if "startgroup" not in asked:
        raise ControlError(400, "The link has no startgroup.")
    _take_in(telegram, person, chat, _rights("".join(asked.get("admin", []))))
    words = f"/start@{telegram.world.bot.username} {asked['startgroup'][0]}".strip()
    said = say(telegram, person, chat, contents_of(telegram, person, {"text": words}, []), {})
    return {"message_id": said[0].id}


def _take_in(telegram: Telegram, person: Person, chat: Chat, rights: tuple[str, ...]) -> None:
    if rights and chat.may(person.id, "can_promote_members"):
        joins = not chat.has_bot
        membership.move_bot(telegram, chat, "administrator", rights, by=person)
    elif not chat.has_bot:
        joins = True
        membership.move_bot(telegram, chat, "member", by=person)
    else:
        return
    if joins:
        come = {"new_chat_members": [objects.bot_user(telegram.world.bot)]}
        membership.service(telegram, chat, person, come)


def _rights(asked: str) -> tuple[str, ...]:
    """As links write them, "manage_topics+delete_messages": a plus is read as a space."""
    named = tuple(f"can_{word}" for word in asked.split())
    unknown = [name for name in named if name not in objects.RIGHTS]
    if unknown:
        raise ControlError(400, f"There is no right {unknown[0]}; there are {', '.join(objects.RIGHTS)}.")
    return named
