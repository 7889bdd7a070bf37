"""The program: settings, the command line, and how the rooms are joined into a running agency."""

import sys

# structlog draws tracebacks with rich when it finds it, and loads it with all that colours code: a tenth of our memory.
# Ours are plain, so it shall not find it here.
if "rich" not in sys.modules:
    sys.modules["rich"] = None  # type: ignore[assignment]
    import structlog  # noqa: F401

    del sys.modules["rich"]
