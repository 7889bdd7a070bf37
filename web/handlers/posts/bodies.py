"""What was posted, as fields of text: JSON or a form, whichever way it is encoded."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import orjson

from domain.values import text as texts
from web.doors import Rejected, Visit

MOST_FIELDS = 50
LONGEST_KEY = 200


def fields_of(visit: Visit) -> Mapping[str, str]:
    """By name, cleaned, without those that are empty. Raises Rejected: 415, 422."""
    match visit.content_type:
        case "application/json":
            found = _of_json(visit.body)
        case "application/x-www-form-urlencoded":
            found = _of_form(visit.body)
        case _:
            raise Rejected(415, "unknown_type", "Send application/json or application/x-www-form-urlencoded.")
    cleaned = {name: texts.clean(value) for name, value in found.items()}
    return {name: value for name, value in cleaned.items() if value}


def idempotency_key(visit: Visit) -> str | None:
    """Raises Rejected: 422."""
    key = visit.headers.get("Idempotency-Key", "").strip()
    if len(key) > LONGEST_KEY or not key.isprintable() or not key.isascii():
        raise Rejected(422, "wrong_key", f"Idempotency-Key: at most {LONGEST_KEY} signs of ASCII.")
    return key or None


def _of_json(body: bytes) -> dict[str, str]:
    try:
        read = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise Rejected(422, "no_json", "The body is not JSON.") from None
    if not isinstance(read, dict) or len(read) > MOST_FIELDS:
        raise Rejected(422, "no_object", "The body is one JSON object with the fields.")
    return {name: _as_text(name, value) for name, value in read.items() if value is not None}


def _as_text(name: str, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Rejected(422, "wrong_field", f"{name[:40]}: a text or a number is wanted.")
    return str(value)


def _of_form(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except (UnicodeDecodeError, ValueError):
        raise Rejected(422, "no_form", "The body is not a form in UTF-8.") from None
