"""The database fails: at any statement, after the commit, for want of space, held or cut by somebody else."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.events import Event
from bot.conversation.exchange import Exchange
from storage import Database, SqlUnit
from storage.engine import engines
from tests.bot.long_story import lives_a_day
from tests.databases import KEYS, KINDS, Databases
from tests.faults.conftest import Score, many
from tests.faults.sabotage import Saboteur
from tests.people import Person
from tests.storage.things import client, keep
from tests.stories.test_bad_input import to_the_review
from tests.world import World

T = TypeVar("T")


@pytest.fixture(params=KINDS)
def databases(request: pytest.FixtureRequest) -> Databases:
    """Both: here it is the database that fails."""
    source: Databases = request.getfixturevalue(f"{request.param}_databases")
    return source


@pytest.fixture
async def anna(world: World) -> Person:
    anna = await world.person("Anna")
    await anna.says("/start")
    return anna


async def asks_for_lisbon(person: Person) -> None:
    """Up to the last button."""
    await person.says("/tour")
    for answer in ("Lisbon", "in summer", "2"):
        await person.says(answer)
    await to_the_review(person)
    person.sees("✅ Send")


async def inquiries(world: World) -> int:
    return await world.database.read(lambda unit: unit.repositories.inquiries.count_open())


async def waiting(world: World) -> int:
    return await world.database.read(lambda unit: len(unit.inbox.waiting()) + unit.inbox.quarantined())


@pytest.mark.parametrize("databases", KINDS[: many(1, 2)], indirect=True)
async def test_whatever_statement_fails_nothing_half_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch, score: Score
) -> None:
    """A long day, in which every statement of every piece of work fails once before it succeeds."""
    saboteur = Saboteur(world.database, every=many(13, 1))
    monkeypatch.setattr(world.database, "run", saboteur.run)
    await lives_a_day(world)
    assert saboteur.halves == []
    assert saboteur.failures > 30
    print(f"{saboteur.sabotaged} pieces of work, of at most {saboteur.deepest} statements")
    score(saboteur.failures, lost=len(saboteur.halves))


async def test_the_sabotage_would_notice_what_is_kept_by_halves(world: World, anna: Person) -> None:
    """The check of the check: work that commits in the middle."""

    def half(unit: SqlUnit) -> None:
        unit.session.execute(text("UPDATE persons SET name = 'Half' WHERE id = 1"))
        unit.session.connection().commit()
        unit.session.execute(text("UPDATE persons SET name = 'Whole' WHERE id = 1"))

    saboteur = Saboteur(world.database, every=1)
    await saboteur.run(half)
    assert saboteur.halves


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
async def test_a_commit_that_fails_leaves_no_transaction_open(database: Database) -> None:
    """As for want of space: what comes next finds the line as if nothing had been."""
    await keep(database, client("Ivan"))

    def dangling(unit: SqlUnit) -> None:
        unit.session.execute(text("PRAGMA defer_foreign_keys = ON"))
        unit.session.execute(text("UPDATE clients SET person_id = 99"))

    with pytest.raises(IntegrityError):
        await database.run(dangling)
    await keep(database, client("Maria"))
    left = await database.read(lambda unit: unit.session.scalar(text("SELECT count(person_id) FROM clients")))
    assert left == 0


class AnswersLost:
    """`Database.run` that commits and then says that the line broke, once, at the `nth` piece of work from now."""

    def __init__(self, database: Database) -> None:
        self._run = database.run
        self.left = 0
        self.done: set[int] = set()
        """Updates whose step was committed, and whose answer was lost."""

    async def run(self, work: Callable[[SqlUnit], T]) -> T:
        result = await self._run(work)
        self.left -= 1
        if self.left == 0:
            if isinstance(result, Exchange):
                self.done.add(result.event.update_id)
            raise OperationalError("COMMIT", None, ConnectionResetError(), connection_invalidated=True)
        return result


async def test_a_commit_whose_answer_is_lost_is_not_done_again(
    world: World, monkeypatch: pytest.MonkeyPatch, score: Score
) -> None:
    """At each piece of work between the tap on “Send” and rest, one after another."""
    people = [await world.person(f"Anna {number}") for number in range(4)]
    for person in people:
        await person.says("/start")
    lost = AnswersLost(world.database)
    monkeypatch.setattr(world.database, "run", lost.run)
    travel = Dispatcher.dispatch
    again: list[int] = []

    def watched(road: Dispatcher, unit: SqlUnit, heard: Event) -> Exchange:
        again.extend({heard.update_id} & lost.done)
        return travel(road, unit, heard)

    monkeypatch.setattr(Dispatcher, "dispatch", watched)
    for nth, person in enumerate(people, start=1):
        await asks_for_lisbon(person)
        lost.left = nth
        await world.post(f"/sim/people/{person.id}/tap", {"button": "✅ Send", "wait": False})
        with suppress(OperationalError):  # of the timetable, which looks again
            await world.settle()
        for _look in range(2):
            await world.bot.inbox.sweep()
        await world.settle()
    done = await inquiries(world)
    assert done == len(people)
    assert await waiting(world) == 0
    assert lost.done, "a step was struck, too"
    assert again == [], "what is done is not gone through again"
    score(len(people), lost=max(0, len(people) - done), doubled=max(0, done - len(people)))


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
async def test_a_full_disk_keeps_everything_waiting_and_then_goes_on(
    world: World, anna: Person, score: Score
) -> None:
    limit = await world.database.run(_fill_up)
    for number in range(5):
        await world.post(f"/sim/people/{anna.id}/say", {"text": f"/start {number}" if number else "/tour"})
    await asyncio.sleep(0.5)
    assert len(world.sandbox.world.updates), "nothing may be acknowledged that cannot be stored"
    await world.database.run(lambda unit: _limit(unit, limit + 10_000))
    await world.settle()
    await anna.looks()
    anna.hears("Where would you like to go")
    assert await waiting(world) == 0
    check = await world.database.read(lambda unit: unit.session.scalar(text("PRAGMA integrity_check")))
    assert check == "ok"
    score(5)


def _limit(unit: SqlUnit, pages: int) -> None:
    unit.session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def _fill_up(unit: SqlUnit) -> int:
    """Until not one more update fits: the rows are big at first, then small."""
    connection = unit.session.connection()
    pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar() or 0) + 4
    _limit(unit, pages)
    number = 0
    for size in (2000, 200, 0):
        while True:
            number += 1
            try:
                connection.exec_driver_sql(
                    "INSERT INTO inbox (update_id, lane, payload, received_at, attempts, state)"
                    f" VALUES ({number}, 0, '{'x' * size}', '2027-01-01', 0, 'done')"
                )
            except OperationalError:
                break
    return pages


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
async def test_who_holds_the_file_is_waited_for(
    database_url: str, monkeypatch: pytest.MonkeyPatch, score: Score
) -> None:
    """Another program writes for longer than we wait at once: nothing is half done, and later all is."""
    monkeypatch.setattr(engines, "_BUSY_MS", 50)
    database = Database(database_url, KEYS)
    world = World(database)
    await world.open()
    anna = await world.person("Anna")
    await anna.says("/start")
    foreign = sqlite3.connect(Path(str(make_url(database_url).database)))
    foreign.execute("BEGIN IMMEDIATE")
    await world.post(f"/sim/people/{anna.id}/say", {"text": "/tour"})
    await asyncio.sleep(0.4)
    foreign.rollback()
    foreign.close()
    await world.settle()
    await anna.looks()
    anna.hears("Where would you like to go")
    assert await waiting(world) == 0
    await world.close()
    await database.close()
    score(1)


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
async def test_a_server_that_cuts_every_line_loses_nothing(world: World, anna: Person, score: Score) -> None:
    """All connections are ended from outside, again and again, as by a restart."""
    cuts = many(4, 40)
    cut = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()")
    others = text(f"{cut.text} AND pid <> pg_backend_pid()")
    for _cut in range(cuts):
        await asks_for_lisbon(anna)

        def sever(unit: SqlUnit) -> Any:
            return unit.session.execute(others).all()

        await world.database.run(sever)
        await anna.taps("✅ Send")
        anna.hears("We have received your inquiry")
    done = await inquiries(world)
    assert done == cuts
    assert await waiting(world) == 0
    score(cuts, lost=max(0, cuts - done))
