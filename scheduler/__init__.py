"""The room of the clock and the postman: everything the agency says unasked."""

import sys

# httpx, on which python-telegram-bot stands, loads a whole command line of its own when it finds click: not here.
if "click" not in sys.modules:
    sys.modules["click"] = None  # type: ignore[assignment]
    import httpx  # noqa: F401

    del sys.modules["click"]
