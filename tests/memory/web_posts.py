"""Web posts, in memory."""

from collections.abc import Sequence
from datetime import datetime

from domain.entities.web_posts import PostState, WebPost
from domain.ports.web_posts import WebPosts
from tests.memory.shelf import Shelf, Things, in_memory


class MemoryWebPosts(Shelf[WebPost]):
    kind, missing = WebPost, "no_such_post"

    def add(self, post: WebPost) -> bool:
        if post.key is not None and self.with_key(post.source, post.key) is not None:
            return False
        self.hold(post)
        self.things.flush()
        return True

    def with_key(self, source: str, key: str) -> WebPost | None:
        return next((one for one in self.all_seen() if (one.source, one.key) == (source, key)), None)

    def waiting(self, limit: int = 50) -> Sequence[int]:
        return [one.id for one in self.all_seen() if one.state is PostState.WAITING][:limit]

    def forget(self, before: datetime) -> int:
        old = [one for one in self.all_seen() if one.done_at is not None and one.done_at < before]
        for one in old:
            self.things.of(WebPost).remove(one)
        return len(old)


@in_memory
def web_posts(things: Things, reach: int | None) -> WebPosts:
    return MemoryWebPosts(things, reach)
