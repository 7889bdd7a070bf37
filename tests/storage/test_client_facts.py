"""What is known of a client, in the database: it comes back, what is private is sealed, and a client is found by it."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError

from domain.entities.client_facts import Board, ReachedBy, SeaLine
from domain.entities.clients import Client
from domain.entities.people import Person
from domain.values.language import Language
from storage import Database, SqlUnit
from storage.mapping import clients
from tests.storage.things import NOON, client, keep, member, person


def known(name: str = "Anna Petrova") -> Client:
    anna = client(name, "+359888123456", person(name))
    anna.latin_name, anna.born_on, anna.email = "PETROVA ANNA", date(1985, 5, 17), "anna@example.com"
    anna.address, anna.needs = "Sofia, Oak street 5", "no nuts"
    anna.prefers, anna.stars, anna.nights = ReachedBy.EMAIL, 3, 10
    anna.board, anna.sea_line, anna.habit = Board.HALF, SeaLine.SECOND, "every July"
    anna.username, anna.language = "anna_p", Language.RUSSIAN
    anna.source, anna.referred_by, anna.tags = "friend", 7, ("vip", "семья")
    anna.branch, anna.ask_next, anna.told = 4, "sea_line", ("email", "born_on")
    return anna


async def test_everything_comes_back(database: Database) -> None:
    anna, maria = known(), member("Maria")
    anna.responsible = maria
    await keep(database, anna)
    again = await database.read(lambda unit: unit.repositories.clients.get(anna.id))

    for name in ("latin_name", "born_on", "email", "address", "needs", "prefers", "stars", "nights", "board"):
        assert getattr(again, name) == getattr(anna, name), name
    for name in (
        "sea_line",
        "habit",
        "source",
        "referred_by",
        "tags",
        "branch",
        "ask_next",
        "told",
        "username",
        "language",
    ):
        assert getattr(again, name) == getattr(anna, name), name
    assert again.address == "Sofia, Oak street 5"


async def test_nothing_known_is_nothing_kept(database: Database) -> None:
    ivan = client("Ivan")
    await keep(database, ivan)
    again = await database.read(lambda unit: unit.repositories.clients.get(ivan.id))
    assert (again.tags, again.told, again.stars, again.needs) == ((), (), None, None)
    row = select(clients.c.tags.is_(None), clients.c.told.is_(None)).where(clients.c.id == ivan.id)
    assert tuple(await database.read(lambda unit: unit.session.execute(row).one())) == (True, True)


async def test_who_knows_the_telegram_account_knows_the_facts(database: Database) -> None:
    anna = known()
    await keep(database, anna)
    assert anna.person is not None
    account = anna.person.telegram_id
    roles = await database.read(lambda unit: unit.repositories.people.with_roles(account))
    assert roles is not None
    file = roles[2]
    assert file is not None
    assert (file.needs, file.address, file.tags) == ("no nuts", "Sofia, Oak street 5", ("vip", "семья"))


async def test_address_and_needs_are_sealed(database: Database) -> None:
    anna = known()
    await keep(database, anna)
    row = select(clients.c.address, clients.c.needs).where(clients.c.id == anna.id)
    kept = await database.read(lambda unit: [one.kept for one in unit.session.execute(row).one()])
    assert [text.startswith("sealed:") for text in kept] == [True, True]


async def test_who_is_responsible_is_loaded_when_it_is_asked_for(database: Database) -> None:
    anna, maria = known(), member("Maria")
    anna.responsible = maria
    await keep(database, anna, client("Ivan"))
    again = await database.read(lambda unit: unit.repositories.clients.get(anna.id))
    with pytest.raises(InvalidRequestError):
        _ = again.responsible
    found = await database.read(
        lambda unit: unit.repositories.clients.responsible_of(unit.repositories.clients.get(anna.id))
    )
    assert found is not None
    assert (found.id, found.person.name) == (maria.id, "Maria")
    theirs = await database.read(
        lambda unit: unit.repositories.clients.looked_after_by(unit.repositories.staff.get(maria.id))
    )
    assert [one.id for one in theirs] == [anna.id]


@pytest.mark.parametrize("typed", ["anna@ex", "#vip", "#Сем", "#sem", "petrova an", "ANNA@EXAMPLE.COM"])
async def test_found_by_address_tag_and_latin_name(database: Database, typed: str) -> None:
    anna, ivan = known("Анна"), client("Ivan")
    await keep(database, anna, ivan)
    found = await database.read(lambda unit: unit.repositories.clients.search(typed))
    assert [one.id for one in found] == [anna.id]


async def test_a_tag_is_not_a_name(database: Database) -> None:
    anna = known()
    await keep(database, anna)
    assert not await database.read(lambda unit: unit.repositories.clients.search("vip"))


async def test_found_by_the_whole_address(database: Database) -> None:
    anna = known()
    await keep(database, anna)
    found = await database.read(lambda unit: unit.repositories.clients.with_email("anna@example.com"))
    assert [one.id for one in found] == [anna.id]
    assert not await database.read(lambda unit: unit.repositories.clients.with_email("anna@example.co"))


async def test_found_by_the_name_on_telegram(database: Database) -> None:
    """Letter by letter, whether Telegram or a colleague told it, typed with "@" or not."""
    told, here = known(), known()
    told.username = "wanja_nn"
    here.person = Person(77, "Vania", "Vania_NN", Language.ENGLISH, NOON)
    await keep(database, told)
    await keep(database, here)

    def found(unit: SqlUnit) -> list[list[int]]:
        clients = unit.repositories.clients
        exactly = [clients.with_username(name) for name in ("wanja_nn", "vania_nn", "vania_n")]
        return [[one.id for one in some] for some in (*exactly, clients.search("@VANIA_n"))]

    assert await database.read(found) == [[told.id], [here.id], [], [here.id]]
