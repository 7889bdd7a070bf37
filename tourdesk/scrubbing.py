"""The last line of defence of the logs: what looks like a secret is taken out of a line before it is written.

No line of ours holds any; but a library's error may quote an address with a token in it, or a database the row it
would not take.
"""

import re
from typing import Any

from structlog.typing import EventDict, WrappedLogger

_PLAIN = (bool, int, float, type(None))

_SECRETS = (
    (re.compile(r"\d{2,}(?::|%3A)[\w-]{16,}"), "(token)"),
    (re.compile(r"(?<=://)[^\s/@:]*:[^\s/@]+(?=@)"), "(password)"),
    (re.compile(r"(?<=start=)[\w-]+"), "(link)"),
    (re.compile(r"(?<=DETAIL:)[^\n]*"), " (a row)"),
    (re.compile(r"\+[1-9](?:[\s-]?\d){8,14}"), "(phone)"),
)


_ANY = re.compile("|".join(secret.pattern for secret, _instead in _SECRETS))


def scrubbed(text: str) -> str:
    if _ANY.search(text) is None:
        return text
    for secret, instead in _SECRETS:
        text = secret.sub(instead, text)
    return text


def without_secrets(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """A processor for every line, ours and the libraries'."""
    for name, value in line.items():
        if not isinstance(value, _PLAIN) and not name.startswith("_") and name != "timestamp":
            line[name] = _scrubbed_value(value)
    return line


def _scrubbed_value(value: Any) -> str:
    return scrubbed(value if isinstance(value, str) else repr(value))
