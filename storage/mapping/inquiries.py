"""Inquiries: what is asked for."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, text

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Channel, Inquiry, InquiryKind, InquiryState
from domain.entities.people import StaffMember
from domain.entities.trips import Trip
from storage.crypto.sealed import Sealed, sealed
from storage.engine.columns import (
    FactsDict,
    UtcDateTime,
    Words,
    code,
    link,
    number,
    of_branch,
    one_of,
    partial,
)
from storage.mapping.registry import mapped, metadata, money, one

_STILL_OPEN = text("state = 'open'")

_UNUSED = "bring_up_at", "brought_up"
"""Of the release before: how often what nobody took was brought up."""

inquiries = Table(
    "inquiries",
    metadata,
    number(),
    link("client_id", "clients", index=True),
    Column("channel", one_of(Channel), nullable=False),
    Column("kind", one_of(InquiryKind), nullable=False),
    Column("destination", Words, nullable=False),
    Column("wanted_when", Words),
    Column("heads", Integer, nullable=False),
    Column("received_at", UtcDateTime, nullable=False, index=True),
    Column("budget_minor", BigInteger),
    Column("budget_currency", code(3)),
    Column("wishes", Words),
    Column("group_name", Words),
    link("trip_id", "trips", nullable=True),
    link("taken_by_id", "staff_members", nullable=True),
    Column("state", one_of(InquiryState), nullable=False),
    Column("reason", Words),
    link("deal_id", "deals", nullable=True),
    of_branch(),
    Column("translations", FactsDict, nullable=False, server_default=text("'{}'")),
    Column("extra", Sealed),
    Column("source", Words),
    Column("bring_up_at", UtcDateTime),
    Column("brought_up", Integer, nullable=False, server_default=text("0")),
    Index(None, "client_id", "received_at", "id"),
    partial(
        "ix_inquiries_untaken", "received_at", "id", where=text("state = 'open' AND taken_by_id IS NULL")
    ),
    partial("ix_inquiries_to_bring_up", "bring_up_at", "id", where=text("bring_up_at IS NOT NULL")),
    partial("ix_inquiries_in_hand", "taken_by_id", where=_STILL_OPEN),
    partial("ix_inquiries_open", "received_at", "id", where=_STILL_OPEN),
)

sealed(
    mapped(
        Inquiry,
        inquiries,
        _UNUSED,
        branch=inquiries.c.branch_id,
        when=inquiries.c.wanted_when,
        budget=money(inquiries.c.budget_minor, inquiries.c.budget_currency),
        client=one(Client),
        trip=one(Trip),
        taken_by=one(StaffMember),
        deal=one(Deal),
        sealed_extra=inquiries.c.extra,
    ),
    inquiries.c.extra,
)
