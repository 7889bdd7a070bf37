"""Screens of every day in an agency of a million clients beside one of ten thousand, all pages full, on both databases.

Each screen is asked for through the conversation itself by whoever opens it daily, in turns. What it costs is CPU, the server's
with ours, and the least of the rounds counts: so that what else the machine does meets neither.
"""

import gc
import secrets
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bench import prepare
from bench.copies import copy
from bench.databases import KINDS
from bench.region import CLIENTS, STAFF, Region, companion_of, email_of, name_of, phone_of
from bench.stage import table
from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.dispatching.identity import Identity
from bot.conversation.events import Event, Sender, command_in
from bot.conversation.exchange import BotProfile, Exchange
from bot.conversation.routes import Routes
from bot.links import clients as of_clients
from bot.links.deals import DEAL_LIST, DEALS, STAGES
from bot.links.merging import DOUBTS
from bot.links.payments import PAYMENTS
from bot.links.trips import PARTICIPANTS, TRIP, TRIPS
from bot.registry import all_routes
from domain.entities.people import Right, Role
from domain.ports.agency import Agency, CurrentAgency
from domain.values.language import Language
from locales import verbatim
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from tests.postgres_server import PostgresServer

ROUNDS = 25
WARM = 5
SECRET = b"a secret of the bench only"
AIM, AIM_OF_A_SEARCH = 1.2, 1.5

routes = Routes(rank=9_999)

Views = dict[str, Callable[[Exchange, int], None]]
VIEWS: Views = {
    "closed": lambda exchange, _number: exchange.show(DEAL_LIST, "closed", 0),
    "all": lambda exchange, _number: exchange.show(DEAL_LIST, "all", 0),
    "overdue": lambda exchange, _number: exchange.show(DEAL_LIST, "overdue", 0),
    "stages": lambda exchange, _number: exchange.show(STAGES, False),
    "stage": lambda exchange, _number: exchange.show(DEALS, "documents", False, 0),
    "past": lambda exchange, _number: exchange.show(TRIPS, 0, "past"),
    "trip": lambda exchange, number: exchange.show(TRIP, number),
    "participants": lambda exchange, number: exchange.show(PARTICIPANTS, number, None, 0),
    "client": lambda exchange, number: exchange.show(of_clients.CLIENT, number),
    "mine": lambda exchange, _number: exchange.show(of_clients.CLIENTS, "mine", 0),
    "open": lambda exchange, _number: exchange.show(of_clients.CLIENTS, "open", 0),
    "unreachable": lambda exchange, _number: exchange.show(of_clients.CLIENTS, "unreachable", 0),
    "doubts": lambda exchange, _number: exchange.show(DOUBTS, 0),
    "payments": lambda exchange, number: exchange.show(PAYMENTS, number),
}


@routes.command("show", verbatim("Opens what only a button opens"), right=Right.SEE_TRIPS, rank=99)
def show(exchange: Exchange, argument: str) -> None:
    name, _space, number = argument.partition(" ")
    VIEWS[name](exchange, int(number or 0))


Screens = Callable[[Region], dict[str, tuple[Role, str]]]


def screens(region: Region) -> dict[str, tuple[Role, str]]:
    """Who opens it, and what they say for it."""
    somebody = region.client_of(region.deal)
    return {
        **{f"Today of the {role.value}": (role, "/today") for role in STAFF},
        "deals that need one": (Role.MANAGER, "/deals"),
        "deals that are overdue": (Role.MANAGER, "/show overdue"),
        "all open deals": (Role.MANAGER, "/show all"),
        "deals that are closed": (Role.MANAGER, "/show closed"),
        "deals by stage": (Role.MANAGER, "/show stages"),
        "deals of a stage": (Role.MANAGER, "/show stage"),
        "inquiries": (Role.OPERATOR, "/inquiries"),
        "trips ahead": (Role.OPERATOR, "/trips"),
        "trips that are over": (Role.OPERATOR, "/show past"),
        "money that came": (Role.ACCOUNTANT, "/money"),
        "a trip's card": (Role.OPERATOR, f"/show trip {region.trip}"),
        "a participant list": (Role.OPERATOR, f"/show participants {region.trip}"),
        "a deal's card": (Role.MANAGER, f"/deals {region.deal}"),
        "its payments": (Role.ACCOUNTANT, f"/show payments {region.deal}"),
        "a client's card": (Role.MANAGER, f"/show client {somebody}"),
        "clients, the newest": (Role.MANAGER, "/clients"),
        "clients of one's own": (Role.MANAGER, "/show mine"),
        "clients with open deals": (Role.MANAGER, "/show open"),
        "clients whom nothing reaches": (Role.MANAGER, "/show unreachable"),
        "files that may be one person's": (Role.MANAGER, "/show doubts"),
        "search by two letters": (Role.MANAGER, "Pe"),
        "search by a whole name": (Role.MANAGER, name_of(somebody)),
        "search by a family name": (Role.MANAGER, name_of(somebody).split()[1]),
        "search by how family names begin": (Role.MANAGER, "Petrov"),
        "search by a common first name": (Role.MANAGER, "Kalina"),
        "search by the end of a phone": (Role.MANAGER, phone_of(somebody)[-7:]),
        "search by an e-mail address": (Role.MANAGER, email_of(somebody)),
        "search by who comes along": (Role.MANAGER, companion_of(somebody)),
    }


async def main(*, long: bool) -> None:
    await compare(lambda _what: True, long=long)


async def compare(wanted: Callable[[str], bool], *, long: bool) -> None:
    """The screens that are wanted."""
    blocks = (100 if long else 5, 1)
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            async with AsyncExitStack() as stack:
                urls = await stack.enter_async_context(_addresses(kind, folder))
                opened = [_opened(url, block) for url, block in zip(urls, blocks, strict=True)]
                many, few = [await stack.enter_async_context(one) for one in opened]
                asked = filter(wanted, few.screens)
                rows = [(f"{kind}: {what}, ms", *await _compared(what, many, few)) for what in asked]
        table(f"{blocks[0] * CLIENTS} clients", f"{CLIENTS} clients", rows)
        _judge(rows)


def _judge(rows: list[tuple[str, float, float]]) -> None:
    missed = [what for what, many, few in rows if many / few > (AIM_OF_A_SEARCH if "search" in what else AIM)]
    print(
        f"at most {AIM} x, a search {AIM_OF_A_SEARCH} x: {'missed by ' + '; '.join(missed) if missed else 'all'}"
    )


async def _compared(what: str, *agencies: "_Agency") -> tuple[float, float]:
    took: list[list[float]] = [[] for _ in agencies]
    for turn in range(WARM + ROUNDS):
        for one, times in zip(agencies, took, strict=True):
            seconds = await one.opens(*one.screens[what])
            if turn >= WARM:
                times.append(seconds * 1000)
    many, few = (min(times) for times in took)
    return many, few


class _Agency:
    """One database, and the conversation about it."""

    def __init__(self, database: Database, region: Region) -> None:
        agency = CurrentAgency(Agency(SECRET))
        everything = all_routes()
        everything.include(routes)
        identity = Identity(agency, lambda: region.now, secrets.token_urlsafe)
        self.database, self.screens = database, screens(region)
        self.backends: list[int] = []
        self._dispatcher = Dispatcher(identity, everything, BotProfile("bench_bot", lambda _number: None))
        self._numbers = iter(range(1, 10**9))

    async def opens(self, role: Role, said: str) -> float:
        """Seconds of CPU until the answer is stored."""
        command, argument = command_in(said)
        sender = Sender(STAFF[role], role.value, None, Language.ENGLISH.value)
        number = next(self._numbers)
        event = Event(number, sender, sender.telegram_id, True, text=said, command=command, argument=argument)
        began = self._cpu()
        await self.database.run(lambda unit: self._step(unit, event))
        return self._cpu() - began

    def _cpu(self) -> float:
        """The server's of this database's connections, too."""
        nanoseconds = [
            int(Path(f"/proc/{backend}/schedstat").read_text().split()[0]) for backend in self.backends
        ]
        return time.process_time() + sum(nanoseconds) / 1e9

    def _step(self, unit: SqlUnit, event: Event) -> None:
        self._dispatcher.dispatch(unit, event)


@asynccontextmanager
async def _addresses(kind: str, folder: str) -> AsyncIterator[list[str]]:
    """Of two databases of this kind."""
    if kind == "SQLite":
        yield [prepare.sqlite_in(folder).replace("bench.db", f"{number}.db") for number in range(2)]
        return
    server = PostgresServer()
    try:
        await server.execute("CREATE DATABASE many", "CREATE DATABASE few")
        yield [server.url("many"), server.url("few")]
    finally:
        server.stop()


@asynccontextmanager
async def _opened(url: str, blocks: int) -> AsyncIterator[_Agency]:
    database = Database(url, Keys(SECRET))
    await database.migrate()
    began = time.perf_counter()
    region = Region()
    await database.run(partial(_lay, region, blocks, database.shared))
    if database.shared:
        await _kept_up(url)
    print(f"{blocks * CLIENTS} clients were laid in {time.perf_counter() - began:.0f} s", flush=True)
    gc.collect()
    agency = _Agency(database, region)
    if database.shared:
        agency.backends = [
            await database.run(lambda unit: unit.session.scalar(text("SELECT pg_backend_pid()")) or 0)
        ]
    yield agency
    await database.close()


def _lay(region: Region, blocks: int, shared: bool, unit: SqlUnit) -> None:  # noqa: FBT001
    """On a busy machine rows are made for longer than a connection of the agency may be idle."""
    if shared:
        unit.session.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
    region.lay(unit)
    if blocks > 1:
        copy(unit, blocks)


async def _kept_up(url: str) -> None:
    """By now the server knows what stands in its tables and which pages everybody sees, as it does by itself after a while."""
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text("VACUUM ANALYZE"))
    await engine.dispose()
