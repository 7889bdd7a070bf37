"""Lays the plain classes of the trade onto the tables. Nothing of the database is put into the classes themselves."""

from domain.entities.backups import Backup
from domain.entities.branches import Branch
from domain.entities.clients import Client, Interaction
from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.history import HistoryEntry
from domain.entities.inquiries import Inquiry
from domain.entities.notices import Notice
from domain.entities.payments import Payment
from domain.entities.people import Invitation, Person, StaffMember
from domain.entities.travellers import Traveller
from domain.entities.trips import Point, Trip, WaitingPlace
from domain.values.money import Money
from storage import tables
from storage.layout import Layout, One, Part, Sealed, Several

_PRICE = Part(Money, ("price_minor", "currency"))
_DEPOSIT = Part(Money, ("deposit_minor", "currency"))

_LAYOUTS = (
    Layout(Branch, tables.branches),
    Layout(Person, tables.persons),
    Layout(StaffMember, tables.staff_members, branch="branch_id", person=One(Person)),
    Layout(
        Invitation,
        tables.invitations,
        branch="branch_id",
        created_by=One(StaffMember),
        used_by=One(Person),
    ),
    Layout(Client, tables.clients, person=One(Person)),
    Layout(
        Trip,
        tables.trips,
        branch="branch_id",
        price=_PRICE,
        deposit=_DEPOSIT,
        point=Part(Point, ("latitude", "longitude")),
    ),
    Layout(WaitingPlace, tables.waiting_places, trip=One(Trip), client=One(Client)),
    Layout(
        Deal,
        tables.deals,
        branch="branch_id",
        price=_PRICE,
        deposit=_DEPOSIT,
        client=One(Client),
        trip=One(Trip),
        responsible=One(StaffMember),
        travellers=Several(Traveller, "deal_id"),
        payments=Several(Payment, "deal_id"),
        documents=Several(Document, "deal_id"),
    ),
    Layout(Traveller, tables.travellers, ("deal_id", "passport_hash"), _passport=Sealed("passport")),
    Layout(
        Payment,
        tables.payments,
        ("deal_id",),
        amount=Part(Money, ("minor", "currency")),
        recorded_by=One(StaffMember),
    ),
    Layout(Document, tables.documents, deal=One(Deal), traveller=One(Traveller), checked_by=One(StaffMember)),
    Layout(
        Inquiry,
        tables.inquiries,
        branch="branch_id",
        when="wanted_when",
        budget=Part(Money, ("budget_minor", "budget_currency")),
        client=One(Client),
        trip=One(Trip),
        taken_by=One(StaffMember),
        deal=One(Deal),
    ),
    Layout(
        Interaction,
        tables.interactions,
        client=One(Client),
        staff=One(StaffMember),
        inquiry=One(Inquiry),
        deal=One(Deal),
    ),
    Layout(HistoryEntry, tables.history, ("mark", "place", "seal"), branch="branch_id"),
    Layout(Notice, tables.notices, ("deal_id",), person=One(Person)),
    Layout(Backup, tables.backups),
)

LAYOUTS = {layout.kind: layout for layout in _LAYOUTS}
"""In this order rows are changed, so that two who change the same ones do not wait for each other for ever."""
PLACES = {kind: place for place, kind in enumerate(LAYOUTS)}
