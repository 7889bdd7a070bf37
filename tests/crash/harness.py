"""Runs people and kills against the whole program, and counts what became of everything that was said."""

import asyncio
import random
import secrets
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from domain.desk import Actor, Desk
from domain.people import Role
from domain.usecases.staffing import invite
from sandbox import Sandbox
from storage import Database, SqlUnit
from tests.crash.talker import Talker
from tests.crash.victim import Victim
from tests.world import AGENCY
from tourdesk.agency import real_time

OLGA = 900
REST = 120.0
"""Seconds after which nobody waits any longer."""


@dataclass(frozen=True)
class Report:
    """What is left to say after the dust has settled."""

    kills: int
    updates: int
    lost: int
    twice: int
    out_of_order: int
    notices: int
    notices_lost: int
    notices_repeated: int

    @property
    def held(self) -> bool:
        lost = self.lost + self.twice + self.out_of_order + self.notices_lost
        return lost == 0 and self.notices_repeated <= self.kills

    def __str__(self) -> str:
        return (
            f"crash: kills {self.kills}, updates {self.updates}, lost {self.lost}, applied twice {self.twice}, "
            f"out of order {self.out_of_order}, notices {self.notices}, lost {self.notices_lost}, "
            f"repeated {self.notices_repeated} (at most {self.kills})"
        )


async def crash(folder: Path, database_url: str | None, *, talkers: int, tours: int, kills: int) -> Report:
    """`talkers` people ask for `tours` tours each while the program is killed `kills` times.

    Raises TimeoutError when it does not come to rest: something that was stored is never taken.
    """
    async with asyncio.timeout(REST + REST * kills / 3):
        return await _crash(folder, database_url, talkers, tours, kills)


async def _crash(folder: Path, database_url: str | None, talkers: int, tours: int, kills: int) -> Report:
    url = database_url or f"sqlite+aiosqlite:///{folder / 'tourdesk.db'}"
    async with AsyncExitStack() as stack:
        sandbox = Sandbox(rate_limits=None)
        await sandbox.start()
        stack.push_async_callback(sandbox.stop)
        http = await stack.enter_async_context(ClientSession(sandbox.url))
        await _employ_olga(http, url)
        victim = Victim(sandbox.token, sandbox.api_url, folder, database_url)
        stack.callback(victim.stop)
        database = Database(url)
        stack.push_async_callback(database.close)

        async def idle() -> bool:
            return not len(sandbox.world.updates) and not await database.read(
                lambda unit: unit.inbox.waiting()
            )

        people = [Talker(http, 1000 + n, f"Anna {n}", idle) for n in range(talkers)]
        for person in people:
            await http.post("/sim/people", json={"id": person.number, "first_name": person.name})
        talking = asyncio.gather(*(person.ask_for(tours) for person in people))
        await _killing(http, victim, kills, talking)
        await talking
        await _quiet(sandbox, database)
        return await _counted(http, database, victim, people)


async def _employ_olga(http: ClientSession, url: str) -> None:
    """The owner of a one-person agency is told of every inquiry."""
    database = Database(url)
    await database.migrate()
    token = await database.run(lambda unit: invite(_desk(unit), Role.OWNER))
    await database.close()
    await http.post("/sim/people", json={"id": OLGA, "first_name": "Olga", "language_code": "en"})
    await http.post(f"/sim/people/{OLGA}/say", json={"text": f"/start s_{token}"})


def _desk(unit: SqlUnit) -> Desk:
    return Desk(Actor(), real_time(), unit.records, AGENCY, secrets.token_urlsafe)


async def _killing(http: ClientSession, victim: Victim, kills: int, talking: "asyncio.Future[Any]") -> None:
    """Each life lasts until the bot listens, and a random moment longer. Somebody is talking all the while."""
    chance = random.Random(29_10_2027)
    for _ in range(kills):
        await _ready(http)
        await asyncio.sleep(chance.uniform(0.02, 1.2))
        assert not talking.done(), "everybody fell silent before the last kill: let them talk longer"
        victim.kill()
        victim.start()


async def _ready(http: ClientSession) -> None:
    while True:
        async with http.get("/sim/state") as answer:
            if (await answer.json())["ready"]:
                return
        await asyncio.sleep(0.05)


async def _quiet(sandbox: Sandbox, database: Database) -> None:
    """Until all is taken and every notice is delivered."""
    while len(sandbox.world.updates) or await database.read(_unfinished):
        await asyncio.sleep(0.1)


def _unfinished(unit: SqlUnit) -> int:
    return len(unit.inbox.waiting()) + unit.outbox.unfinished()


async def _counted(http: ClientSession, database: Database, victim: Victim, people: list[Talker]) -> Report:
    stored = await database.read(_inquiries)
    quarantined = await database.read(lambda unit: unit.inbox.quarantined())
    wanted = {person.number: person.asked for person in people}
    got = {number: stored.get(number, []) for number in wanted}
    told = await _told(http)
    total = [destination for asked in wanted.values() for destination in asked]
    times = Counter(destination for destinations in got.values() for destination in destinations)
    return Report(
        kills=victim.kills,
        updates=sum(person.acts for person in people),
        lost=sum(not times[destination] for destination in total) + quarantined,
        twice=sum(count - 1 for count in times.values()),
        out_of_order=sum(list(dict.fromkeys(got[number])) != asked for number, asked in wanted.items()),
        notices=sum(told.values()),
        notices_lost=sum(not told[destination] for destination in total),
        notices_repeated=sum(max(0, told[destination] - 1) for destination in total),
    )


def _inquiries(unit: SqlUnit) -> dict[int, list[str]]:
    """Destinations by client's Telegram id, in the order they were stored; a garbled one is told as such."""
    found: dict[int, list[str]] = {}
    for inquiry in unit.records.inquiries.open(limit=100_000):
        assert inquiry.client.person is not None
        whole = (inquiry.when, inquiry.heads, inquiry.wishes) == ("in autumn", 2, "a window seat")
        word = inquiry.destination if whole else f"garbled {inquiry.destination}"
        found.setdefault(inquiry.client.person.telegram_id, []).append(word)
    return found


async def _told(http: ClientSession) -> Counter[str]:
    """How often the owner heard of each destination."""
    async with http.get(f"/sim/people/{OLGA}/chat") as answer:
        messages = (await answer.json())["messages"]
    words = Counter[str]()
    for message in messages:
        for line in message["text"].replace(",", " ").replace("·", " ").split("Town ")[1:]:
            words[f"Town {line.split()[0]}"] += 1
    return words
