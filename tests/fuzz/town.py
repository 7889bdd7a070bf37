"""The town: a small agency with two trips, its staff and its clients, speaking four languages."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import func, select

from domain.people import Role
from domain.pipeline import Pipeline
from storage import SqlUnit
from storage.tables import deals, history, inbox, notices, payments, trips
from tests.deals import OHRID, a_deal, a_trip
from tests.fuzz.model import Dossier, Entry, Model
from tests.people import Person
from tests.stories.asking import a_join_link
from tests.world import World

SOON = replace(
    OHRID,
    name="Melnik",
    departs=datetime(2027, 3, 20, 6, 30),
    returns=date(2027, 3, 21),
    seats=5,
    documents_due=date(2027, 3, 18),
    deposit_due=date(2027, 3, 10),
    balance_due=date(2027, 3, 15),
)
"""Few seats, and leaving within the weeks that a history spans."""
STEPS = ("deposit", "new", "payment", "documents.data")
"""Where the four clients' deals stand: enough has happened already for anything to happen next."""


@dataclass
class Hand:
    """Somebody who acts. `pressed` are all the buttons they were ever shown, old ones too."""

    person: Person
    staff: bool
    blocked: bool = False
    pressed: dict[str, int] = field(default_factory=dict)


@dataclass
class Town:
    """The world, who lives in it, and what the model knows of it."""

    world: World
    hands: list[Hand]
    model: Model
    links: list[str]
    acts: int = 0

    async def agrees(self) -> None:
        """Nothing went wrong unseen, and the papers say what the model says."""
        await self.world.database.read(self._no_failures)
        await self.world.database.read(self._same_papers)

    def _no_failures(self, unit: SqlUnit) -> None:
        tries = unit.session.execute(select(inbox.c.update_id, inbox.c.error).where(inbox.c.attempts > 0))
        assert not (failed := tries.all()), f"updates that raised: {failed}"
        lost = select(notices.c.kind, notices.c.error).where(notices.c.state == "failed")
        assert not (failed := unit.session.execute(lost).all()), f"notices that could not be said: {failed}"

    def _same_papers(self, unit: SqlUnit) -> None:
        """Reads the tables themselves: what the mapped objects hold in memory is not the proof."""
        rows = unit.session.execute(
            select(deals.c.id, deals.c.trip_id, deals.c.seats, deals.c.price_minor, deals.c.step_key)
        ).all()
        self.model.replay(self._entries(unit), {row.id: row.trip_id for row in rows})
        paid = {row[0]: row[1] for row in unit.session.execute(_PAID)}
        kept = {row.id: (row.seats, row.price_minor, row.step_key, paid.get(row.id, 0)) for row in rows}
        told = {
            number: (deal.seats, deal.price, deal.step, deal.paid)
            for number, deal in self.model.deals.items()
        }
        assert kept == told
        held = {row.id: row.seats for row in unit.session.execute(select(trips.c.id, trips.c.seats))}
        assert held == self.model.seats

    def _entries(self, unit: SqlUnit) -> list[Entry]:
        fresh = select(*history.c["id", "subject", "subject_id", "what", "facts"])
        rows = unit.session.execute(fresh.where(history.c.id > self.model.seen).order_by(history.c.id))
        return [Entry(*row) for row in rows]


_PAID = (
    select(payments.c.deal_id, func.sum(payments.c.minor))
    .where(payments.c.cancelled_at.is_(None))
    .group_by(payments.c.deal_id)
)


async def a_town(world: World) -> Town:
    """Olga owns it, Boris and Kalina sell, and four people want to travel."""
    staff = [
        await world.colleague("Olga", Role.OWNER, phone="+359888000005"),
        await world.colleague("Борис", Role.MANAGER, "bg", phone="+359888000006"),
        await world.colleague("Kalina", Role.OPERATOR, "zh", phone="+359888000007"),
    ]
    clients = [
        await world.person("Анна", "ru", phone="+359888000001"),
        await world.person("Mei 美", "zh", phone="+359888000002"),
        await world.person("Pavel", "en", phone="+359888000003"),
        await world.person("Десислава", "bg", phone="+359888000004"),
    ]
    journeys = [await a_trip(world, SOON), await a_trip(world)]
    links = [await a_join_link(world, trip) for trip in journeys]
    for client in clients:
        await client.says("/start")
    model = Model(Pipeline.read().first.key, {journeys[0]: SOON.seats, journeys[1]: OHRID.seats})
    for client, trip, seats, step in zip(
        clients, (*journeys, journeys[0], None), (2, 3, 1, 2), STEPS, strict=True
    ):
        number = await a_deal(world, client=client, trip=trip, seats=seats, step=step, responsible=staff[1])
        price = (SOON if trip == journeys[0] else OHRID).price * seats
        model.deals[number] = Dossier(trip, seats, price.minor, step)
    hands = [Hand(person, staff=person in staff) for person in (*staff, *clients)]
    return Town(world, hands, model, links)
