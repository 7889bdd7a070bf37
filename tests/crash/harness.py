"""Runs people and kills against the whole program, and counts what became of everything that was said."""

import asyncio
import random
import secrets
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
from aiohttp import ClientSession

from domain.clients import Client
from domain.deals import Deal
from domain.desk import Actor, Desk
from domain.documents import DocumentState
from domain.money import Money
from domain.people import Role
from domain.usecases.staffing import invite
from sandbox import Sandbox
from storage import Database, FileStore, SqlUnit
from storage.sealing import Keys
from tests.crash.balancer import Balancer
from tests.crash.clerk import Clerk, Sender, amounts
from tests.crash.counting import IN_FLIGHT, OLGA, People, Report, count
from tests.crash.talker import Talker
from tests.crash.victim import Life, Victim
from tests.deals import enter
from tests.world import AGENCY
from tourdesk.agency import real_time
from tourdesk.keys import secret_key

IN_A_BOT = ("after_read", "before_inbox", "before_commit", "after_commit", "after_commit_before_200")
IN_A_SCHEDULER = ("after_claim", "after_send_before_mark", "mid_file_write")


@dataclass(frozen=True)
class Plan:
    """How much is done to how many. On SQLite one process is bot and scheduler."""

    talkers: int = 4
    clerks: int = 1
    deals: int = 2
    bots: int = 1
    schedulers: int = 0
    kills: int = 3
    places: tuple[str, ...] = ()
    pause: float = 0.0
    restarts: int = 0
    trouble: bool = False
    minutes: float = 2
    """After which nothing more is killed, however many were."""
    rest: float = 120.0


class Crash:
    """One run."""

    def __init__(
        self,
        folder: Path,
        database_url: str | None,
        plan: Plan,
        restart: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._folder = folder
        self._given = database_url
        self._url = database_url or f"sqlite+aiosqlite:///{folder / 'tourdesk.db'}"
        self._keys = Keys(secret_key(folder))
        self._plan = plan
        self._restart = restart
        self._chance = random.Random(29_10_2027)
        self._over = asyncio.Event()
        self._kills = self._reached = self._drops = self._pauses = 0
        self._marked: set[Victim] = set()
        self._until = 0.0
        self._waits: list[float] = []
        self._said: list[int] = []
        self._too_old: set[int] = set()
        """Taps nobody took within 150 seconds: Telegram forgets them."""

    async def run(self) -> Report:
        """Raises TimeoutError when it does not come to rest: something that was stored is never taken."""
        plan = self._plan
        async with AsyncExitStack() as stack:
            self._sandbox = Sandbox(rate_limits=None)
            await self._sandbox.start()
            stack.push_async_callback(self._sandbox.stop)
            self._sandbox.world.updates.on_arrival.append(lambda one: self._said.append(one.update_id))
            self._http = await stack.enter_async_context(ClientSession(self._sandbox.url))
            await self._employ(["Olga"] + [f"Vera {n}" for n in range(plan.clerks)])
            self._balancer = Balancer(self._chance)
            await self._balancer.start()
            stack.push_async_callback(self._balancer.stop)
            self._bots, self._schedulers = self._born()
            self._balancer.bots = self._bots
            for victim in self._victims:
                stack.callback(victim.stop)
            self._database = Database(self._url, self._keys)
            stack.push_async_callback(self._database.close)
            people = await self._people()
            work = [asyncio.create_task(self._goes_on(one.ask)) for one in people.talkers]
            work += [asyncio.create_task(self._goes_on(one.work)) for one in people.clerks]
            work += [asyncio.create_task(self._goes_on(one.send, 2.0)) for one in people.senders]
            listening = asyncio.create_task(self._listen())
            await self._trouble()
            self._over.set()
            async with asyncio.timeout(plan.rest):
                await asyncio.gather(*work)
                await self._quiet()
            listening.cancel()
            return await self._counted(people)

    @property
    def _victims(self) -> list[Victim]:
        return list(dict.fromkeys((*self._bots, *self._schedulers)))

    async def _employ(self, names: list[str]) -> None:
        """Owners all of them: they may do everything, and are told of everything."""
        database = Database(self._url, self._keys)
        await database.migrate()
        await database.run(lambda unit: unit.secrets.must_fit())
        for place, name in enumerate(names):
            token = await database.run(lambda unit: invite(_desk(unit), Role.OWNER))
            who = {"id": OLGA + place, "first_name": name, "language_code": "en"}
            await self._http.post("/sim/people", json=who)
            await self._http.post(f"/sim/people/{OLGA + place}/say", json={"text": f"/start s_{token}"})
        await database.close()

    def _born(self) -> tuple[list[Victim], list[Victim]]:
        """The first of each kind have a clock that is two hours fast, or slow."""
        sandbox, plan = self._sandbox, self._plan
        life = Life(sandbox.token, sandbox.api_url, str(self._folder), self._given)
        if not plan.schedulers:
            one = Victim(life)
            return [one], [one]
        bots = [
            Victim(replace(life, only="bot", hook=self._balancer.url, port=_free_port(), fast=fast))
            for fast in _some(plan.bots, timedelta(hours=2))
        ]
        schedulers = [
            Victim(replace(life, only="scheduler", fast=fast))
            for fast in _some(plan.schedulers, -timedelta(hours=2))
        ]
        return bots, schedulers

    async def _people(self) -> People:
        plan = self._plan
        patience = 6.0 if plan.trouble else 1.5
        known = (self._idle, patience)
        talkers = [Talker(self._http, 1000 + n, f"Anna {n}", *known) for n in range(plan.talkers)]
        clerks = [Clerk(self._http, OLGA + 1 + n, f"Vera {n}", *known) for n in range(plan.clerks)]
        senders = [Sender(self._http, 3000 + n, f"Boris {n}", *known) for n in range(plan.clerks)]
        for person in (*talkers, *senders):
            await person.comes()
        await self._ready()
        for sender in senders:
            await sender.says("/start")
        for clerk, sender in zip(clerks, senders, strict=True):
            clerk.deals = await self._deals_of(sender)
        return People(talkers, clerks, senders)

    async def _deals_of(self, sender: Sender) -> list[int]:
        """All is there for them to go on to the voucher, but the money."""

        def work(unit: SqlUnit) -> list[int]:
            desk = _desk(unit)
            person = desk.records.people.by_telegram_id(sender.number)
            if person is None:
                return []
            client = desk.records.clients.of(person)
            if client is None:
                client = Client(sender.name, f"+35988812{sender.number:04d}", desk.now, person)
                desk.records.clients.add(client)
            made = []
            for _ in range(self._plan.deals):
                free = Money(0, "EUR")
                deal = Deal(client, "Vienna", 1, free, free, desk.now, step_key="new", step_since=desk.now)
                desk.records.deals.add(deal)
                enter(deal, "Boris", DocumentState.ACCEPTED, desk.now)
                for paper in deal.documents:
                    paper.name, paper.content_hash = "before", "0" * 64
                unit.records.flush()
                deal.price = Money(sum(amounts(deal.id)), "EUR")
                deal.deposit = Money(amounts(deal.id)[0], "EUR")
                made.append(deal.id)
            return made

        while not (made := await self._database.run(work)):
            await asyncio.sleep(0.1)
        return made

    async def _idle(self, number: int) -> bool:
        named = str(number).encode()
        if any(named in pending.body for pending in self._sandbox.world.updates):
            return False
        with suppress(Exception):  # the database may be on its way up again
            return await self._database.read(lambda unit: unit.inbox.oldest(number)) is None
        return False

    async def _goes_on(self, act: Callable[[], Awaitable[None]], every: float = 0.0) -> None:
        """Once at least, and until the last kill."""
        await act()
        while not self._over.is_set():
            await asyncio.sleep(every or 0.1)
            await act()

    async def _trouble(self) -> None:
        """Kills at random and at every place, and whatever else the plan has, side by side."""
        plan = self._plan
        beside = [self._faults()] if plan.trouble else []
        if plan.pause:
            beside.append(self._pause())
        tasks = [asyncio.create_task(one) for one in beside]
        self._until = time.monotonic() + plan.minutes * 60
        named = [(place, times) for place in plan.places for times in (1, 2, 3)]
        self._chance.shuffle(named)
        if plan.schedulers:
            await asyncio.gather(self._kill_all(plan.kills), self._kill_at_all(named), self._restarts())
        else:
            await self._kill_at_all(named)
            await self._kill_all(plan.kills - len(named))
        for task in tasks:
            if plan.pause and task is tasks[-1]:
                await task
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._sandbox.telegram.faults.clear()

    async def _kill_all(self, kills: int) -> None:
        """At random moments, of whoever is not to die elsewhere."""
        for _ in range(kills):
            if time.monotonic() > self._until:
                return
            await asyncio.sleep(self._chance.uniform(0.02, 0.5))
            victim = self._chance.choice(self._free(self._victims))
            victim.kill()
            await self._goes_on_after(victim)

    async def _kill_at_all(self, named: list[tuple[str, int]]) -> None:
        """Whoever comes there is started for it. Those who do not come there in time are killed as any other."""
        for place, times in named:
            if time.monotonic() > self._until:
                return
            among = self._free(self._bots if place in IN_A_BOT else self._schedulers)
            chosen = [self._chance.choice(among)] if place in IN_A_BOT else among
            self._marked.update(chosen)
            for victim in chosen:
                victim.kill()
                victim.start(f"{place}:{times}")
            self._reached += await _one_dies(chosen, within=40)
            for victim in chosen:
                victim.kill()
                await self._goes_on_after(victim)
            self._marked.clear()

    async def _restarts(self) -> None:
        for number in range(self._plan.restarts):
            await asyncio.sleep(self._plan.minutes * 60 / (self._plan.restarts + 1 + number))
            if self._restart is not None and not self._over.is_set():
                await self._restart()

    def _free(self, victims: list[Victim]) -> list[Victim]:
        return [one for one in victims if not one.paused and one not in self._marked]

    async def _goes_on_after(self, victim: Victim) -> None:
        """Somebody has an answer before the next is killed."""
        self._kills += 1
        killed, answers = time.monotonic(), self._answers()
        victim.start()
        while self._answers() == answers and time.monotonic() < killed + 30:
            await asyncio.sleep(0.02)
        self._waits.append(time.monotonic() - killed)

    def _answers(self) -> int:
        return self._heard

    async def _listen(self) -> None:
        """Counts what the bot says to people."""
        self._heard, log = 0, self._sandbox.telegram.calls
        seen = log.next
        while True:
            await asyncio.sleep(0.02)
            updates = self._sandbox.world.updates
            self._too_old.update(one.update_id for one in updates if updates.is_expired(one))
            fresh = [call["method"].lower() for call in log.since(seen)]
            seen += len(fresh)
            self._heard += sum(method in {"sendmessage", "editmessagetext"} for method in fresh)

    _heard = 0

    async def _faults(self) -> None:
        """Telegram is slow, away, and loses its answers; connections to the database break."""
        while True:
            kind: dict[str, Any] = self._chance.choice(
                [
                    {"kind": "slow", "seconds": 1.5, "times": 4},
                    {"kind": "error", "code": 502, "times": 3},
                    {"kind": "error", "retry_after": 1, "times": 2},
                    {"kind": "drop_before", "times": 3},
                    {"kind": "drop_after", "times": 1},
                    {"kind": "duplicate_update", "times": 3},
                ]
            )
            self._drops += kind["kind"] == "drop_after"
            await self._http.post("/sim/faults", json=kind)
            await asyncio.sleep(3)
            with suppress(OSError, asyncpg.PostgresError):
                await self._cut()

    async def _cut(self) -> None:
        """Some connections of ours."""
        if self._given is None:
            return
        address = self._given.replace("postgresql+asyncpg", "postgresql")
        connection = await asyncpg.connect(address)
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'tourdesk' AND random() < 0.3"
        )
        await connection.close()

    async def _pause(self) -> None:
        """One of each kind stands still, with all that it holds, for longer than any lease."""
        for victim in (self._schedulers[-1], self._bots[-1]):
            await asyncio.sleep(1)
            if victim.alive and not victim.paused:
                victim.pause()
                self._pauses += 1
                await asyncio.sleep(self._plan.pause)
                victim.resume()

    async def _ready(self) -> None:
        while True:
            async with self._http.get("/sim/state") as answer:
                if (await answer.json())["ready"]:
                    return
            await asyncio.sleep(0.05)

    async def _quiet(self) -> None:
        """Until all is taken, every notice is delivered and every file is here."""
        while len(self._sandbox.world.updates) or await self._database.read(_unfinished):
            await asyncio.sleep(0.1)

    async def _counted(self, people: People) -> Report:
        plan = self._plan
        story = f" ({self._reached} of {3 * len(plan.places)} at named places)" if plan.places else ""
        may_repeat = (self._kills + self._pauses) * IN_FLIGHT + self._drops
        report = Report(self._kills, people.acts, may_repeat, waits=self._waits, story=story)
        files = FileStore(str(self._folder / "files"))
        said = [number for number in self._said if number not in self._too_old]
        return await count(report, self._http, self._database, said, people, await files.names())


async def _one_dies(victims: list[Victim], within: float) -> bool:
    """By its own hand, at the place it was told."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        if not all(victim.alive for victim in victims):
            return True
        await asyncio.sleep(0.02)
    return False


def _unfinished(unit: SqlUnit) -> int:
    return len(unit.inbox.waiting()) + unit.outbox.unfinished() + len(unit.records.documents.to_fetch(1000))


def _desk(unit: SqlUnit) -> Desk:
    return Desk(Actor(), real_time(), unit.records, AGENCY, secrets.token_urlsafe)


def _some(number: int, fast: timedelta) -> list[timedelta]:
    return [fast, *[timedelta(0)] * (number - 1)]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
