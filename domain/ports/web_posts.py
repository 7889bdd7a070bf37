"""What the trade asks of whoever keeps web posts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.web_posts import WebPost


class WebPosts(Protocol):
    def get(self, number: int) -> WebPost: ...
    def locked(self, number: int) -> WebPost: ...
    def add(self, post: WebPost) -> bool:
        """At once; it gets its number. False when its source has posted something with its key before."""

    def with_key(self, source: str, key: str) -> WebPost | None: ...
    def waiting(self, limit: int = 50) -> Sequence[int]:
        """The numbers of those that are not worked off yet, oldest first."""

    def forget(self, before: datetime) -> int:
        """Those that were worked off before then are gone; how many."""
