"""Passing messages on: as they are, or as a copy of the bot's own."""

from dataclasses import replace

from sandbox.calls import Call
from sandbox.methods.media import CAPTIONED
from sandbox.methods.reach import Place, chat_of, message_of, place_of, thread_of, writable_chat
from sandbox.methods.register import method
from sandbox.objects import message as message_json
from sandbox.objects import origin_of
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.text.reading import read_caption
from sandbox.world import SERVICE_KINDS, Json

_SERVICE = SERVICE_KINDS | {"users_shared"}


@method("forwardMessage")
def forward_message(telegram: Telegram, call: Call) -> Json:
    chat = writable_chat(telegram, call)
    source = message_of(chat_of(telegram, call, "from_chat_id"), call, "message to forward not found")
    if _SERVICE & source.content.keys():
        raise bad_request("message can't be forwarded")
    thread = thread_of(chat, call)
    telegram.limiter.spend(chat.id)
    origin = origin_of(telegram.world, source)
    message = telegram.world.post(chat, None, dict(source.content), origin=origin, thread=thread)
    return message_json(telegram.world, message)


@method("copyMessage")
def copy_message(telegram: Telegram, call: Call) -> Json:
    place: Place = place_of(telegram, call)
    source = message_of(chat_of(telegram, call, "from_chat_id"), call, "message to copy not found")
    if _SERVICE & source.content.keys():
        raise bad_request("message can't be copied")
    content = _copied(telegram, source.content)
    if "caption" in call.params and any(kind in content for kind in CAPTIONED):
        content = {key: item for key, item in content.items() if not key.startswith("caption")}
        content |= read_caption(call.text("caption"), call.text("parse_mode"), call.json("caption_entities"))
    telegram.limiter.spend(place.chat.id)
    return {"message_id": place.post(telegram, content)["message_id"]}


def _copied(telegram: Telegram, content: Json) -> Json:
    """A copy of a poll is a new poll without votes; a forward shows the same one."""
    if "poll" not in content:
        return dict(content)
    old = telegram.world.polls[content["poll"]["id"]]
    poll = replace(old, id=telegram.world.new_poll(), closed=False, votes={}, shown={})
    telegram.world.polls[poll.id] = poll
    return {"poll": poll.redraw()}
