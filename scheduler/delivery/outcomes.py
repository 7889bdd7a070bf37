"""What came of sending: Telegram has it, or what its refusal means for the notice."""

from dataclasses import dataclass
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from scheduler.delivery.telegram_line import BROKEN

_NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid", "user_is_deactivated")


@dataclass(frozen=True)
class Accepted:
    """Telegram has it; `poll` is what it calls the poll in it, `copy` the copy that went after it."""

    message_id: int
    poll: str | None = None
    copy: int | None = None


@dataclass(frozen=True)
class Unreached:
    """This person cannot be written to."""

    why: str


@dataclass(frozen=True)
class RejectedByTelegram:
    """Telegram will never take it: ours to mend."""

    why: str


@dataclass(frozen=True)
class NotNow:
    """Worth another try: exactly after `wait`, or when the postman thinks fit. In `doubt` it may have arrived already."""

    why: str
    wait: timedelta | None = None
    doubt: bool = False
    overtaken: bool = False
    """Whether what is said later to the same person may be said before."""


@dataclass(frozen=True)
class SomebodyElse:
    """Whoever it was for is away by now: it is said to who stands in for them."""


Outcome = Accepted | Unreached | RejectedByTelegram | NotNow | SomebodyElse


def meaning(error: TelegramError) -> Outcome:  # noqa: PLR0911 (one line per kind of refusal)
    match error:
        case RetryAfter():
            wait = error.retry_after
            return NotNow("flood", wait if isinstance(wait, timedelta) else timedelta(seconds=wait))
        case Forbidden():
            return Unreached(error.message)
        case BadRequest() if any(sign in error.message.casefold() for sign in _NOBODY_THERE):
            return Unreached(error.message)
        case BadRequest() | ChatMigrated():
            return RejectedByTelegram(error.message)
        case InvalidToken():  # its message holds the token
            return NotNow("the token is not accepted")
        case NetworkError():
            return NotNow(f"network: {error.message[:200]}", doubt=_may_have_arrived(error.message))
        case _:
            return NotNow(type(error).__name__)


def _may_have_arrived(told: str) -> bool:
    """The line broke, or nothing was heard in time, after it had been reached. What Telegram answers it has not done."""
    return told.startswith(BROKEN)
