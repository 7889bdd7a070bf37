"""Topics of clients in the groups of the staff, and what is to be shown there."""

from sqlalchemy import BigInteger, Column, Index, Table, text

from domain.entities.client_topics import ClientTopic, LineKind, TopicLine
from domain.entities.clients import Client
from domain.entities.interactions import Interaction
from storage.engine.columns import Number, UtcDateTime, Words, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, one

client_topics = Table(
    "client_topics",
    metadata,
    number(),
    link("client_id", "clients", index=True),
    Column("chat", BigInteger, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("name", Words, nullable=False),
    Column("thread", BigInteger),
    Column("asked_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("leased_until", UtcDateTime),
    Index("ix_client_topics_thread", "chat", "thread"),
)
topic_lines = Table(
    "topic_lines",
    metadata,
    number(),
    link("topic_id", "client_topics", index=True),
    Column("kind", one_of(LineKind), nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    link("interaction_id", "interactions", nullable=True),
    Column("message", BigInteger),
    Column("text", Words),
    Column("number", Number),
    Column("sent_at", UtcDateTime),
    partial("ix_topic_lines_waiting", "due_at", "id", where=text("sent_at IS NULL")),
)

mapped(ClientTopic, client_topics, client=one(Client))
mapped(TopicLine, topic_lines, topic=one(ClientTopic), interaction=one(Interaction))
