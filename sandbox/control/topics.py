"""Topics of forums, as people make and keep them; and whether somebody may write into one."""

from aiohttp import web

from sandbox.control.answers import ControlError, answering, body_of, chat_for, person_of
from sandbox.telegram import Telegram
from sandbox.topics import FIRST_COLOUR, change_topic, open_topic, remove_topic
from sandbox.world import Chat, Json, Person


def routes() -> list[web.RouteDef]:
    return [web.post("/sim/people/{id:\\d+}/topic", answering(_topic))]


async def _topic(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    body = await body_of(request)
    chat = chat_for(telegram, person, body.get("chat"))
    if not chat.forum:
        raise ControlError(409, "This chat has no topics.")
    if not chat.may(person.id, "can_manage_topics"):
        raise ControlError(409, f"{person.name} may not manage topics here.")
    if name := str(body.get("create") or "").strip():
        return {"thread": open_topic(telegram, chat, name, FIRST_COLOUR, person)}
    if body.get("delete"):
        return _deleted(telegram, chat, person, int(body["delete"]))
    number, content = _change(body)
    _known(chat, number)
    if "forum_topic_edited" not in content and chat.topics[number].closed is (
        "forum_topic_closed" in content
    ):
        raise ControlError(409, "The topic is so already.")
    change_topic(telegram, chat, number, content, person)
    return {"thread": number}


def _deleted(telegram: Telegram, chat: Chat, person: Person, number: int) -> Json:
    """The bot is not told."""
    _known(chat, number)
    if not chat.may(person.id, "can_delete_messages"):
        raise ControlError(409, f"{person.name} may not delete topics here.")
    remove_topic(telegram, chat, number)
    return {"thread": number}


def _change(body: Json) -> tuple[int, Json]:
    if body.get("close"):
        return int(body["close"]), {"forum_topic_closed": {}}
    if body.get("reopen"):
        return int(body["reopen"]), {"forum_topic_reopened": {}}
    if body.get("rename") and body.get("name"):
        return int(body["rename"]), {"forum_topic_edited": {"name": str(body["name"])}}
    raise ControlError(
        400, "A topic is given to create (a name), close, reopen, delete, or rename with a name."
    )


def thread_for(chat: Chat, person: Person, number: object) -> int | None:
    """Where somebody's words go: into a topic that is there, and open to them."""
    if not number:
        return None
    thread = int(str(number))
    _known(chat, thread)
    if chat.topics[thread].closed and not chat.may(person.id, "can_manage_topics"):
        raise ControlError(409, f"{chat.topics[thread].name} is closed.")
    return thread


def _known(chat: Chat, number: int) -> None:
    if number not in chat.topics:
        raise ControlError(404, f"There is no topic {number}.")
