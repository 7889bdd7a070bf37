"""A desk with one deal on it and no database: what the trade does to it, and what it wrote down."""

from datetime import UTC, datetime

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.history import HistoryEntry
from domain.entities.notices import Notice
from domain.entities.payments import Payment
from domain.entities.people import Person, Role, StaffMember
from domain.ports.agency import Agency
from domain.ports.desk import Actor, Desk
from domain.ports.repositories import Repositories
from domain.values.language import Language
from domain.values.money import Money
from tests.memory import memory
from tests.memory.shelf import Things

NOW = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
AGENCY = Agency(b"a secret of the tests only")
ANNA = Person(1, "Anna", None, Language.ENGLISH, NOW, id=1)


class OneDeal:
    """An agency that has a single deal, with its history and its notices."""

    def __init__(self, deal: Deal) -> None:
        self.things = Things()
        self.memory = memory(self.things)
        self.deal = deal

    @property
    def deal(self) -> Deal:
        return self.memory.deals.get(1)

    @deal.setter
    def deal(self, deal: Deal) -> None:
        """Instead of the one before, with payments of its own."""
        self.things.of(Deal).clear()
        self.things.of(Payment).clear()
        self.memory.deals.add(deal)
        self.memory.flush()

    @property
    def written(self) -> list[HistoryEntry]:
        return self.things.of(HistoryEntry)

    @property
    def told(self) -> list[Notice]:
        return self.things.of(Notice)

    def desk(self, role: Role | None = Role.MANAGER) -> Desk:
        """Somebody in this role works there; without one it is a client."""
        person = Person(2, "Boris", None, Language.ENGLISH, NOW, id=2)
        staff = StaffMember(person, "Boris", role, NOW, id=1) if role else None
        return Desk(Actor(person, staff), NOW, self.memory, AGENCY, lambda: "token")


def agency_desk(records: Repositories) -> Desk:
    """The agency's own desk, whatever keeps its papers."""
    return Desk(Actor(), NOW, records, AGENCY, lambda: "token")


def a_deal(price: int = 600_00, deposit: int = 200_00, step: str = "new", seats: int = 2) -> Deal:
    """A tailor-made one of Anna's, who can be reached."""
    client = Client("Anna", "+359888123456", NOW, ANNA, id=1)
    return Deal(
        client,
        "Honeymoon in Vienna",
        seats,
        Money(price, "EUR"),
        Money(deposit, "EUR"),
        NOW,
        step_key=step,
        step_since=NOW,
        id=1,
    )
