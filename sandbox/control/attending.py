"""People come into groups by themselves, and go."""

from aiohttp import web

from sandbox import membership, objects
from sandbox.control.answers import ControlError, answering, body_of, chat_for, person_of
from sandbox.control.groups import told
from sandbox.invites import Invite, JoinRequest
from sandbox.telegram import Telegram
from sandbox.world import Chat, Json, Person


def routes() -> list[web.RouteDef]:
    return [
        web.post("/sim/people/{id:\\d+}/join", answering(_join)),
        web.post("/sim/people/{id:\\d+}/leave", answering(_leave)),
    ]


async def _join(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    body = await body_of(request)
    if link := body.get("link"):
        return follow(telegram, person, str(link))
    chat = telegram.world.chats.get(int(body.get("chat") or 0))
    if chat is None or chat.person is not None:
        raise ControlError(404, f"There is no group {body.get('chat')}.")
    _check_may_join(chat, person)
    membership.join(telegram, chat, person, by=person)
    return {"joined": True, "requested": False, "chat": chat.id}


def follow(telegram: Telegram, person: Person, link: str) -> Json:
    """An invite link lets a person in, or makes them ask."""
    chat = next((one for one in telegram.world.chats.values() if link in one.invites), None)
    if chat is None:
        raise ControlError(404, f"There is no invite link {link}.")
    _check_may_join(chat, person)
    invite = chat.invites[link]
    if not invite.is_good(telegram.clock.timestamp()):
        raise ControlError(409, "This invite link has expired.")
    if invite.asks:
        _ask(telegram, chat, person, invite)
        return {"joined": False, "requested": True, "chat": chat.id}
    invite.used += 1
    link_told = invite.as_json(objects.bot_user(telegram.world.bot))
    membership.join(telegram, chat, person, by=person, link=link_told)
    return {"joined": True, "requested": False, "chat": chat.id}


def _ask(telegram: Telegram, chat: Chat, person: Person, invite: Invite) -> None:
    """For some minutes the bot may write to them although they never started it."""
    if person.id in chat.requests:
        raise ControlError(409, f"{person.name} has asked already.")
    chat.requests[person.id] = JoinRequest(person, invite, telegram.clock.now())
    update = {
        "chat": objects.chat(chat),
        "from": objects.user(person),
        "user_chat_id": person.id,
        "date": telegram.clock.timestamp(),
        "invite_link": invite.as_json(objects.bot_user(telegram.world.bot)),
    }
    if "can_invite_users" in chat.bot_rights and chat.has_bot:
        telegram.tell_bot("chat_join_request", update, chat=chat.id)


def _check_may_join(chat: Chat, person: Person) -> None:
    if person.id in chat.members:
        raise ControlError(409, f"{person.name} is in this group.")
    if chat.former.get(person.id) == "kicked":
        raise ControlError(409, f"{person.name} was thrown out of this group.")


async def _leave(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    chat = chat_for(telegram, person, (await body_of(request)).get("chat"))
    if chat.person is not None:
        raise ControlError(400, "Only a group can be left; a chat with the bot is blocked.")
    membership.part(telegram, chat, person, by=person, status="left")
    return told(chat)
