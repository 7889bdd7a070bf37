"""The privacy notice: what the agency tells everybody once of how their data are kept, and its version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from domain.entities.definitions import ONLY, definition_kind
from domain.values.language import Language
from domain.values.refusals import Refusal

LONGEST_TEXT = 3000
"""Characters: all of it stands in one message."""
LONGEST_LINK = 300


@dataclass(frozen=True)
class PrivacyNotice:
    """By language; where nothing is given, ours is said, with the agency's name, address and phone."""

    version: int = 1
    """Counts the changes of what clients read: who was told an earlier one is told again, once."""
    texts: Mapping[Language, str] = field(default_factory=dict)
    links: Mapping[Language, str] = field(default_factory=dict)


PRIVACY = definition_kind("privacy", PrivacyNotice, {ONLY: PrivacyNotice()}, is_own=True)


def check_privacy(notice: PrivacyNotice) -> None:
    """Raises Refusal: nothing_written, too_long, not_a_link."""
    for text in notice.texts.values():
        if not any(sign.isalnum() for sign in text):
            raise Refusal("nothing_written")
        if len(text) > LONGEST_TEXT:
            raise Refusal("too_long", count=len(text), most=LONGEST_TEXT)
    for link in notice.links.values():
        check_link(link)


def check_link(link: str) -> None:
    """Raises Refusal: not_a_link, too_long."""
    if len(link) > LONGEST_LINK:
        raise Refusal("too_long", count=len(link), most=LONGEST_LINK)
    try:
        parts = urlsplit(link)
    except ValueError:
        raise Refusal("not_a_link") from None
    if parts.scheme not in {"http", "https"} or "." not in parts.netloc or any(map(str.isspace, link)):
        raise Refusal("not_a_link")
