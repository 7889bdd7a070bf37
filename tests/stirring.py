"""Whether anything was written that can make something due: when nothing was, a look at the timetable finds nothing."""

import re
from typing import Any

from sqlalchemy import Engine, event

_WRITES = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
_ONLY_TALK = {"inbox", "screens", "duties", "wrong_links"}
"""Nothing on the timetable asks these what is due, except at another time than before."""


class Stirring:
    """Of all databases of this process, since it last settled."""

    def __init__(self) -> None:
        self.stirred = True
        event.listen(Engine, "before_cursor_execute", self._hear)

    def settle(self) -> None:
        """From now on nothing has stirred."""
        self.stirred = False

    def _hear(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not self.stirred and not statement.startswith(("SELECT", "PRAGMA", "BEGIN")):
            self.stirred = not {table.lower() for table in _WRITES.findall(statement)} <= _ONLY_TALK

    def close(self) -> None:
        event.remove(Engine, "before_cursor_execute", self._hear)
