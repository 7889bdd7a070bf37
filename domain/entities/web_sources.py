"""Web sources: who may post to us by HTTP, a web site or a telephone exchange; each has a token of its own."""

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from domain.entities.definitions import Definitions, definition_kind
from domain.values.refusals import Refusal

MOST_ORIGINS = 5
LONGEST_ADDRESS = 200
_HOST = re.compile(r"[\w.-]+(?::\d{1,5})?", re.ASCII)


@dataclass(frozen=True)
class WebSource:
    """Only the hash of its token is kept; the token itself is shown once."""

    name: str
    """As colleagues read it beside what comes from there."""
    token_hash: str
    origins: tuple[str, ...] = ()
    """Whose pages may post from a browser: `https://tours.example`. Others post from their server."""
    branch: int | None = None
    """Whose its inquiries are; None: everybody's."""
    closed: bool = False

    @property
    def is_open(self) -> bool:
        return not self.closed


WEB_SOURCE = definition_kind("web_source", WebSource, is_own=True)
"""By a key that is never given again: what came from there names it."""


def hash_of(token: str) -> str:
    """A token has 256 bits: nobody finds it by trying."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def source_with(settled: Definitions, token: str) -> tuple[str, WebSource] | None:
    """The open source whose token it is, and its key."""
    hashed = hash_of(token)
    known = settled.all(WEB_SOURCE).items()
    return next(((key, one) for key, one in known if one.is_open and one.token_hash == hashed), None)


def origins_of(settled: Definitions) -> frozenset[str]:
    """Of all open sources."""
    return frozenset(
        origin for one in settled.all(WEB_SOURCE).values() if one.is_open for origin in one.origins
    )


def read_origin(written: str) -> str:
    """As a browser tells it: "tours.example/contact" is `https://tours.example`. Raises Refusal: not_a_link, too_long."""
    if len(written) > LONGEST_ADDRESS:
        raise Refusal("too_long", count=len(written), most=LONGEST_ADDRESS)
    text = written.strip() if "://" in written else f"https://{written.strip()}"
    try:
        parts = urlsplit(text)
        whole = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except ValueError:
        raise Refusal("not_a_link") from None
    if not whole or not _HOST.fullmatch(host):
        raise Refusal("not_a_link")
    return f"{parts.scheme}://{host.lower()}"
