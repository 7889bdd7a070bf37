"""The program: settings, the command line, and how the rooms are joined into a running agency."""

import sys

# structlog imports rich whenever it is installed, with all that colours code: 4 MB and 60 ms of each start, for tracebacks
# that we write plainly. So it is hidden during that one import; structlog has no setting for it.
if "rich" not in sys.modules:
    sys.modules["rich"] = None  # type: ignore[assignment]
    import structlog  # noqa: F401

    del sys.modules["rich"]
