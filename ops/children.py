"""Child processes that work beside the conversations: what they may know, and how much they may take."""

import os
import sys
from pathlib import Path

# No token, no database address.
_SURROUNDINGS = ("PATH", "LANG", "LC_ALL", "TZ", "PYTHONTZPATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a child that runs modules of ours."""
    kept = {name: os.environ[name] for name in _SURROUNDINGS if name in os.environ}
    house = str(Path(__file__).parent.parent)
    path = os.pathsep.join(dict.fromkeys([house, *filter(None, sys.path)]))
    return kept | {"PYTHONPATH": path, "MALLOC_ARENA_MAX": "4"} | more


def be_modest(memory: int, nice: int) -> None:
    """In the child: less memory than the machine has, and conversations go first; where the system knows of such things."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    os.nice(nice)
