"""Runs people and kills against the whole program, and counts what became of everything that was said."""

import asyncio
import random
import secrets
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from aiohttp import ClientSession

from bench.stage import free_port
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.people import Role
from domain.ports.desk import Actor, Desk
from domain.usecases.staff.staffing import invite
from domain.values.money import Money
from ops.retrying import retried
from ops.transient_errors import is_transient
from sandbox import Sandbox
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from tests.crash.balancer import Balancer
from tests.crash.caller import Phone
from tests.crash.chases import CHASES, DORA, Laid, lay_chases, mischased, open_always, waiting_for_their_hour
from tests.crash.clerk import Clerk, Sender, amounts
from tests.crash.counting import OLGA, People, count, still_owed
from tests.crash.joiner import ZOYA, Joiner, lay_pairs
from tests.crash.killing import Killing
from tests.crash.labours import LABOURS, Given, give_labours, unended
from tests.crash.ledger import Clockwork, Ledger
from tests.crash.report import Flight, Report
from tests.crash.talker import Talker
from tests.crash.trouble import Trouble
from tests.crash.victim import Life, Victim
from tests.crash.voters import Voters, open_the_vote
from tests.forking import warmed
from tests.things import enter
from tests.world import AGENCY
from tourdesk.keys import secret_key
from tourdesk.wall_clock import real_time

NINA = 950
"""The first of those who vote."""
IN_FLIGHT = 32
"""Letters one scheduler has under way at once."""


@dataclass(frozen=True)
class Plan:
    """How much is done to how many. On SQLite one process is bot and scheduler."""

    talkers: int = 4
    clerks: int = 1
    deals: int = 2
    voters: int = 2
    pairs: int = 2
    """Of files that are joined and taken apart."""
    chased: int = 2
    """Clients who have not paid, whose deals are left open, and whose inquiry nobody took."""
    labours: int = 2
    """Of each kind that is done in several steps, spread over the time of the kills."""
    bots: int = 1
    schedulers: int = 0
    kills: int = 3
    places: tuple[str, ...] = ()
    pause: float = 0.0
    restarts: int = 0
    blackouts: int = 0
    trouble: bool = False
    seconds: float = 30.0
    """Over which the kills are spread; after that nothing more is killed, however many were."""
    thinks: float = 0.1
    """Seconds between two tours of one client."""
    rest: float = 120.0
    loses: float = 0.0
    """Of the bots' good answers: on the way to Telegram."""
    cold: float = 0.0
    """Of all starts: through the command line."""


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
        self._clock = Clockwork()
        self._over = asyncio.Event()
        self._flight = Flight()
        self._behind: set[int] = set()
        """Whose updates waited in the inbox at the last look."""
        self._heard = 0
        self._chased: Laid = []
        self._laboured: Given = []

    async def run(self) -> Report:
        """From an empty agency to the count."""
        await asyncio.to_thread(warmed)
        async with AsyncExitStack() as stack:
            await self._open(stack)
            people = await self._people()
            work = [asyncio.create_task(self._goes_on(one.ask, self._plan.thinks)) for one in people.talkers]
            work += [asyncio.create_task(self._goes_on(one.work)) for one in people.clerks]
            work += [asyncio.create_task(self._goes_on(one.send, 2.0)) for one in people.senders]
            work += [asyncio.create_task(self._goes_on(one.work, 1.0)) for one in people.joiners]
            looking = [asyncio.create_task(one()) for one in (self._listen, self._look_at_lanes)]
            work.append(asyncio.create_task(self._goes_on(people.voters.vote, 1.0)))
            work.append(asyncio.create_task(self._goes_on(self._chase, 3.0)))
            every = self._plan.seconds / self._plan.labours
            work.append(asyncio.create_task(self._goes_on(self._labour, every)))
            killing, trouble = await self._killed()
            self._over.set()
            at_rest = await self._rested(work)
            for task in (*looking, *work):
                task.cancel()
            for victim in self._victims:  # who fell when nobody was killed any more
                killing.look_at(victim)
            report = await self._counted(people, killing, trouble)
            report.unsound += [] if at_rest else [f"not at rest after {self._plan.rest:.0f} s"]
            return report

    async def _rested(self, work: list[asyncio.Task[None]]) -> bool:
        """False when something that was stored is never taken, or somebody waits for ever."""
        try:
            async with asyncio.timeout(self._plan.rest):
                await asyncio.gather(*work)
                await self._quiet()
        except TimeoutError:
            return False
        return True

    async def _open(self, stack: AsyncExitStack) -> None:
        self._sandbox = Sandbox(rate_limits=None)
        await self._sandbox.start()
        stack.push_async_callback(self._sandbox.stop)
        self._ledger = Ledger(self._sandbox.world.updates, self._clock)
        self._http = await stack.enter_async_context(ClientSession(self._sandbox.url))
        owners = [(OLGA + n, name, Role.OWNER) for n, name in enumerate(["Olga", *self._names("Vera")])]
        await self._employ(
            owners
            + [(ZOYA, "Zoya", Role.OWNER)]
            + [(NINA + n, f"Nina {n}", Role.GUIDE) for n in range(self._plan.voters)]
        )
        self._balancer = Balancer(self._chance, self._ledger, self._plan.loses)
        await self._balancer.start()
        stack.push_async_callback(self._balancer.stop)
        self._bots, self._schedulers = self._born()
        self._balancer.bots = self._bots
        stack.push_async_callback(self._stop)
        self._database = Database(self._url, self._keys)
        stack.push_async_callback(self._database.close)

    async def _stop(self) -> None:
        await asyncio.gather(*(asyncio.to_thread(victim.stop) for victim in self._victims))

    @property
    def _victims(self) -> list[Victim]:
        return list(dict.fromkeys((*self._bots, *self._schedulers)))

    def _names(self, name: str) -> list[str]:
        return [f"{name} {n}" for n in range(self._plan.clerks)]

    async def _employ(self, who_comes: list[tuple[int, str, Role]]) -> None:
        """Owners may do everything, and are told of everything; guides vote."""
        database = Database(self._url, self._keys)
        await database.migrate()
        await database.run(lambda unit: unit.secrets.must_fit())
        await database.run(lambda unit: open_always(_desk(unit)))
        for number, name, role in who_comes:
            token = await database.run(lambda unit, role=role: invite(_desk(unit), role))  # type: ignore[misc]
            await self._comes(number, name, f"/start s_{token}")
        await database.close()

    async def _comes(self, number: int, name: str, says: str) -> None:
        who = {"id": number, "first_name": name, "language_code": "en"}
        await self._http.post("/sim/people", json=who)
        await self._http.post(f"/sim/people/{number}/say", json={"text": says})

    def _born(self) -> tuple[list[Victim], list[Victim]]:
        """The first of each kind have a clock that is two hours fast, or slow."""
        sandbox, plan = self._sandbox, self._plan
        life = Life(sandbox.token, sandbox.api_url, str(self._folder), self._given)
        if not plan.schedulers:
            one = Victim(life)
            return [one], [one]
        bots = [
            replace(life, name=f"bot{n}", only="bot", hook=self._balancer.url, port=free_port(), fast=fast)
            for n, fast in enumerate(_some(plan.bots, timedelta(hours=2)))
        ]
        schedulers = [
            replace(life, name=f"scheduler{n}", only="scheduler", fast=fast)
            for n, fast in enumerate(_some(plan.schedulers, -timedelta(hours=2)))
        ]
        return [Victim(one) for one in bots], [Victim(one) for one in schedulers]

    async def _people(self) -> People:
        plan = self._plan
        patience = 15.0 if plan.trouble else 1.5  # in the long form, whoever is owed an answer waits for it
        phone = Phone(self._http, self._sandbox.telegram, self._ledger, self._idle, patience)
        talkers = [Talker(phone, 1000 + n, f"Anna {n}") for n in range(plan.talkers)]
        clerks = [Clerk(phone, OLGA + 1 + n, f"Vera {n}") for n in range(plan.clerks)]
        senders = [Sender(phone, 3000 + n, f"Boris {n}") for n in range(plan.clerks)]
        for person in (*talkers, *senders):
            person.comes()
        await self._ready()
        for sender in senders:
            sender.says("/start")
        for clerk, sender in zip(clerks, senders, strict=True):
            clerk.deals = await self._deals_of(sender)
        voters = Voters(phone, OLGA, [NINA + n for n in range(plan.voters)], self._chance)
        joiners = [Joiner(phone, ZOYA, "Zoya")]
        while await self._database.read(_at_work) < 1 + plan.clerks + plan.voters + len(joiners):
            await asyncio.sleep(0.1)
        await self._database.run(lambda unit: open_the_vote(_desk(unit), OLGA))
        joiners[0].pairs = await self._database.run(lambda unit: lay_pairs(unit, _desk(unit), plan.pairs))
        return People(talkers, clerks, senders, voters, joiners, self._chased, self._laboured)

    async def _chase(self) -> None:
        """One more client who pays nothing, while there are some left."""
        number = DORA + len(self._chased) // len(CHASES)
        if number >= DORA + self._plan.chased:
            return
        await self._comes(number, f"Dora {number}", "/start")
        while not (laid := await retried(lambda: self._laid(number), is_transient)):
            await asyncio.sleep(0.1)
        self._chased += laid

    async def _laid(self, number: int) -> Laid:
        return await self._database.run(lambda unit: lay_chases(unit, _desk(unit), number))

    async def _labour(self) -> None:
        """One more of each kind, while there are some left."""
        nth = len(self._laboured) // len(LABOURS)
        if nth < self._plan.labours:
            self._laboured += await retried(lambda: self._given_to_do(nth), is_transient)

    async def _given_to_do(self, nth: int) -> Given:
        return await self._database.run(lambda unit: give_labours(unit, _desk(unit), nth))

    async def _deals_of(self, sender: Sender) -> list[int]:
        """All is there for them to go on to the voucher, but the money."""

        def work(unit: SqlUnit) -> list[int]:
            desk = _desk(unit)
            person = desk.repositories.people.by_telegram_id(sender.number)
            if person is None:
                return []
            client = desk.repositories.clients.of(person)
            if client is None:
                client = Client(sender.name, f"+35988812{sender.number:04d}", desk.now, person)
                desk.repositories.clients.add(client)
            made = []
            for _ in range(self._plan.deals):
                free = Money(0, "EUR")
                deal = Deal(client, "Vienna", 1, free, free, desk.now, step_key="new", step_since=desk.now)
                desk.repositories.deals.add(deal)
                enter(deal, "Boris", DocumentState.ACCEPTED, desk.now)
                for paper in deal.documents:
                    paper.file.name, paper.file.content_hash = "before", "0" * 64
                unit.repositories.flush()
                deal.price = Money(sum(amounts(deal.id)), "EUR")
                deal.deposit = Money(amounts(deal.id)[0], "EUR")
                made.append(deal.id)
            return made

        while not (made := await self._database.run(work)):
            await asyncio.sleep(0.1)
        return made

    def _idle(self, number: int) -> bool:
        return not self._ledger.unacknowledged(number) and number not in self._behind

    async def _goes_on(self, act: Callable[[], Awaitable[None]], every: float = 0.0) -> None:
        """Once at least, and until the last kill. They do not all begin at once."""
        await asyncio.sleep(self._chance.uniform(0, every))
        await act()
        while not self._over.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), every or 0.1)
                return
            await act()

    async def _killed(self) -> tuple[Killing, Trouble]:
        """Kills at random and at every place, and whatever else the plan has, side by side."""
        plan = self._plan
        places = [(place, times) for place in plan.places for times in (1, 2, 3)]
        self._chance.shuffle(places)
        killing = Killing(
            plan.kills, plan.seconds, places, self._chance, self._clock, lambda: self._heard, plan.cold
        )
        trouble = Trouble(self._http, self._given, killing, self._chance)
        beside = [trouble.faults()] if plan.trouble else []
        if self._restart is not None:
            beside.append(trouble.restarts(plan.restarts, self._restart))
        beside.append(trouble.blackouts(plan.blackouts, self._victims))
        tasks = [asyncio.create_task(one) for one in beside]
        still = [trouble.pause([self._schedulers[-1], self._bots[-1]], plan.pause)] if plan.pause else []
        await asyncio.gather(killing.run(self._victims), *still)
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended
        self._sandbox.telegram.faults.clear()
        return killing, trouble

    async def _listen(self) -> None:
        """Counts what the bot says to people."""
        log = self._sandbox.telegram.calls
        seen = log.next
        while True:
            await asyncio.sleep(0.05)
            self._ledger.look()
            fresh = [call["method"].lower() for call in log.since(seen)]
            seen += len(fresh)
            self._heard += sum(method in {"sendmessage", "editmessagetext"} for method in fresh)

    async def _look_at_lanes(self) -> None:
        """Twice a second, and while the database is away everybody counts as waiting."""
        while True:
            behind = set(self._sandbox.world.people)
            with suppress(Exception):  # the database may be on its way up again
                waiting, notices = await self._database.read(
                    lambda unit: (unit.inbox.waiting(), unit.outbox.unfinished())
                )
                behind = {lane for _number, lane in waiting}
                if not self._over.is_set():
                    self._flight.updates.append(len(waiting) + self._ledger.waiting)
                    self._flight.notices.append(notices)
            self._behind = behind
            await asyncio.sleep(0.4)

    async def _ready(self) -> None:
        while not self._sandbox.telegram.is_ready:
            await asyncio.sleep(0.05)

    async def _quiet(self) -> None:
        """Until all is taken and answered, every notice is delivered and every file is here."""
        while len(self._sandbox.world.updates) or await self._database.read(self._unfinished):
            await asyncio.sleep(0.25)

    def _unfinished(self, unit: SqlUnit) -> int:
        """With what nobody was told of yet, and what was begun and has not ended."""
        return _unfinished(unit) + len(mischased(unit, self._chased)[0]) + len(unended(unit, self._laboured))

    def _may_repeat(self, trouble: Trouble) -> int:
        """One letter to each of those who are told things, with each death of a scheduler, and what Telegram swallowed."""
        told = min(IN_FLIGHT, 2 + 2 * self._plan.clerks)
        deaths = sum(victim.lives - 1 for victim in self._schedulers)
        return (deaths + trouble.pauses) * told + trouble.doubtful

    async def _counted(self, people: People, killing: Killing, trouble: Trouble) -> Report:
        self._ledger.look()
        report = Report(
            killing.died,
            len(self._ledger.said),
            self._may_repeat(trouble),
            waits=killing.waits,
            flight=self._flight,
            story=_story(killing, self._victims),
            once_more=sum(one.life.log.read_text().count("answered once more") for one in self._victims),
        )
        report.remarks += killing.told
        report.unsound += killing.fallen
        longest = sorted(killing.waits, reverse=True)[:3]
        report.remarks += [f"waited {wait:.1f} s for an answer after {after}" for wait, after in longest]
        await count(
            report, self._sandbox.world, self._database, self._ledger, people, self._folder, self._keys
        )
        return report


def _story(killing: Killing, victims: list[Victim]) -> str:
    colds = sum(victim.colds for victim in victims)
    return f" ({killing.named} of {len(killing.places)} at named places, {colds} cold starts)"


def _at_work(unit: SqlUnit) -> int:
    return len(unit.repositories.staff.active())


def _unfinished(unit: SqlUnit) -> int:
    letters = unit.outbox.unfinished() - waiting_for_their_hour(unit)
    waits = len(unit.inbox.waiting()) + letters + len(unit.repositories.files.to_fetch(1000))
    waits += len(unit.repositories.poll_answers.countable(1))
    return waits + still_owed(unit)


def _desk(unit: SqlUnit) -> Desk:
    return Desk(Actor(), real_time(), unit.repositories, AGENCY, secrets.token_urlsafe)


def _some(number: int, fast: timedelta) -> list[timedelta]:
    return [fast, *[timedelta(0)] * (number - 1)]
