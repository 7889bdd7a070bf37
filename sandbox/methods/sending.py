"""Sending what needs no file: words, places, contacts, and «is typing»."""

import time
from itertools import product

from sandbox.calls import Call
from sandbox.methods.reach import chat_of, place_of, writable_chat
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
    text, entities = read_text(call)
    place = place_of(telegram, call)
    telegram.limiter.spend(place.chat.id)
    return place.post(telegram, as_fields("text", text, entities))


@method("sendLocation")
def send_location(telegram: Telegram, call: Call) -> Json:
    location = _location(call)
    place = place_of(telegram, call)
    telegram.limiter.spend(place.chat.id)
    return place.post(telegram, {"location": location})


@method("sendVenue")
def send_venue(telegram: Telegram, call: Call) -> Json:
    location = _location(call)
    venue = {"location": location, "title": call.text("title"), "address": call.text("address")}
    if not venue["title"] or not venue["address"]:
        raise bad_request("VENUE_TITLE_INVALID" if not venue["title"] else "VENUE_ADDRESS_INVALID")
    place = place_of(telegram, call)
    telegram.limiter.spend(place.chat.id)
    return place.post(telegram, {"venue": venue, "location": location})


@method("sendContact")
def send_contact(telegram: Telegram, call: Call) -> Json:
    if not call.text("phone_number"):
        raise bad_request("phone number is empty")
    if not call.text("first_name"):
        raise bad_request("first name is empty")
    fields = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: call.text(name) for name in fields if call.text(name)}
    place = place_of(telegram, call)
    telegram.limiter.spend(place.chat.id)
    return place.post(telegram, {"contact": contact})


@method("sendChatAction")
def send_chat_action(telegram: Telegram, call: Call) -> bool:
    chat = writable_chat(telegram, call)
    if call.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing_until = time.monotonic() + TYPING_LASTS
    for person in chat.onlookers:
        telegram.world.events.publish(kind="typing", person=person.id)
    return True


@method("createForumTopic")
def create_forum_topic(telegram: Telegram, call: Call) -> Json:
    chat = chat_of(telegram, call)
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    name = call.text("name").strip()
    if not 1 <= len(name) <= 128:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "TOPIC_TITLE_TOO_LONG")
    created = {"name": name, "icon_color": call.integer("icon_color") or 7322096}
    message = telegram.world.post(chat, None, {"forum_topic_created": created})
    message.thread = message.id
    chat.topics[message.id] = name
    return {"message_thread_id": message.id} | created


def _location(call: Call) -> Json:
    try:
        latitude, longitude = float(call.text("latitude")), float(call.text("longitude"))
    except ValueError:
        raise bad_request("latitude and longitude must be specified") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location specified")
    return {"latitude": latitude, "longitude": longitude}
