"""With each client, who waits for whom. What it is about stands there by number alone: the newest of it replaces the last."""

from sqlalchemy import Column, Integer, Table, text

from domain.entities.clients import Client
from domain.entities.conversations import Conversation, Queue, Waits
from domain.entities.interactions import Medium
from domain.entities.people import StaffMember
from storage.engine.columns import Number, UtcDateTime, Words, link, number, of_branch, one_of, partial
from storage.mapping.registry import mapped, metadata, one

_FOR_US = "waits = 'us'"

conversations = Table(
    "conversations",
    metadata,
    number(),
    link("client_id", "clients", unique=True),
    Column("waits", one_of(Waits), nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("words", Words, nullable=False),
    Column("medium", one_of(Medium)),
    Column("queue", one_of(Queue), nullable=False),
    of_branch(),
    Column("question", Number),
    Column("inquiry", Number),
    Column("deal", Number),
    link("holder_id", "staff_members", nullable=True),
    Column("taken_at", UtcDateTime),
    Column("soon_at", UtcDateTime),
    Column("due_at", UtcDateTime),
    Column("alarm_at", UtcDateTime),
    Column("alarms", Integer, nullable=False, server_default=text("0")),
    partial("ix_conversations_waiting", "since", "id", where=text(_FOR_US)),
    partial("ix_conversations_nobodys", "since", "id", where=text(f"{_FOR_US} AND holder_id IS NULL")),
    partial("ix_conversations_had", "holder_id", "since", "id", where=text(_FOR_US)),
    partial("ix_conversations_late", "due_at", where=text(_FOR_US)),
    partial("ix_conversations_with_clients", "since", "id", where=text("waits = 'client'")),
    partial("ix_conversations_to_alarm", "alarm_at", "id", where=text("alarm_at IS NOT NULL")),
)

mapped(
    Conversation,
    conversations,
    branch=conversations.c.branch_id,
    client=one(Client),
    holder=one(StaffMember),
)
