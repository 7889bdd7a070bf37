"""Reads the words of a call: parsed, cleaned, trimmed, with the entities found in them, and measured."""

import re
from typing import Any

from sandbox.calls import Call
from sandbox.refusals import bad_request
from sandbox.text import utf16
from sandbox.text.found import find_entities
from sandbox.text.html_reader import read_html
from sandbox.text.markdown_reader import read_markdown

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
_ENTITY_FIELDS = ("url", "language", "custom_emoji_id", "unix_time", "date_time_format", "user")

Formatted = tuple[str, list[dict[str, Any]]]


def read_text(call: Call) -> Formatted:
    text, entities = read_formatted(call.text("text"), call.text("parse_mode"), call.json("entities"))
    if not text:
        raise bad_request("message text is empty")
    if utf16.length(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return text, entities


def read_caption(source: str, parse_mode: str, entities: Any) -> dict[str, Any]:
    """The caption's fields of a message; nothing when there is no caption."""
    text, found = read_formatted(source, parse_mode, entities)
    if utf16.length(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return as_fields("caption", text, found)


def as_fields(name: str, text: str, entities: list[dict[str, Any]]) -> dict[str, Any]:
    if not text:
        return {}
    key = "entities" if name == "text" else "caption_entities"
    return {name: text} | ({key: entities} if entities else {})


def read_formatted(source: str, parse_mode: str, given: Any) -> Formatted:
    mode = parse_mode.lower()
    if mode == "html":
        text, entities = read_html(source)
    elif mode == "markdownv2":
        text, entities = read_markdown(source)
    elif mode == "markdown":
        raise bad_request(
            "this sandbox reads HTML, MarkdownV2 and entities; the old Markdown is not supported here"
        )
    elif mode not in ("", "none"):
        raise bad_request("unsupported parse_mode")
    else:
        text, entities = source, _checked(given)
    text, entities = _trimmed(_CONTROL.sub(_softened, text), entities)
    for entity in entities:
        entity.pop("_language", None)
    return text, find_entities(text, entities)


def _softened(match: re.Match[str]) -> str:
    """Tabs and the like become spaces; the kinds of line breaks that come in pairs are kept single."""
    return "" if match.group() == "\r" else " "


def _trimmed(text: str, entities: list[dict[str, Any]]) -> Formatted:
    """Blank space around the words is cut off, and the entities with it."""
    lead = len(text) - len(text.lstrip(" \n"))
    trimmed = text.strip(" \n")
    if trimmed == text or not trimmed:
        return trimmed, entities if trimmed else []
    end = utf16.length(trimmed)
    kept = []
    for entity in entities:
        begin = max(0, entity["offset"] - lead)
        stop = min(end, entity["offset"] - lead + entity["length"])
        if stop > begin:
            kept.append(entity | {"offset": begin, "length": stop - begin})
    return trimmed, kept


def _checked(given: Any) -> list[dict[str, Any]]:
    if given is None:
        return []
    if not isinstance(given, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    entities = []
    for entity in given:
        try:
            kept = _placed(entity)
        except (KeyError, TypeError, ValueError):
            raise bad_request("can't parse entities: can't parse MessageEntity") from None
        kept |= {name: entity[name] for name in _ENTITY_FIELDS if entity.get(name) is not None}
        if kept["length"] > 0 and kept["offset"] >= 0:
            entities.append(kept)
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _placed(entity: Any) -> dict[str, Any]:
    return {"type": str(entity["type"]), "offset": int(entity["offset"]), "length": int(entity["length"])}
