"""Lays the plain classes of the trade onto the tables. Nothing is loaded that was not asked for."""

from typing import Any

from sqlalchemy import Table, event
from sqlalchemy.orm import Mapper, composite, configure_mappers, registry, relationship

from domain.backups import Backup
from domain.branches import Branch
from domain.clients import Client, Interaction
from domain.deals import Deal, Payment, Traveller
from domain.documents import Document
from domain.history import HistoryEntry
from domain.inquiries import Inquiry
from domain.money import Money
from domain.notices import Notice
from domain.people import Invitation, Person, StaffMember
from domain.trips import Point, Trip, WaitingPlace
from storage import passports, tables

_registry = registry(metadata=tables.metadata)


def map_domain() -> None:
    """Once; later calls do nothing."""
    if any(_registry.mappers):
        return
    _map_people()
    _map_trade()
    _map_deals()
    _map_what_was_said()
    passports.listen()
    for mapper in _registry.mappers:
        event.listen(mapper, "before_insert", _let_the_database_number)
    configure_mappers()


def _map_people() -> None:
    _lay(Branch, tables.branches)
    _lay(Person, tables.persons)
    _lay(StaffMember, tables.staff_members, branch=tables.staff_members.c.branch_id, person=_one(Person))
    _lay(
        Invitation,
        tables.invitations,
        branch=tables.invitations.c.branch_id,
        created_by=_one(StaffMember),
        used_by=_one(Person),
    )
    _lay(Client, tables.clients, person=_one(Person))


def _map_trade() -> None:
    inquiries, trips = tables.inquiries.c, tables.trips.c
    _lay(
        Inquiry,
        tables.inquiries,
        branch=inquiries.branch_id,
        when=inquiries.wanted_when,
        budget=_money(inquiries.budget_minor, inquiries.budget_currency),
        client=_one(Client),
        trip=_one(Trip),
        taken_by=_one(StaffMember),
        deal=_one(Deal),
    )
    _lay(
        Trip,
        tables.trips,
        branch=trips.branch_id,
        # `currency` is a word of the class itself: the column goes by another name.
        _currency=trips.currency,
        price=composite(Money, "price_minor", "_currency"),
        deposit=composite(Money, "deposit_minor", "_currency"),
        point=composite(Point, trips.latitude, trips.longitude, return_none_on=_all_none),
    )
    _lay(WaitingPlace, tables.waiting_places, trip=_one(Trip), client=_one(Client))


def _map_deals() -> None:
    _lay(Traveller, tables.travellers, **passports.columns())
    _lay(
        Payment,
        tables.payments,
        amount=_money(tables.payments.c.minor, tables.payments.c.currency),
        recorded_by=_one(StaffMember),
    )
    _lay(
        Document,
        tables.documents,
        # Also written by Deal.documents, to the same value: the trade keeps both ends itself.
        deal=_one(Deal, overlaps="documents"),
        traveller=_one(Traveller),
        checked_by=_one(StaffMember),
    )
    _lay(
        Deal,
        tables.deals,
        branch=tables.deals.c.branch_id,
        _currency=tables.deals.c.currency,
        price=composite(Money, "price_minor", "_currency"),
        deposit=composite(Money, "deposit_minor", "_currency"),
        client=_one(Client),
        trip=_one(Trip),
        responsible=_one(StaffMember),
        travellers=_several(Traveller, tables.travellers),
        payments=_several(Payment, tables.payments),
        documents=_several(Document, tables.documents, overlaps="deal"),
    )


def _map_what_was_said() -> None:
    _lay(
        Interaction,
        tables.interactions,
        client=_one(Client),
        staff=_one(StaffMember),
        inquiry=_one(Inquiry),
        deal=_one(Deal),
    )
    _lay(Backup, tables.backups)
    _lay(HistoryEntry, tables.history, leave_out=("place", "seal"), branch=tables.history.c.branch_id)
    _lay(Notice, tables.notices, leave_out=("deal_id",), person=_one(Person))


def _lay(kind: type, table: Table, leave_out: tuple[str, ...] = (), **properties: Any) -> None:
    _registry.map_imperatively(kind, table, properties=properties, exclude_properties=leave_out)


def _one(kind: type, **more: Any) -> Any:
    return relationship(kind, lazy="raise_on_sql", **more)


def _several(kind: type, table: Table, **more: Any) -> Any:
    return relationship(kind, lazy="raise", order_by=table.c.id, **more)


def _money(minor: Any, currency: Any) -> Any:
    return composite(Money, minor, currency, return_none_on=_all_none)


def _all_none(*values: Any) -> bool:
    return all(value is None for value in values)


def _let_the_database_number(_mapper: Mapper[Any], _connection: Any, thing: Any) -> None:
    """In the trade a thing without a number yet has 0; as a key that would be taken for a number."""
    if thing.id == 0:
        thing.id = None
