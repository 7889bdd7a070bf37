"""Messages that are written now and sent later."""

from sqlalchemy import Column, Table, text

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.later_messages import Held, LaterMessage
from domain.entities.people import StaffMember
from storage.engine.columns import UtcDateTime, Words, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, one

_WAITS = text("sent_at IS NULL AND taken_back_at IS NULL")
_TO_SEND = text("sent_at IS NULL AND taken_back_at IS NULL AND held IS NULL")

later_messages = Table(
    "later_messages",
    metadata,
    number(),
    link("author_id", "staff_members"),
    link("client_id", "clients", index=True),
    Column("text", Words, nullable=False),
    Column("written_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    link("inquiry_id", "inquiries", nullable=True),
    link("deal_id", "deals", nullable=True),
    Column("sent_at", UtcDateTime),
    Column("taken_back_at", UtcDateTime),
    Column("held", one_of(Held)),
    partial("ix_later_messages_of_author", "author_id", "due_at", "id", where=_WAITS),
    partial("ix_later_messages_to_send", "due_at", "id", where=_TO_SEND),
)

mapped(
    LaterMessage,
    later_messages,
    author=one(StaffMember),
    client=one(Client),
    inquiry=one(Inquiry),
    deal=one(Deal),
)
