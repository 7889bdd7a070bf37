"""Telegram's sending limits: token buckets on the monotonic clock; short bursts pass, floods get 429."""

import math
import time
from dataclasses import dataclass

from sandbox.refusals import too_many_requests


@dataclass(frozen=True, slots=True)
class RateLimits:
    """A rate a second and how much may be sent at once; groups are counted by the minute."""

    overall: float = 30.0
    overall_burst: int = 60
    per_chat: float = 1.0
    chat_burst: int = 20
    group_per_minute: int = 20


class _Bucket:
    __slots__ = ("_at", "_burst", "_left", "_rate")

    def __init__(self, rate: float, burst: int) -> None:
        self._rate, self._burst = rate, burst
        self._left, self._at = float(burst), time.monotonic()

    def wait_for(self, amount: int) -> float:
        """Seconds until this much may be taken; zero when it may be taken now."""
        now = time.monotonic()
        self._left = min(float(self._burst), self._left + (now - self._at) * self._rate)
        self._at = now
        missing = min(amount, self._burst) - self._left
        return missing / self._rate if missing > 1e-9 else 0.0

    def take(self, amount: int) -> None:
        self._left -= amount


class Limiter:
    def __init__(self, limits: RateLimits | None) -> None:
        self._limits = limits
        self._overall = _Bucket(limits.overall, limits.overall_burst) if limits else None
        self._chats: dict[int, _Bucket] = {}

    def spend(self, chat_id: int | None, amount: int = 1) -> None:
        """Count a sending to a chat, or (None) an edit, which weighs only on the whole; or raise 429."""
        if self._overall is None:
            return
        buckets = [self._overall] + ([self._chat(chat_id)] if chat_id is not None else [])
        if wait := max(bucket.wait_for(amount) for bucket in buckets):
            raise too_many_requests(math.ceil(wait))
        for bucket in buckets:
            bucket.take(amount)

    def _chat(self, chat_id: int) -> _Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            bucket = self._chats[chat_id] = self._new_chat(chat_id)
        return bucket

    def _new_chat(self, chat_id: int) -> _Bucket:
        assert self._limits is not None
        if chat_id < 0:
            return _Bucket(self._limits.group_per_minute / 60, self._limits.group_per_minute)
        return _Bucket(self._limits.per_chat, self._limits.chat_burst)
