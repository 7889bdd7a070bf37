"""The room of the clock and the postman: everything the agency says unasked."""

import sys

# What python-telegram-bot and httpx below it load when they find it, and what nobody here uses of them: the command
# line of the one, and Telegram's own safe for passports of the other.
_UNUSED = [name for name in ("click", "cryptography") if name not in sys.modules]

for _name in _UNUSED:
    sys.modules[_name] = None  # type: ignore[assignment]
try:
    import telegram  # noqa: F401
finally:
    for _name in _UNUSED:
        del sys.modules[_name]
