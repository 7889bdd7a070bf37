"""What replaces or empties a database wants the agency to be stopped, and keeps it from being started meanwhile."""

from contextlib import AsyncExitStack

from ops.process_lock import AlreadyLocked, ProcessLock
from tourdesk.not_started import NotStartedError


def must_be_stopped(url: str, stack: AsyncExitStack) -> None:
    """Held until the stack is closed. Raises NotStartedError."""
    lock = ProcessLock(url)
    try:
        lock.take()
    except AlreadyLocked:
        raise NotStartedError("TOURDESK_DATABASE: the agency is running; stop it first") from None
    except OSError as error:
        raise NotStartedError(f"TOURDESK_DATABASE: its folder cannot be used: {error.strerror}") from None
    stack.callback(lock.release)
