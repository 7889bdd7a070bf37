"""A trip's plan, money, travellers with their photos: things of the trade for tests, without a database."""

from datetime import date, datetime

from domain.entities.deals import Deal
from domain.entities.documents import DOCUMENT_FILE, Document, DocumentKind, DocumentState
from domain.entities.files import SentFile, StoredFile
from domain.entities.travellers import Relation, Traveller
from domain.entities.trip_plans import Transport, TripPlan
from domain.values.money import Money

OHRID = TripPlan(
    name="Ohrid",
    transport=Transport.COACH,
    departs=datetime(2027, 10, 29, 6, 30),
    zone="Europe/Sofia",
    place="Sofia, NDK car park",
    returns=date(2027, 11, 1),
    seats=45,
    price=Money(300_00, "EUR"),
    deposit=Money(100_00, "EUR"),
    documents_due=date(2027, 9, 1),
    deposit_due=date(2027, 8, 1),
    balance_due=date(2027, 10, 1),
)
"""Four days by coach in autumn: 300 euro a seat, 100 of them beforehand."""


def eur(amount: float) -> Money:
    return Money(round(amount * 100), "EUR")


def enter(deal: Deal, name: str, passport: DocumentState | None, now: datetime) -> None:
    """A traveller with all data, and a passport photo in this state."""
    traveller = Traveller(Relation.OTHER, name, date(1985, 5, 17), "AB1234567", date(2031, 5, 17))
    deal.travellers.append(traveller)
    if passport is not None:
        send_photo(deal, traveller, passport, now)


def send_photo(deal: Deal, traveller: Traveller, state: DocumentState, now: datetime) -> None:
    """The traveller's passport photo, in this state."""
    deal.documents.append(
        Document(
            deal=deal,
            kind=DocumentKind.PASSPORT,
            file=a_file(now, f"photo of {traveller.name}"),
            traveller=traveller,
            state=state,
        )
    )


def a_file(now: datetime, key: str = "file", content_hash: str | None = None) -> StoredFile:
    """A photo of a passport, known by this in the chat; in our own store already if it has a hash."""
    file = SentFile(key, key, "passport.jpg", "image/jpeg", 200_000, is_photo=True).wanted(DOCUMENT_FILE, now)
    file.content_hash = content_hash
    return file
