"""People of the sandbox: who there is, how they come, and how they turn away from the bot."""

from aiohttp import web

from sandbox import objects
from sandbox.control.answers import ControlError, answering, body_of, person_of
from sandbox.control.groups import told
from sandbox.telegram import Telegram
from sandbox.world import Json, Person

_FIELDS = ("first_name", "last_name", "username", "language_code", "phone", "role_hint")


def routes() -> list[web.RouteDef]:
    return [
        web.get("/sim/state", answering(_state)),
        web.post("/sim/people", answering(_come)),
        web.patch("/sim/people/{id:\\d+}", answering(_change)),
        web.post("/sim/people/{id:\\d+}/block", answering(_block)),
        web.post("/sim/people/{id:\\d+}/unblock", answering(_unblock)),
        web.post("/sim/people/{id:\\d+}/deactivate", answering(_deactivate)),
    ]


async def _state(telegram: Telegram, _request: web.Request) -> Json:
    world = telegram.world
    return {
        "clock": world.clock.now().isoformat(),
        "zone": world.clock.zone,
        "ready": telegram.is_ready,
        "people": [_told(person) for person in world.people.values()],
        "groups": [
            told(chat) for chat in world.chats.values() if chat.person is None and chat.moved_to is None
        ],
        "landmarks": world.landmarks,
        "guide": world.guide,
        "bot": {"username": world.bot.username, "name": world.bot.name},
    }


def _told(person: Person) -> Json:
    fields = {field: getattr(person, field) for field in _FIELDS}
    return {"id": person.id} | fields | {"blocked": person.blocked, "started": person.started}


async def _come(telegram: Telegram, request: web.Request) -> Json:
    body = await body_of(request)
    number = body.get("id")
    if not isinstance(number, int) or number <= 0:
        raise ControlError(400, "A person needs an id, a positive number.")
    person = telegram.world.people.get(number)
    if person is None:
        if not body.get("first_name"):
            raise ControlError(400, "A person needs a first_name.")
        told: Json = {field: str(body[field]) for field in _FIELDS if body.get(field)}
        person = telegram.world.welcome(Person(number, **told))
        telegram.world.events.publish(kind="state")
    return _told(person)


async def _change(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    for field, value in (await body_of(request)).items():
        if field not in _FIELDS:
            raise ControlError(400, f"A person has no {field} to change.")
        setattr(person, field, str(value or ""))
    telegram.world.events.publish(kind="state")
    telegram.world.changed(telegram.world.chats[person.id])
    return _told(person)


async def _block(telegram: Telegram, request: web.Request) -> Json:
    return _turn(telegram, person_of(telegram, request), blocked=True)


async def _unblock(telegram: Telegram, request: web.Request) -> Json:
    return _turn(telegram, person_of(telegram, request), blocked=False)


def _turn(telegram: Telegram, person: Person, *, blocked: bool) -> Json:
    """The bot hears of it, if the two ever met."""
    if person.blocked == blocked:
        return _told(person)
    person.blocked = blocked
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    chat = telegram.world.chats[person.id]
    update = {
        "chat": objects.chat(chat),
        "from": objects.user(person),
        "date": telegram.clock.timestamp(),
        "old_chat_member": objects.member(telegram.world, before),
        "new_chat_member": objects.member(telegram.world, after),
    }
    if person.started:
        telegram.tell_bot("my_chat_member", update, chat=person.id)
    telegram.world.events.publish(kind="state")
    return _told(person)


async def _deactivate(telegram: Telegram, request: web.Request) -> Json:
    """The account is deleted: the bot hears nothing, and is refused when it writes."""
    person = person_of(telegram, request)
    person.deactivated = True
    telegram.world.events.publish(kind="state")
    return _told(person)
