"""Sending what needs no file: words, places, contacts, and «is typing»."""

import time
from itertools import product

from sandbox.calls import Call
from sandbox.methods.places import contact_from, location_from, venue_from
from sandbox.methods.reach import place_of, writable_chat
from sandbox.methods.register import method
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.text.reading import as_fields, read_text
from sandbox.world import TYPING_LASTS, Json

_ACTIONS = {"typing", "choose_sticker", "find_location"} | frozenset(
    f"{doing}_{what}"
    for doing, what in product(("upload", "record"), ("photo", "video", "voice", "document", "video_note"))
)


@method("sendMessage")
def send_message(telegram: Telegram, call: Call) -> Json:
    return _send(telegram, call, as_fields("text", *read_text(call)))


@method("sendLocation")
def send_location(telegram: Telegram, call: Call) -> Json:
    return _send(telegram, call, {"location": location_from(call.params)})


@method("sendVenue")
def send_venue(telegram: Telegram, call: Call) -> Json:
    return _send(telegram, call, venue_from(call.params))


@method("sendContact")
def send_contact(telegram: Telegram, call: Call) -> Json:
    return _send(telegram, call, {"contact": contact_from(call.params)})


def _send(telegram: Telegram, call: Call, content: Json) -> Json:
    place = place_of(telegram, call)
    telegram.limiter.spend(place.chat.id)
    return place.post(telegram, content)


@method("sendChatAction")
def send_chat_action(telegram: Telegram, call: Call) -> bool:
    chat = writable_chat(telegram, call)
    if call.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing_until = time.monotonic() + TYPING_LASTS
    for person in chat.onlookers:
        telegram.world.events.publish(kind="typing", person=person.id)
    return True
