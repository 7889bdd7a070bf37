"""Where a forwarded message says it comes from: a person, somebody who hides, or a channel."""

from typing import Any

import orjson

from sandbox import objects
from sandbox.control.answers import ControlError, person_by
from sandbox.telegram import Telegram
from sandbox.world import Json

_CHANNEL = -1_009_000_000_001


def forward_origin(telegram: Telegram, given: Any) -> Json | None:
    if not given:
        return None
    if isinstance(given, str):  # a field of a form
        given = orjson.loads(given)
    date = telegram.clock.timestamp()
    if "user" in given:
        person = person_by(telegram, given["user"])
        return {"type": "user", "date": date, "sender_user": objects.user(person)}
    if "hidden_name" in given:
        return {"type": "hidden_user", "date": date, "sender_user_name": given["hidden_name"]}
    if "channel" in given:
        channel = {"id": _CHANNEL, "type": "channel", "title": given["channel"]}
        return {"type": "channel", "date": date, "chat": channel, "message_id": 1}
    raise ControlError(400, "forward_from names a user, a hidden_name or a channel.")


def origin_name(origin: Json) -> str:
    """What the chat shows behind «Forwarded from»."""
    if sender := origin.get("sender_user"):
        return f"{sender['first_name']} {sender.get('last_name', '')}".strip()
    return str(origin.get("sender_user_name") or origin.get("chat", {}).get("title", ""))
