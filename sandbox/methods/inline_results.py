"""Results of an inline query, read into what a message will hold when they are chosen."""

from collections.abc import Callable
from typing import Any

from sandbox.inline import InlineResult
from sandbox.keyboards import read_markup
from sandbox.methods.media import shown
from sandbox.methods.places import contact_from, location_from, venue_from
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.text import utf16
from sandbox.text.reading import TEXT_LIMIT, as_fields, read_caption, read_formatted
from sandbox.world import Json

_UNREAD = "can't parse InlineQueryResult: "
_FILES = {
    "photo": "photo_file_id",
    "document": "document_file_id",
    "voice": "voice_file_id",
    "video": "video_file_id",
}


def read_result(telegram: Telegram, given: Any) -> InlineResult:
    if not isinstance(given, dict):
        raise bad_request(_UNREAD + "expected an Object")
    kind, number = _field(given, "type"), _field(given, "id")
    markup = read_markup(given.get("reply_markup"), private=False, only_inline=True)
    content = _content(telegram, kind, given)
    title = str(given.get("title") or given.get("first_name") or "")
    return InlineResult(number, kind, title, str(given.get("description") or ""), content, markup)


def _content(telegram: Telegram, kind: str, given: Json) -> Json:
    """What `input_message_content` says is sent instead of the thing itself."""
    own = _own(telegram, kind, given)
    said = given.get("input_message_content")
    if said is None and own is None:
        raise bad_request(_UNREAD + 'Can\'t find field "input_message_content"')
    return own or {} if said is None else _said(said)


def _own(telegram: Telegram, kind: str, given: Json) -> Json | None:
    if kind == "article":
        if not given.get("title"):
            raise bad_request("ARTICLE_TITLE_EMPTY")
        return None
    if kind in _FILES:
        return _file(telegram, kind, given)
    if read := _PLAIN.get(kind):
        return read(given)
    raise bad_request(f"this sandbox knows no inline query results of the type {kind}")


def _file(telegram: Telegram, kind: str, given: Json) -> Json:
    """Only files the bot has already: nothing is fetched from elsewhere."""
    file_id = given.get(_FILES[kind])
    if not file_id:
        raise bad_request(f"this sandbox takes a {kind} by {_FILES[kind]} alone: nothing leaves the machine")
    stored = telegram.world.files.find(str(file_id))
    if stored is None or stored.kind != kind:
        raise bad_request("wrong remote file identifier specified: can't unserialize it")
    entities = given.get("caption_entities")
    caption = read_caption(str(given.get("caption") or ""), str(given.get("parse_mode") or ""), entities)
    return shown(kind, [stored]) | caption


def _said(said: Any) -> Json:
    if not isinstance(said, dict):
        raise bad_request("can't parse inline message content: expected an Object")
    if "message_text" in said:
        return _text(said)
    for kind, field in (("venue", "address"), ("location", "latitude"), ("contact", "phone_number")):
        if field in said:
            return _PLAIN[kind](said)
    raise bad_request("invalid inline message content specified")


def _text(said: Json) -> Json:
    mode = str(said.get("parse_mode") or "")
    text, entities = read_formatted(str(said["message_text"] or ""), mode, said.get("entities"))
    if not text:
        raise bad_request("message text is empty")
    if utf16.length(text) > TEXT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    return as_fields("text", text, entities)


def _field(given: Json, name: str) -> str:
    if name not in given:
        raise bad_request(f'{_UNREAD}Can\'t find field "{name}"')
    return str(given[name])


_PLAIN: dict[str, Callable[[Json], Json]] = {
    "location": lambda given: {"location": location_from(given)},
    "venue": venue_from,
    "contact": lambda given: {"contact": contact_from(given)},
}
