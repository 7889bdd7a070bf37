"""Persons, staff, invitations."""

import pytest

from domain.entities.people import Invitation, Right, Role
from domain.values.refusals import NotFound
from storage import Database
from tests.storage.things import DAY, HOUR, NOON, keep, member, person


async def test_numbers_are_given_by_the_database(database: Database) -> None:
    ana, boris = person("Ana"), person("Boris")
    await keep(database, ana, boris)
    assert 0 < ana.id < boris.id


async def test_persons_are_known_by_telegram(database: Database) -> None:
    ana = person("Ana")
    await keep(database, ana)
    again = await database.read(lambda unit: unit.repositories.people.by_telegram_id(ana.telegram_id))
    assert again is not None
    assert (again.id, again.name, again.language) == (ana.id, "Ana", ana.language)
    assert await database.read(lambda unit: unit.repositories.people.by_telegram_id(1)) is None


async def test_a_number_that_leads_nowhere(database: Database) -> None:
    with pytest.raises(NotFound, match="no_such_person"):
        await database.read(lambda unit: unit.repositories.people.get(77))
    with pytest.raises(NotFound, match="no_such_staff_member"):
        await database.read(lambda unit: unit.repositories.staff.get(77))


async def test_staff_in_order_of_joining(database: Database) -> None:
    late, early = member("Late", joined_at=NOON + DAY), member("Early", Role.GUIDE)
    gone = member("Gone")
    gone.left_at = NOON
    await keep(database, late, early, gone)
    active = await database.read(lambda unit: unit.repositories.staff.active())
    assert [(who.name, who.person.name) for who in active] == [("Early", "Early"), ("Late", "Late")]
    sellers = await database.read(lambda unit: unit.repositories.staff.who_may(Right.OPEN_DEALS))
    assert [who.name for who in sellers] == ["Late"]


async def test_membership_past_or_active(database: Database) -> None:
    gone, stranger = member("Gone"), person("Stranger")
    gone.left_at = NOON
    await keep(database, gone, stranger)
    found = await database.read(lambda unit: unit.repositories.staff.of(gone.person))
    assert found is not None
    assert found.name == "Gone"
    assert await database.read(lambda unit: unit.repositories.staff.of(stranger)) is None


async def test_invitations_by_hash(database: Database) -> None:
    owner = member("Olga", Role.OWNER)
    letter = Invitation("abc", Role.GUIDE, NOON, NOON + HOUR, created_by=owner)
    await keep(database, owner, letter)
    found = await database.run(lambda unit: unit.repositories.invitations.by_hash("abc"))
    assert found is not None
    assert found.created_by is not None
    assert (found.role, found.created_by.person.name, found.used_by) == (Role.GUIDE, "Olga", None)
    assert await database.run(lambda unit: unit.repositories.invitations.by_hash("abd")) is None


async def test_whether_there_is_an_owner(database: Database) -> None:
    owner, guide = member("Olga", Role.OWNER), member("Gergana", Role.GUIDE)
    owner.left_at = NOON
    await keep(database, owner, guide)
    assert not await database.read(lambda unit: unit.repositories.invitations.has_owner())
    await keep(database, member("Oleg", Role.OWNER))
    assert await database.read(lambda unit: unit.repositories.invitations.has_owner())
