"""What a bot that is measured says of itself: "ready", and whenever it gets SIGUSR1 its CPU and its statements."""

import asyncio
import signal
import time
from collections.abc import Callable


class Telling:
    """Counts statements, unless somebody else does."""

    def __init__(self, statements: Callable[[], int] | None = None) -> None:
        self._counted = 0
        self._statements = statements or (lambda: self._counted)

    def count(self, *_: object) -> None:
        """For SQLAlchemy's "before_cursor_execute", which hears neither BEGIN nor COMMIT."""
        self._counted += 1

    def ready(self) -> None:
        """From now on whoever started it is answered."""
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, self._tell)
        print("ready", flush=True)

    def _tell(self) -> None:
        print(time.process_time(), self._statements(), flush=True)
