"""A client's card and timeline with three thousand entries under it beside one whose screens are as full: CPU, in turns.

One with three entries stands beside them: how much dearer a full screen is than an empty one, which nothing is aimed at.

Half of the entries are talks; the others are of deals that ended with a journey, their payments and documents.
"""

import secrets
import tempfile
import time
from contextlib import ExitStack
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bench import prepare
from bench.databases import KINDS, address
from bench.stage import table
from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.dispatching.identity import Identity
from bot.conversation.events import Event, Sender, command_in
from bot.conversation.exchange import BotProfile, Exchange
from bot.conversation.routes import Routes
from bot.links.clients import CLIENT
from bot.links.timeline import TIMELINE
from bot.registry import all_routes
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.interactions import Interaction, Said
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Right
from domain.entities.travellers import Relation, Traveller
from domain.ports.agency import Agency, CurrentAgency
from domain.ports.desk import Actor, Desk
from domain.values.money import Money
from locales import verbatim
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys

FEW, MANY = 144, 3_000
"""With fewer the card has less to tell: it looks at the last eleven journeys."""
HARDLY_ANY = 3
OF_A_DEAL = 6
"""Entries of each deal; as many are talks."""
WARM, ROUNDS = 10, 60
AIM = 1.2
SECRET = b"a secret of the bench only"
_SECONDS = count()
routes = Routes(rank=9_999)


@routes.command("card", verbatim("A client's card"), right=Right.SEE_DEALS, rank=97)
def card(exchange: Exchange, argument: str) -> None:
    exchange.show(CLIENT, int(argument))


@routes.command("timeline", verbatim("A page of a timeline"), right=Right.SEE_DEALS, rank=98)
def page(exchange: Exchange, argument: str) -> None:
    number, _space, kind = argument.partition(" ")
    exchange.show(TIMELINE, int(number), kind, 0)


SCREENS = {"the card": "/card {}", "the timeline": "/timeline {}", "its payments": "/timeline {} payment"}


async def main(*, long: bool) -> None:
    for kind in KINDS:
        with ExitStack() as stack:
            url = stack.enter_context(address(kind, stack.enter_context(tempfile.TemporaryDirectory())))
            agency = await _Agency.opened(url)
            rows = []
            empty = []
            for screen, said in SCREENS.items():
                many, few, hardly = await agency.compared(said, ROUNDS * (5 if long else 1))
                rows.append((f"{kind}: {screen}, ms", many, few))
                empty.append((f"{kind}: {screen}, ms", many, hardly))
            await agency.database.close()
        table(f"{MANY} entries", f"{FEW} entries", rows)
        table(f"{MANY} entries", f"{HARDLY_ANY} entries", empty)
        missed = [what for what, many, few in rows if many / few > AIM]
        print(f"at most {AIM} x: {'missed by ' + '; '.join(missed) if missed else 'all'}")


class _Agency:
    """One database with two clients, and somebody who looks at them."""

    def __init__(self, database: Database, clients: tuple[int, ...]) -> None:
        everything = all_routes()
        everything.include(routes)
        identity = Identity(CurrentAgency(Agency(SECRET)), prepare.now, secrets.token_urlsafe)
        self.database, self._clients = database, clients
        self._dispatcher = Dispatcher(identity, everything, BotProfile("bench_bot", lambda _number: None))
        self._updates = iter(range(1, 10**9))
        self._backends: list[int] = []

    @classmethod
    async def opened(cls, url: str) -> "_Agency":
        await prepare.cards(url, [prepare.BORIS])
        database = Database(url, Keys(SECRET))
        if database.shared:
            await database.run(_counts_on)
        sizes = (MANY, FEW, HARDLY_ANY)
        laid = [await database.run(lambda unit: _laid(unit, size)) for size in sizes]  # noqa: B023
        agency = cls(database, tuple(laid))
        if database.shared:
            agency._backends = [await database.run(_kept_up)]
        return agency

    async def compared(self, said: str, rounds: int) -> list[float]:
        """Milliseconds of the processor; the least of the rounds."""
        took: list[list[float]] = [[] for _client in self._clients]
        for turn in range(WARM + rounds):
            for client, times in zip(self._clients, took, strict=True):
                began = self._cpu()
                await self.database.run(self._opens(said.format(client)))
                if turn >= WARM:
                    times.append((self._cpu() - began) * 1000)
        return [min(times) for times in took]

    def _cpu(self) -> float:
        """The server's, too."""
        told = [Path(f"/proc/{backend}/schedstat").read_text().split()[0] for backend in self._backends]
        return time.process_time() + sum(map(int, told)) / 1e9

    def _opens(self, said: str) -> Any:
        command, argument = command_in(said)
        sender = Sender(prepare.BORIS, "Boris", None, "en")
        event = Event(
            next(self._updates), sender, prepare.BORIS, True, text=said, command=command, argument=argument
        )

        def work(unit: SqlUnit) -> None:
            self._dispatcher.dispatch(unit, event)

        return work


def _counts_on(unit: SqlUnit) -> None:
    """Behind the numbers of what was laid there."""
    for name in ("clients", "deals", "travellers", "payments", "interactions", "history", "screens"):
        unit.session.execute(text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), 100000)"))


def _kept_up(unit: SqlUnit) -> int:
    """The server knows what stands in its tables; who serves us there."""
    unit.session.execute(text("ANALYZE"))
    return int(unit.session.scalar(text("SELECT pg_backend_pid()")) or 0)


def _laid(unit: SqlUnit, entries: int) -> int:
    """A client with so many."""
    records = unit.repositories
    desk = Desk(Actor(), prepare.now(), records, Agency(SECRET), secrets.token_urlsafe)
    client = Client(f"Client of {entries}", None, desk.now)
    records.clients.add(client)
    records.flush()
    for number in range(entries // (2 * OF_A_DEAL)):
        deal = _journey(desk, client, number)
        for what in ("opened", "advanced", "paid", "paid", "document_sent", "document_accepted"):
            facts = {
                "title": deal.title,
                "amount": "100.00 EUR",
                "from": "new",
                "to": "deposit",
                "document": 1,
            }
            desk.note("deal", deal.id, what, **facts, name="Ana", method="cash", price="0.00 EUR")
        for _ in range(OF_A_DEAL):
            _call(desk, client)
    for _ in range(entries % (2 * OF_A_DEAL)):
        _call(desk, client)
    records.flush()
    return client.id


def _call(desk: Desk, client: Client) -> None:
    """At a time of its own."""
    at = desk.now + timedelta(seconds=next(_SECONDS))
    words = "They would like a sea view"
    desk.archive.interactions.add(Interaction(client, Said.CALL, words, at))
    desk.note("client", client.id, "call", text=words)


def _journey(desk: Desk, client: Client, number: int) -> Deal:
    """One that is over."""
    first = desk.today - timedelta(days=30 * number + 60)
    price = Money(20_000, "EUR")
    deal = Deal(client, "Lisbon", 2, price, price, desk.now, starts=first, ends=first + timedelta(days=10))
    deal.step_key, deal.closed_at = "closed", desk.now
    deal.travellers += [Traveller(Relation.SELF, "Ana"), Traveller(Relation.SPOUSE, "Ivan")]
    half = Money(10_000, "EUR")
    deal.payments += [Payment(half, PaymentMethod.CASH, first, None, desk.now) for _ in range(2)]
    desk.archive.deals.add(deal)
    desk.archive.flush()
    return deal
