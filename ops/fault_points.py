"""Where the crash test may kill the program: named places that cost nothing until one of them is armed.

A process that was armed ends at the k-th passage as by SIGKILL: nothing is flushed, closed or rolled back. Only a
test arms, by calling `arm` in the process it starts: no setting, variable or argument of the program does.

The places: after_read, before_inbox, after_commit_before_200 (receiving); before_commit, after_commit
(one step of a conversation); before_portion_commit, after_portion_commit (what the agency does by itself);
after_claim, after_send_before_mark (the postman); before_topic, after_topic, after_topic_line (topics of clients);
mid_file_write (a client's file); mid_forgetting; rows_imported (a portion of an import, or of taking it back);
mid_backup, mid_restore.
"""

import os
from itertools import count

_armed: tuple[str, int] | None = None
_passed = count(1)


def passing(place: str) -> None:
    """Called at the place of that name."""
    if _armed is not None and _armed[0] == place and next(_passed) == _armed[1]:
        os._exit(137)


def arm(where: str | None) -> None:
    """To end at "place:k"; None disarms."""
    global _armed, _passed  # noqa: PLW0603
    place, _, passages = (where or "").partition(":")
    _armed = (place, int(passages or 1)) if place else None
    _passed = count(1)
