"""A desk with one deal on it and no database: what the trade does to it, and what it wrote down."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import cast
from zoneinfo import ZoneInfo

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.history import HistoryEntry
from domain.entities.notices import Notice
from domain.entities.people import Person, Role, StaffMember
from domain.entities.pipeline import Pipeline
from domain.ports.desk import Actor, Agency, Desk
from domain.ports.repositories import Repositories
from domain.values.language import Language
from domain.values.money import Money
from storage import Database, SqlUnit

NOW = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
AGENCY = Agency("Tourdesk", "EUR", ZoneInfo("Europe/Sofia"), b"a secret of the tests only", Pipeline.read())
ANNA = Person(1, "Anna", None, Language.ENGLISH, NOW, id=1)


class OneDeal:
    """The papers of an agency that has a single deal. Keeps the history and the notices as lists."""

    def __init__(self, deal: Deal) -> None:
        self.deal = deal
        self.written: list[HistoryEntry] = []
        self.told: list[Notice] = []
        self.colleagues: dict[int, StaffMember] = {}
        self.deals = SimpleNamespace(get=self._the_deal, locked=self._the_deal)
        self.history = SimpleNamespace(add=self.written.append)
        self.notices = SimpleNamespace(add=self.told.append)
        self.staff = SimpleNamespace(get=self.colleagues.__getitem__)

    def flush(self) -> None:
        for number, payment in enumerate(self.deal.payments, start=1):
            payment.id = number

    def desk(self, role: Role | None = Role.MANAGER) -> Desk:
        """Somebody in this role works there; without one it is a client."""
        person = Person(2, "Boris", None, Language.ENGLISH, NOW, id=2)
        staff = StaffMember(person, "Boris", role, NOW, id=1) if role else None
        return Desk(Actor(person, staff), NOW, cast(Repositories, self), AGENCY, lambda: "token")

    def _the_deal(self, number: int) -> Deal:
        assert number == self.deal.id
        return self.deal


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


async def kept(database: Database) -> int:
    """The same deal in a database; its number."""

    def work(unit: SqlUnit) -> int:
        deal = a_deal()
        deal.id = deal.client.id = 0
        deal.client.person = None
        unit.repositories.clients.add(deal.client)
        unit.repositories.deals.add(deal)
        unit.repositories.flush()
        return deal.id

    return await database.run(work)
