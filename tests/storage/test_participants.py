"""The participant list: a line for every seat, and the money of every deal."""

from domain.entities.stages import LOST
from domain.values.money import Money
from storage import Database
from tests.storage.things import NOON, client, deal, keep, payment, traveller, trip


async def test_a_line_for_every_seat(database: Database) -> None:
    ohrid = trip()
    family = deal(client("Ivan", "+359888"), ohrid, seats=3, step_key="documents.sent", confirmed_at=NOON)
    family.travellers += [traveller("Ivan"), traveller("Gone"), traveller("Ana")]
    family.travellers[1].cancelled_at = NOON
    single = deal(client("Boris"), ohrid, step_key="deposit")
    lost = deal(client("Lost"), ohrid, step_key=LOST)
    lost.travellers.append(traveller("Nobody"))
    await keep(database, family, single, lost, deal(client("Elsewhere"), trip("Other")))
    before = database.statements
    people = await database.read(lambda unit: unit.repositories.deals.participants(ohrid))
    assert database.statements - before == 3
    assert [(seat.client, seat.traveller, seat.step) for seat in people.participants] == [
        ("Ivan", "Ivan", "documents.sent"),
        ("Ivan", "Ana", "documents.sent"),
        ("Ivan", None, "documents.sent"),
        ("Boris", None, "deposit"),
    ]
    assert [(seat.phone, seat.confirmed) for seat in people.participants[2:]] == [
        ("+359888", True),
        (None, False),
    ]
    assert (people.trip, people.departs, people.seats) == ("Ohrid 29.10.2027", ohrid.departs.date(), 40)


async def test_what_they_paid(database: Database) -> None:
    ohrid = trip()
    family, single = deal(client("Ivan"), ohrid, seats=2), deal(client("Boris"), ohrid)
    family.payments += [payment(300), payment(40), payment(9_999)]
    family.payments[2].cancelled_at = NOON
    await keep(database, family, single)
    people = await database.read(lambda unit: unit.repositories.deals.participants(ohrid))
    assert [(row.client, row.seats, row.paid) for row in people.deals] == [
        ("Ivan", 2, Money(340, "EUR")),
        ("Boris", 1, Money(0, "EUR")),
    ]
    assert (people.owed, people.to_return) == (Money(150_000 - 340, "EUR"), Money(0, "EUR"))


async def test_only_one_stage(database: Database) -> None:
    ohrid = trip()
    await keep(
        database, *(deal(client(step), ohrid, step_key=step) for step in ("documents.sent", "deposit", LOST))
    )
    for stage, names in {"documents": ["documents.sent"], "deposit": ["deposit"], "new": []}.items():
        people = await database.read(lambda unit: unit.repositories.deals.participants(ohrid, stage))  # noqa: B023
        assert ([seat.client for seat in people.participants], people.stage) == (names, stage)
