"""Web posts: stored at once, worked off in the order they came."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select, text

from domain.entities.web_posts import WebPost
from storage.engine.insertion import one_new
from storage.mapping.web_posts import web_posts
from storage.repositories.repository import Repository

_WAITING = text("state = 'waiting'")
_DONE = text("done_at IS NOT NULL")
_WRITTEN = [column.key for column in web_posts.c if column.key != "id"]


class SqlWebPosts(Repository[WebPost]):
    kind, table, missing = WebPost, web_posts, "no_such_post"

    def add(self, thing: WebPost, /) -> bool:  # type: ignore[override]
        """Without a key of its sender each is new."""
        new = one_new(self.session, web_posts, "source", "key", returning="id")
        row = {name: getattr(thing, name) for name in _WRITTEN}
        for [number] in self.session.rows(new, **row):
            thing.id = number
            return True
        return False

    def with_key(self, source: str, key: str) -> WebPost | None:
        return self._first(self._all().where(web_posts.c.source == source, web_posts.c.key == key))

    def waiting(self, limit: int = 50) -> Sequence[int]:
        self.session.autoflushed()
        found = select(web_posts.c.id).where(_WAITING).order_by(web_posts.c.id).limit(limit)
        return self.session.scalars(found).all()

    def forget(self, before: datetime) -> int:
        """How many; where none is old nothing is written."""
        self.session.autoflushed()
        old = (_DONE, web_posts.c.done_at < before)
        if not self.session.scalars(select(web_posts.c.id).where(*old).limit(1)).first():
            return 0
        gone = delete(web_posts).where(*old)
        return self.session.connection().execute(gone).rowcount
