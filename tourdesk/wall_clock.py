"""The clock on the wall."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def real_time() -> datetime:
    """The one place of the product that reads it."""
    return datetime.now(UTC)  # noqa: TID251
