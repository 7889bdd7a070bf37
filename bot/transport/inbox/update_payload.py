"""Raw updates: read as far as it takes to store them under their number, in their user's queue."""

import re
from typing import Any

import orjson
import structlog

from ops import counters

log = structlog.get_logger()

Row = tuple[int, int, str]
"""(update_id, user, JSON text)."""


def is_of(kind: str, update: dict[str, Any] | bytes) -> dict[str, Any] | None:
    """The update, read, if it is of this kind. Most are not, and are only looked through."""
    if kind not in update if isinstance(update, dict) else f'"{kind}"'.encode() not in update:
        return None
    try:
        parsed = loads(update) if isinstance(update, bytes) else update
    except orjson.JSONDecodeError:
        return None
    return parsed if isinstance(parsed, dict) and isinstance(parsed.get(kind), dict) else None


def row_of(update: dict[str, Any] | bytes) -> Row | None:
    """What is stored of a raw update; None when it has no usable number."""
    try:
        parsed = loads(update) if isinstance(update, bytes) else update
        update_id = parsed["update_id"]
        if type(update_id) is not int or not 0 <= update_id < 2**63:
            raise TypeError("update_id")  # noqa: TRY301 (handled with its kin just below)
        row = update_id, _lane(parsed), orjson.dumps(parsed).decode()
    except (orjson.JSONDecodeError, TypeError, KeyError, RecursionError):
        log.warning("not an update")
        counters.updates_refused["not_an_update"] += 1
        return None
    counters.updates_received[counters.kind_of(parsed)] += 1
    return row


# Half of a surrogate pair, escaped: JSON that strict parsers refuse, and that a hostile client can make.
_LONE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


def loads(body: bytes) -> Any:
    """Telegram's JSON, with lone surrogates and broken UTF-8 replaced. Raises orjson.JSONDecodeError."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return orjson.loads(_LONE.sub(r"\\ufffd", body.decode("utf-8", "replace")))


def _lane(update: dict[str, Any]) -> int:
    """Whose queue it belongs to: the sender's, wherever they write; else the chat's; else one for all the rest."""
    for body in update.values():
        if isinstance(body, dict):
            for key in ("from", "user", "chat", "sender_chat"):
                who = body.get(key)
                if isinstance(who, dict) and type(who.get("id")) is int and abs(who["id"]) < 2**62:
                    return int(who["id"])
    return 0
