"""The town: a small agency with two trips, its staff and its clients, speaking four languages."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from sqlalchemy import func, select

from domain.entities.documents import DocumentState
from domain.entities.payments import PaymentMethod
from domain.entities.people import Role
from domain.entities.pipeline import Pipeline
from domain.ports.desk import Actor
from domain.usecases.ideas.ideas import say_idea
from domain.usecases.ideas.votes import open_vote
from domain.usecases.payments.payments import record_payment
from domain.values.money import Money
from storage import SqlUnit
from storage.mapping import deals, history, inbox, notices, payments, persons, trips
from storage.mapping.ideas import ballots, ideas
from tests.deals import a_deal, a_trip
from tests.fuzz.acts import Beginning
from tests.fuzz.model import Dossier, Entry, Model
from tests.people import Person
from tests.stories.asking import a_join_link
from tests.things import OHRID
from tests.world import World

SOON = replace(
    OHRID,
    name="Melnik",
    departs=datetime(2027, 3, 20, 6, 30),
    returns=date(2027, 3, 21),
    seats=6,
    documents_due=date(2027, 3, 18),
    deposit_due=date(2027, 3, 10),
    balance_due=date(2027, 3, 15),
)
"""Few seats, and leaving within the weeks that a history spans."""
GROUP = -1_001_000_000_077
IDEAS = ("a boat", "a lunch", "a guide")
STEPS = ("deposit", "new", "payment", "documents.data")
"""Where the four clients' deals stand: enough has happened already for anything to happen next."""


@dataclass(frozen=True)
class Dealt:
    """A deal that stands somewhere on its way when a history begins; `paid` in minor units."""

    step: str
    seats: int = 1
    papers: DocumentState | None = None
    paid: int = 0
    soon: bool = False


EVE = datetime(2027, 3, 19, 4, 0, tzinfo=UTC)
"""Half an hour before everybody on the trip to Melnik hears where to be."""

IN_SEASON = (
    Dealt("inquiry", seats=2),
    Dealt("documents.sent", papers=DocumentState.SENT),
    Dealt("documents.received", seats=2, papers=DocumentState.ACCEPTED),
    Dealt("payment", papers=DocumentState.ACCEPTED, paid=100_00),
    Dealt("voucher", papers=DocumentState.ACCEPTED, paid=300_00),
    Dealt("deposit", papers=DocumentState.ACCEPTED, soon=True),
    Dealt("voucher", papers=DocumentState.ACCEPTED, paid=300_00, soon=True),
)
"""Beside the four, one seat each or more: on the way to Melnik one seat is still free."""


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
    before: Counter[str] = field(default_factory=Counter)
    """What the model was told of before anybody did anything."""
    acts: int = 0
    voted: dict[int, str | None] = field(default_factory=dict)
    """The idea somebody chose in the vote since the papers were looked at last; None: they took it back."""
    dying: bool = False
    """The bot is being killed just now."""

    async def agrees(self) -> None:
        """Nothing went wrong unseen, and the papers say what the model says."""
        await self.world.database.read(self._no_failures)
        await self.world.database.read(self._same_papers)
        await self.world.database.read(self._one_ballot_each)

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

    def _one_ballot_each(self, unit: SqlUnit) -> None:
        """Of the staff, and of nobody else; and it says what they chose last, as long as the vote is open."""
        rows = unit.session.execute(_BALLOTS).all()
        asked = sorted(hand.person.id for hand in self.hands if hand.staff)
        assert sorted(row.telegram_id for row in rows) == asked
        if unit.repositories.votes.get(1).is_open:
            chosen = {row.telegram_id: row.text for row in rows}
            assert {who: chosen[who] for who in self.voted if who in chosen} == {
                who: words for who, words in self.voted.items() if who in chosen
            }
        self.voted.clear()

    def _entries(self, unit: SqlUnit) -> list[Entry]:
        fresh = select(*history.c["id", "subject", "subject_id", "what", "facts"])
        rows = unit.session.execute(fresh.where(history.c.id > self.model.seen).order_by(history.c.id))
        return [Entry(*row) for row in rows]


_PAID = (
    select(payments.c.deal_id, func.sum(payments.c.minor))
    .where(payments.c.cancelled_at.is_(None))
    .group_by(payments.c.deal_id)
)


_BALLOTS = (
    select(persons.c.telegram_id, ideas.c.text)
    .select_from(
        ballots.join(persons, persons.c.id == ballots.c.person_id).outerjoin(
            ideas, ideas.c.id == ballots.c.choice_id
        )
    )
    .where(ballots.c.vote_id == 1)
)


async def a_town(world: World, beginning: Beginning) -> Town:
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
    for place, dealt in enumerate(IN_SEASON if beginning != "morning" else ()):
        await _deal(world, model, dealt, clients[place % 4], journeys[0 if dealt.soon else 1], staff[1])
    hands = [Hand(person, staff=person in staff) for person in (*staff, *clients)]
    await _a_vote(world, staff, clients)
    town = Town(world, hands, model, links)
    await (world.turn(EVE) if beginning == "eve" else world.settle())
    await town.agrees()
    town.before, model.sold_out = model.told.copy(), False
    return town


async def _a_vote(world: World, staff: list[Person], clients: list[Person]) -> None:
    """Among the staff, in a group where clients are too; each of them reads three ideas."""

    def opened(unit: SqlUnit) -> None:
        desk = world.desk(unit)
        olga = unit.repositories.people.by_telegram_id(staff[0].id)
        assert olga is not None
        desk.actor = Actor(olga, unit.repositories.staff.of(olga))
        open_vote(desk, [say_idea(desk, words).id for words in IDEAS])

    everybody = [one.id for one in (*staff, *clients)]
    await world.post("/sim/groups", {"id": GROUP, "title": "Town", "members": everybody})
    await world.database.run(opened)
    await staff[0].within(GROUP).says("/vote")
    assert world.sandbox.world.polls


async def _deal(
    world: World, model: Model, dealt: Dealt, client: Person, trip: int, responsible: Person
) -> None:
    names = [f"{client.name} {seat}" for seat in range(dealt.seats)] if dealt.papers else []
    number = await a_deal(
        world,
        client=client,
        trip=trip,
        seats=dealt.seats,
        step=dealt.step,
        responsible=responsible,
        travellers=names,
        passports=dealt.papers,
    )
    model.deals[number] = Dossier(trip, dealt.seats, OHRID.price.minor * dealt.seats, dealt.step)

    def pay(unit: SqlUnit) -> None:
        desk = world.desk(unit)
        record_payment(desk, number, Money(dealt.paid, "EUR"), PaymentMethod.BANK, desk.today)

    if dealt.paid:
        await world.database.run(pay)
