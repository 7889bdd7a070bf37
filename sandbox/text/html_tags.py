"""Which HTML tag stands for which message entity."""

from typing import Any
from urllib.parse import urlsplit

from sandbox.refusals import bad_request

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = frozenset(SIMPLE) | {"a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}
_LINKS = ("http", "https", "ftp", "tg", "ton", "tonsite", "mailto", "tel")

Entity = dict[str, Any]


def entity_of(
    tag: str, attributes: dict[str, str], covered: str, before: list[Entity], place: Entity
) -> Entity | None:
    """The entity a closed tag makes, if any; `pre` with `code` in it becomes one with a language."""
    if tag in SIMPLE:
        return place | {"type": SIMPLE[tag]}
    if tag == "a":
        return link_entity(attributes.get("href") or covered, place)
    if tag in ("pre", "code"):
        return _code(tag, attributes, before, place)
    if tag == "blockquote":
        return place | {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
    if tag == "tg-time":
        return _moment(attributes, place)
    return _emoji(attributes, place)


def link_entity(url: str, place: Entity) -> Entity | None:
    """A link that leads nowhere is dropped without a word, as Telegram does."""
    if url.startswith("tg://user?id="):
        number = url.removeprefix("tg://user?id=")
        return place | {"type": "text_link", "url": url} if number.isdigit() else None
    if checked := checked_url(url):
        return place | {"type": "text_link", "url": checked}
    return None


def _code(tag: str, attributes: dict[str, str], before: list[Entity], place: Entity) -> Entity | None:
    language = attributes.get("class", "").removeprefix("language-")
    language = language if attributes.get("class", "").startswith("language-") else ""
    inner = before[-1] if before and before[-1].items() >= place.items() else {}
    if tag == "pre" and inner.get("type") == "code":
        inner["type"] = "pre"
        if told := inner.pop("_language", ""):
            inner["language"] = told
        return None
    if tag == "code" and inner.get("type") == "pre" and language:
        inner["language"] = language
        return None
    return place | {"type": tag} | ({"_language": language} if language and tag == "code" else {})


def _emoji(attributes: dict[str, str], place: Entity) -> Entity:
    number = attributes.get("emoji-id", "")
    if not number.isdigit() or int(number) == 0:
        raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
    return place | {"type": "custom_emoji", "custom_emoji_id": number}


def _moment(attributes: dict[str, str], place: Entity) -> Entity:
    unix = attributes.get("unix", "")
    if not unix.isdigit():
        raise bad_request("can't parse entities: Invalid date_time entity specified")
    entity = place | {"type": "date_time", "unix_time": int(unix)}
    if chosen := attributes.get("format"):
        entity["date_time_format"] = chosen
    return entity


def checked_url(url: str) -> str:
    """The link as Telegram would keep it (with a scheme and a slash), or nothing when it is none."""
    url = url.strip()
    if not url or any(character.isspace() for character in url):
        return ""
    try:
        parts = urlsplit(url if "://" in url or url.startswith(("mailto:", "tel:")) else f"http://{url}")
    except ValueError:
        return ""
    if parts.scheme.lower() not in _LINKS:
        return ""
    if parts.scheme.lower() in ("http", "https", "ftp"):
        if "." not in (parts.hostname or "").strip("."):
            return ""
        return parts._replace(path=parts.path or "/").geturl()
    return parts.geturl()
