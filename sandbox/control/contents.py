"""Turns what a person sends into the content of messages, as their Telegram app would."""

from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from sandbox import objects
from sandbox.calls import Upload
from sandbox.control.answers import ControlError, person_by
from sandbox.films import shape
from sandbox.methods.media import shown
from sandbox.telegram import Telegram
from sandbox.text.found import find_entities
from sandbox.text.reading import TEXT_LIMIT, as_fields
from sandbox.world import Json, Person

_FILES = ("photo", "document", "video")
_OGG = b"OggS sandbox voice"
_MP4 = b"\x00\x00\x00\x18ftypisom sandbox video"
_FILM = {"name": "video.mp4", "mime": "video/mp4", "size": 90_000}


@dataclass(slots=True)
class Part:
    """A file a person sends; without data it only claims a size, so that big files cost nothing."""

    kind: str
    upload: Upload
    declared: int = 0
    told: Json = field(default_factory=dict)
    """How wide, high and long a video is."""


async def read_parts(request: web.Request) -> tuple[Json, list[Part]]:
    """A multipart body: fields, and files under `photo`, `document` and `video` in their order."""
    form = await request.post()
    body: Json = {}
    parts = []
    for name, value in form.items():
        if isinstance(value, web.FileField):
            if name not in _FILES:
                raise ControlError(400, f"A file comes as photo, document or video, not as {name}.")
            parts.append(Part(name, Upload(value.filename, value.content_type, value.file.read())))
            value.file.close()
        else:
            body[name] = value
    return body, parts


def contents_of(telegram: Telegram, person: Person, body: Json, parts: list[Part]) -> list[Json]:
    parts = parts + _declared(body)
    if parts:
        contents = [_file(telegram, part) for part in parts]
        under = (
            min(int(body.get("caption_under") or 1), len(contents)) - 1
        )  # any picture of an album has words
        contents[under] |= _words("caption", str(body.get("caption") or ""))
        return contents
    if body.get("text"):
        text = str(body["text"])
        pieces = [text[start : start + TEXT_LIMIT] for start in range(0, len(text), TEXT_LIMIT)]
        return [_words("text", piece) for piece in pieces]
    single = _single(telegram, person, body)
    return [single] if single else []


def edited_content(content: Json, body: Json) -> Json:
    """The same message with other words."""
    name = "text" if "text" in content else "caption"
    words = body.get("text", body.get("caption"))
    if words is None:
        raise ControlError(400, "An edit needs text or caption.")
    kept = {key: item for key, item in content.items() if key not in (name, "entities", "caption_entities")}
    return kept | _words(name, str(words))


def _words(name: str, text: str) -> Json:
    return as_fields(name, text, find_entities(text, []))


def _declared(body: Json) -> list[Part]:
    parts = []
    for kind in _FILES:
        given = body.get(kind)
        for one in given if isinstance(given, list) else [given] if given else []:
            told = _FILM | ({} if one is True else one) if kind == "video" else one
            upload = Upload(str(told.get("name", "")), str(told.get("mime", "")), b"")
            parts.append(Part(kind, upload, int(told.get("size", 1)), told))
    return parts


def _file(telegram: Telegram, part: Part) -> Json:
    files, upload = telegram.world.files, part.upload
    data = None if part.declared else upload.data
    if part.kind == "photo":
        return shown("photo", files.photo(upload.name, upload.mime, data, part.declared))
    stored = files.keep(part.kind, upload.name, upload.mime, data, part.declared)
    return shown(part.kind, [shape(stored, part.told)])


def _single(telegram: Telegram, person: Person, body: Json) -> Json:
    if contact := body.get("contact"):
        return {"contact": own_contact(person) if contact is True else _contact(contact)}
    if location := body.get("location"):
        return {"location": {name: float(location[name]) for name in ("latitude", "longitude")}}
    if shared := body.get("users_shared"):
        return {"users_shared": users_shared(telegram, int(shared["request_id"]), shared["user_ids"])}
    return _recorded(telegram, body)


def _recorded(telegram: Telegram, body: Json) -> Json:
    """A sticker, a voice, a video message."""
    if emoji := body.get("sticker"):
        sticker = telegram.world.files.keep(
            "sticker", "sticker.webp", "image/webp", b"RIFF sandbox " + emoji.encode()
        )
        return {"sticker": shown("sticker", [sticker])["sticker"] | {"emoji": emoji}}
    if body.get("voice"):
        voice = telegram.world.files.keep("voice", "voice.oga", "audio/ogg", _OGG)
        return shown("voice", [voice])
    if note := body.get("video_note"):
        stored = telegram.world.files.keep("video_note", "", "video/mp4", _MP4)
        return shown("video_note", [shape(stored, {} if note is True else note)])
    return {}


def own_contact(person: Person) -> Json:
    if not person.phone:
        raise ControlError(409, f"{person.name} has no phone in this sandbox.")
    names = {"first_name": person.first_name} | ({"last_name": person.last_name} if person.last_name else {})
    return {"phone_number": person.phone} | names | {"user_id": person.id}


def _contact(given: Json) -> Json:
    fields = ("phone_number", "first_name", "last_name", "user_id", "vcard")
    return {name: given[name] for name in fields if given.get(name)}


def users_shared(telegram: Telegram, request_id: int, user_ids: list[Any]) -> Json:
    users = [objects.user(person_by(telegram, number)) for number in user_ids]
    fields = ("first_name", "last_name", "username")
    shared = [{"user_id": one["id"]} | {name: one[name] for name in fields if name in one} for one in users]
    return {"request_id": request_id, "users": shared}
