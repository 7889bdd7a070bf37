"""The bot's updates, waiting in order until they are confirmed, delivered or too old."""

import itertools
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson

from sandbox.clock import Clock

MESSAGES_LIVE = timedelta(hours=24)
CALLBACKS_LIVE = timedelta(seconds=150)
INLINE_LIVES = timedelta(seconds=30)
CHECKOUTS_LIVE = timedelta(seconds=150)
CHECKOUT_WITHIN = timedelta(seconds=10)
"""How long the bot has for its answer; the question itself waits longer in the queue."""
CHOSEN_LIVE = timedelta(seconds=600)
_LIVES = {
    "callback_query": CALLBACKS_LIVE,
    "inline_query": INLINE_LIVES,
    "chosen_inline_result": CHOSEN_LIVE,
    "pre_checkout_query": CHECKOUTS_LIVE,
}
FIRST_UPDATE = 700_000_001
FAR_AHEAD = 10
_NUMBER = re.compile(r'"update_id"\s*:\s*(\d{1,18})')
KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "message_reaction",
    "message_reaction_count",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "purchased_paid_media",
    "managed_bot",
    "guest_message",
    "subscription",
    "stopped_message_generation",
)
"""Every kind of update Telegram knows, in its order."""
LEFT_OUT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
DEFAULT_KINDS = frozenset(KINDS) - LEFT_OUT_BY_DEFAULT


@dataclass(eq=False, slots=True)
class Pending:
    """`lane` says what must not overtake what in webhook delivery: one chat's messages, one person's taps."""

    update_id: int
    kind: str
    body: bytes
    lane: str
    expires: datetime


class UpdateQueue:
    """`on_arrival` is told of every update that joins; long polling and webhook delivery hang there."""

    def __init__(self, clock: Clock, first_id: int = FIRST_UPDATE) -> None:
        self._clock = clock
        self._ids = itertools.count(first_id)
        self._tail = first_id
        self._pending: deque[Pending] = deque()
        self._held: list[tuple[str, dict[str, Any], str]] = []
        self._allowed = DEFAULT_KINDS
        self.on_arrival: list[Callable[[Pending], None]] = []

    def __len__(self) -> int:
        return len(self._pending)

    def __iter__(self) -> Iterator[Pending]:
        return iter(tuple(self._pending))

    @property
    def allowed(self) -> list[str]:
        """As getWebhookInfo tells it: nothing while it is the default."""
        return [] if self._allowed == DEFAULT_KINDS else [kind for kind in KINDS if kind in self._allowed]

    def allow(self, kinds: list[str]) -> None:
        """From now on; names are read in any case, unknown ones passed over. No known name means the default."""
        known = {kind.lower() for kind in kinds} & frozenset(KINDS)
        self._allowed = frozenset(known) or DEFAULT_KINDS

    def add(self, kind: str, payload: dict[str, Any], lane: str, *, twice: bool = False) -> None:
        """Something happened. Anything held back follows right behind it."""
        if kind not in self._allowed:
            return
        number = next(self._ids)
        body = orjson.dumps({"update_id": number, kind: payload})
        for _ in range(2 if twice else 1):
            self._join(number, kind, body, lane)
        self.release()

    def hold(self, kind: str, payload: dict[str, Any], lane: str) -> None:
        """Keep this one back until another overtakes it."""
        self._held.append((kind, payload, lane))

    def release(self) -> None:
        held, self._held = self._held, []
        for kind, payload, lane in held:
            self.add(kind, payload, lane)

    def add_raw(self, raw: Any) -> int:
        """Any JSON, or text that need not be JSON at all; an object without an update_id is given one.

        Text goes by the update_id that stands in it, when that is a later one.
        """
        number = next(self._ids)
        if isinstance(raw, dict):
            number = raw.setdefault("update_id", number)
        elif isinstance(raw, str) and (told := _NUMBER.search(raw)):
            number = max(number, int(told[1]))
        body = raw.encode() if isinstance(raw, str) else orjson.dumps(raw)
        self._join(number, "raw", body, "raw")
        return number

    def confirm(self, offset: int) -> None:
        """Forget everything below the offset; a negative one keeps only that many of the newest.

        One that lies far ahead is taken for a leftover of other numbers, and ignored.
        """
        if offset > self._tail + FAR_AHEAD:
            return
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        while offset > 0 and self._pending and self._pending[0].update_id < offset:
            self._pending.popleft()

    def waiting(self, limit: int) -> list[Pending]:
        self._drop_expired()
        return list(itertools.islice(self._pending, limit))

    def remove(self, pending: Pending) -> None:
        if self._pending and self._pending[0] is pending:
            self._pending.popleft()
        elif pending in self._pending:
            self._pending.remove(pending)

    def is_expired(self, pending: Pending) -> bool:
        return self._clock.now() >= pending.expires

    def clear(self) -> None:
        self._pending.clear()

    def _drop_expired(self) -> None:
        now = self._clock.now()
        if any(pending.expires <= now for pending in self._pending):
            self._pending = deque(pending for pending in self._pending if pending.expires > now)

    def _join(self, number: int, kind: str, body: bytes, lane: str) -> None:
        self._tail = number + 1
        lives = _LIVES.get(kind, MESSAGES_LIVE)
        pending = Pending(number, kind, body, lane, self._clock.now() + lives)
        self._pending.append(pending)
        for listener in self.on_arrival:
            listener(pending)
