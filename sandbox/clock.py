"""The sandbox's clock: it runs with real time, and can be turned to any other instant."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Tells an aware UTC instant; between two turns it advances exactly as real time does."""

    zone = "UTC"
    """Of the page, which shows the hours of this IANA zone; all else is told in UTC."""

    def __init__(self, start_at: datetime | None = None) -> None:
        self._instant = _aware(start_at or datetime.now(UTC))  # noqa: TID251  the one place that reads real time
        self._since = time.monotonic()

    def now(self) -> datetime:
        return self._instant + timedelta(seconds=time.monotonic() - self._since)

    def timestamp(self) -> int:
        """The instant as Telegram writes it: whole seconds since 1970."""
        return int(self.now().timestamp())

    def set(self, instant: datetime) -> None:
        self._instant = _aware(instant)
        self._since = time.monotonic()

    def advance(self, by: timedelta) -> None:
        self.set(self.now() + by)


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("The sandbox's clock needs an instant with a time zone.")
    return instant.astimezone(UTC)
