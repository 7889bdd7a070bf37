"""Web posts. What one says is gone as soon as it is worked off."""

from sqlalchemy import Column, Integer, Table, UniqueConstraint, text

from domain.entities.web_posts import PostKind, PostState, WebPost
from storage.engine.columns import FactsDict, Number, UtcDateTime, Words, code, number, one_of, partial
from storage.mapping.registry import mapped, metadata

web_posts = Table(
    "web_posts",
    metadata,
    number(),
    Column("source", code(), nullable=False),
    Column("kind", one_of(PostKind), nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("digest", code(64), nullable=False),
    Column("facts", FactsDict, nullable=False),
    Column("key", Words),
    Column("state", one_of(PostState), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("done_at", UtcDateTime),
    Column("became", Number),
    UniqueConstraint("source", "key"),
    partial("ix_web_posts_waiting", "id", where=text("state = 'waiting'")),
    partial("ix_web_posts_done", "done_at", where=text("done_at IS NOT NULL")),
)

mapped(WebPost, web_posts)
