"""The people and things the storage tests are about."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import Document, DocumentKind
from domain.entities.history import HistoryEntry
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.interactions import Interaction
from domain.entities.notices import Notice
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Invitation, Person, Role, StaffMember
from domain.entities.travellers import Relation, Traveller
from domain.entities.trip_plans import Transport, TripPlan
from domain.entities.trips import Trip
from domain.notices.trips import DEPARTURE
from domain.values.language import Language
from domain.values.money import Money
from storage import Database, SqlUnit
from tests.things import a_file

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PRICE, DEPOSIT = Money(50_000, "EUR"), Money(10_000, "EUR")

_numbers = count(100)


def person(name: str = "Ana", **more: Any) -> Person:
    return Person(next(_numbers), name, None, Language.BULGARIAN, NOON, **more)


def member(name: str = "Maria", role: Role = Role.MANAGER, joined_at: datetime = NOON) -> StaffMember:
    return StaffMember(person(name), name, role, joined_at)


def client(name: str = "Ivan Petrov", phone: str | None = None, who: Person | None = None) -> Client:
    return Client(name, phone, NOON, who)


def trip(name: str = "Ohrid", departs: datetime = datetime(2027, 10, 29, 6, 30), **more: Any) -> Trip:
    day = departs.date()
    plan: dict[str, Any] = {
        "name": name,
        "transport": Transport.COACH,
        "departs": departs,
        "zone": "Europe/Sofia",
        "place": "Central station",
        "returns": day + 3 * DAY,
        "seats": 40,
        "price": PRICE,
        "deposit": DEPOSIT,
        "documents_due": day,
        "deposit_due": day,
        "balance_due": day,
    }
    return Trip.planned(TripPlan(**plan | more), min(NOON, datetime.combine(day, NOON.timetz()) - DAY))


def deal(of: Client, trip: Trip | None = None, seats: int = 1, **more: Any) -> Deal:
    return Deal(of, "Ohrid", seats, PRICE * seats, DEPOSIT * seats, NOON, trip=trip, **more)


def traveller(name: str = "Ivan Petrov") -> Traveller:
    return Traveller(Relation.SELF, name)


def payment(minor: int = 10_000, by: StaffMember | None = None) -> Payment:
    return Payment(Money(minor, "EUR"), PaymentMethod.CASH, NOON.date(), by, NOON)


def document(of: Deal, whose: Traveller | None = None, sent_at: datetime = NOON) -> Document:
    return Document(of, DocumentKind.PASSPORT, a_file(sent_at), whose)


def inquiry(of: Client, received_at: datetime = NOON, **more: Any) -> Inquiry:
    return Inquiry(of, Channel.CHAT, InquiryKind.INDIVIDUAL, "Ohrid", "in May", 2, received_at, **more)


def notice(to: Person, key: str, due_at: datetime = NOON, **more: Any) -> Notice:
    return Notice(key, DEPARTURE, to, due_at, NOON, **more)


async def keep(database: Database, *things: Any) -> None:
    """Added each to its records, in one transaction."""

    def work(unit: SqlUnit) -> None:
        records = unit.repositories
        shelves: dict[type, Any] = {
            Person: records.people,
            StaffMember: records.staff,
            Client: records.clients,
            Trip: records.trips,
            Deal: records.deals,
            Inquiry: records.inquiries,
            Document: records.documents,
            Interaction: records.interactions,
            HistoryEntry: records.history,
            Invitation: records.invitations,
            Notice: records.notices,
        }
        for thing in things:
            shelves[type(thing)].add(thing)

    await database.run(work)
