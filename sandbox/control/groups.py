"""Groups: made, upgraded to supergroups; who is taken in, thrown out, promoted and demoted by whom."""

from typing import Any

from aiohttp import web

from sandbox import membership, objects
from sandbox.control.answers import ControlError, answering, body_of, person_by
from sandbox.telegram import Telegram
from sandbox.world import SUPERGROUPS_BELOW, Chat, Json, Person


def routes() -> list[web.RouteDef]:
    return [
        web.post("/sim/groups", answering(_found)),
        web.post("/sim/groups/{id:-\\d+}/add", answering(_add)),
        web.post("/sim/groups/{id:-\\d+}/kick", answering(_kick)),
        web.post("/sim/groups/{id:-\\d+}/promote", answering(_promote)),
        web.post("/sim/groups/{id:-\\d+}/demote", answering(_demote)),
        web.post("/sim/groups/{id:-\\d+}/permissions", answering(_permit)),
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
        _take_bot_in(telegram, chat, body)
        telegram.world.events.publish(kind="state")
    return told(chat)


def _take_bot_in(telegram: Telegram, chat: Chat, body: Json) -> None:
    """`bot` is "member" unless told, "administrator" with `rights`, or "absent"."""
    status = body.get("bot") or "member"
    if status not in ("member", "administrator", "absent"):
        raise ControlError(400, "The bot of a group is a member, an administrator, or absent.")
    chat.bot_status = "left"
    owner = telegram.world.people.get(chat.owner)
    if status == "absent":
        return
    if owner is None:
        chat.bot_status = "member"
        return
    rights = _rights(body) if status == "administrator" else ()
    membership.move_bot(telegram, chat, status, rights, by=owner)


async def _add(telegram: Telegram, request: web.Request) -> Json:
    """A member takes in a person; without one, the bot."""
    chat, body = _group(telegram, request), await body_of(request)
    by = _by(telegram, chat, body, "can_invite_users", all_may=True)
    if (person := _whom(telegram, body)) is None:
        if chat.has_bot:
            raise ControlError(409, "The bot is in this group.")
        membership.move_bot(telegram, chat, "member", by=by)
        membership.service(telegram, chat, by, {"new_chat_members": [objects.bot_user(telegram.world.bot)]})
        return told(chat)
    if person.id in chat.members:
        raise ControlError(409, f"{person.name} is in this group.")
    membership.join(telegram, chat, person, by=by)
    return told(chat)


async def _kick(telegram: Telegram, request: web.Request) -> Json:
    """The owner, or an administrator, throws a person out; without one, the bot."""
    chat, body = _group(telegram, request), await body_of(request)
    by = _by(telegram, chat, body, "can_restrict_members")
    person = _whom(telegram, body)
    if person is None:
        if chat.has_bot:
            membership.move_bot(telegram, chat, "kicked", by=by)
    elif chat.status_of(person.id) == "creator":
        raise ControlError(409, f"{person.name} owns this group.")
    else:
        membership.part(telegram, chat, person, by=by, status="kicked")
    return told(chat)


async def _promote(telegram: Telegram, request: web.Request) -> Json:
    """A person, or without one the bot, becomes an administrator with all rights or those told."""
    chat, body = _group(telegram, request), await body_of(request)
    return _empower(telegram, chat, body, _rights(body))


async def _demote(telegram: Telegram, request: web.Request) -> Json:
    chat, body = _group(telegram, request), await body_of(request)
    return _empower(telegram, chat, body, ())


def _empower(telegram: Telegram, chat: Chat, body: Json, rights: tuple[str, ...]) -> Json:
    by = _by(telegram, chat, body, "can_promote_members")
    person = _whom(telegram, body)
    if person is None:
        if not chat.has_bot:
            raise ControlError(409, "The bot is not in this group.")
        membership.move_bot(telegram, chat, "administrator" if rights else "member", rights, by=by)
    elif chat.status_of(person.id) not in ("member", "administrator"):
        raise ControlError(409, f"{person.name} is no member of this group, or owns it.")
    else:
        membership.empower(telegram, chat, person, rights, by=by)
    return told(chat)


async def _permit(telegram: Telegram, request: web.Request) -> Json:
    """What members may do who are no administrators: `{"can_send_polls": false}`."""
    chat, body = _group(telegram, request), await body_of(request)
    _by(telegram, chat, body, "can_restrict_members")
    if not isinstance(body.get("can_send_polls"), bool):
        raise ControlError(400, "This sandbox knows can_send_polls, true or false.")
    chat.polls_allowed = body["can_send_polls"]
    return told(chat)


async def _upgrade(telegram: Telegram, request: web.Request) -> Json:
    """A group becomes a supergroup with a new id; the old one only tells where it went."""
    old = _group(telegram, request)
    number = SUPERGROUPS_BELOW + old.id
    new = telegram.world.found(number, old.title, list(old.members.values()), forum=False)
    new.owner, new.administrators = old.owner, dict(old.administrators)
    new.bot_status, new.bot_rights = old.bot_status, old.bot_rights
    owner = telegram.world.people.get(old.owner)
    leaving = telegram.world.post(old, owner, {"migrate_to_chat_id": number})
    coming = telegram.world.post(new, owner, {"migrate_from_chat_id": old.id})
    for message in (leaving, coming):
        telegram.tell_bot("message", objects.message(telegram.world, message), chat=message.chat.id)
    old.moved_to = number
    return told(new)


def _group(telegram: Telegram, request: web.Request) -> Chat:
    chat = telegram.world.chats.get(int(request.match_info["id"]))
    if chat is None:
        raise ControlError(404, "There is no such group.")
    return chat


def _by(telegram: Telegram, chat: Chat, body: Json, right: str, *, all_may: bool = False) -> Person | None:
    """Who does it: `by`, or the owner; nobody where a group was made without people."""
    if not body.get("by"):
        return telegram.world.people.get(chat.owner)
    by = person_by(telegram, body["by"])
    if by.id not in chat.members or not (all_may or chat.may(by.id, right)):
        raise ControlError(409, f"{by.name} may not do that in this group.")
    return by


def _whom(telegram: Telegram, body: Json) -> Person | None:
    return person_by(telegram, body["person"]) if body.get("person") else None


def _rights(body: Json) -> tuple[str, ...]:
    given: Any = body.get("rights")
    if given is None:
        return objects.RIGHTS
    unknown = [name for name in given if name not in objects.RIGHTS]
    if unknown:
        raise ControlError(400, f"There is no right {unknown[0]}; there are {', '.join(objects.RIGHTS)}.")
    return (*given, "can_manage_chat")


def told(chat: Chat) -> Json:
    return {
        "id": chat.id,
        "title": chat.title,
        "type": chat.kind,
        "members": list(chat.members),
        "forum": chat.forum,
        "owner": chat.owner,
        "administrators": list(chat.administrators),
        "bot": chat.bot_status,
    }
