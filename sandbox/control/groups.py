"""Groups: made with the bot inside, upgraded to supergroups, and closed to the bot."""

from aiohttp import web

from sandbox import objects
from sandbox.control.answers import ControlError, answering, body_of, person_by
from sandbox.telegram import Telegram
from sandbox.world import SUPERGROUPS_BELOW, Chat, Json


def routes() -> list[web.RouteDef]:
    return [
        web.post("/sim/groups", answering(_found)),
        web.post("/sim/groups/{id:-\\d+}/kick", answering(_kick)),
        web.post("/sim/groups/{id:-\\d+}/upgrade", answering(_upgrade)),
    ]


async def _found(telegram: Telegram, request: web.Request) -> Json:
    body = await body_of(request)
    number = body.get("id")
    if not isinstance(number, int) or number >= 0:
        raise ControlError(400, "A group needs an id, a negative number.")
    if body.get("forum") and number >= SUPERGROUPS_BELOW:
        raise ControlError(400, f"A forum is a supergroup: its id is below {SUPERGROUPS_BELOW}.")
    chat = telegram.world.chats.get(number)
    if chat is None:
        members = [person_by(telegram, one) for one in body.get("members") or []]
        title = str(body.get("title") or "Group")
        chat = telegram.world.found(number, title, members, forum=bool(body.get("forum")))
        _membership(telegram, chat, "left", "member")
        telegram.world.events.publish(kind="state")
    return _told(chat)


async def _kick(telegram: Telegram, request: web.Request) -> Json:
    """The owner throws the bot out."""
    chat = _group(telegram, request)
    if chat.bot_status == "member":
        chat.bot_status = "kicked"
        _membership(telegram, chat, "member", "kicked")
    return _told(chat)


async def _upgrade(telegram: Telegram, request: web.Request) -> Json:
    """A group becomes a supergroup with a new id; the old one only tells where it went."""
    old = _group(telegram, request)
    number = SUPERGROUPS_BELOW + old.id
    new = telegram.world.found(number, old.title, list(old.members.values()), forum=False)
    new.bot_status = old.bot_status
    owner = next(iter(old.members.values()), None)
    leaving = telegram.world.post(old, owner, {"migrate_to_chat_id": number})
    coming = telegram.world.post(new, owner, {"migrate_from_chat_id": old.id})
    for message in (leaving, coming):
        telegram.tell_bot("message", objects.message(telegram.world, message), chat=message.chat.id)
    old.moved_to = number
    return _told(new)


def _group(telegram: Telegram, request: web.Request) -> Chat:
    chat = telegram.world.chats.get(int(request.match_info["id"]))
    if chat is None:
        raise ControlError(404, "There is no such group.")
    return chat


def _membership(telegram: Telegram, chat: Chat, before: str, after: str) -> None:
    """The bot hears that it was taken in or thrown out, by the group's owner."""
    owner = next(iter(chat.members.values()), None)
    if owner is None:
        return
    update = {
        "chat": objects.chat(chat),
        "from": objects.user(owner),
        "date": telegram.clock.timestamp(),
        "old_chat_member": objects.member(telegram.world, before),
        "new_chat_member": objects.member(telegram.world, after),
    }
    telegram.tell_bot("my_chat_member", update, chat=chat.id)


def _told(chat: Chat) -> Json:
    members = list(chat.members)
    return {"id": chat.id, "title": chat.title, "type": chat.kind, "members": members, "forum": chat.forum}
