"""An update and a deal's card as shipped, and with 40 extra fields and twelve pipelines: statements, and at most 1.2 x the CPU.

In one process, over the conversation itself; in turns, so that what else the machine does meets both alike.
"""

import secrets
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from statistics import median

from sqlalchemy import delete

from bench import prepare
from bench.databases import KINDS, address
from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.dispatching.identity import Identity
from bot.conversation.events import Event, Sender, command_in
from bot.conversation.exchange import BotProfile
from bot.registry import all_routes
from domain.entities.field_values import put_values
from domain.entities.fields import FIELD, Field, FieldType, fields_of
from domain.ports.agency import Agency, CurrentAgency
from domain.ports.desk import Actor, Desk
from domain.usecases.settings.defining import define
from domain.usecases.settings.pipelines import make_pipeline
from domain.values.language import Language
from storage import Database, SqlUnit
from storage import mapping as tables
from storage.crypto.sealing import Keys

SUBJECTS = ("client", "deal")
MANY = 40
PIPELINES = 12
"""In all, where there are many fields; each with ten stages."""
WARM, ROUND, ROUNDS = 50, 100, 9
AIM = 1.2
SECRET = b"a secret of the bench only"
ACTS = {"a deal's card": "/deals 1", "an update": "/language"}


async def main(*, long: bool) -> None:
    for kind in KINDS:
        with ExitStack() as stack:
            folders = [stack.enter_context(tempfile.TemporaryDirectory()) for _ in (0, MANY)]
            urls = [stack.enter_context(address(kind, folder)) for folder in folders]
            contenders = [await _Agency.opened(url, many) for url, many in zip(urls, (0, MANY), strict=True)]
            for act, said in ACTS.items():
                await _compare(kind, act, said, contenders, ROUNDS * (5 if long else 1))
            for one in contenders:
                await one.database.close()


async def _compare(kind: str, act: str, said: str, contenders: "list[_Agency]", rounds: int) -> None:
    took: list[list[float]] = [[] for _ in contenders]
    for one in contenders:
        await one.taps(said, WARM)
    before = [one.database.statements for one in contenders]
    for _ in range(rounds):
        for one, times in zip(contenders, took, strict=True):
            times.append(await one.taps(said, ROUND))
    statements = [
        (one.database.statements - was) / rounds / ROUND for one, was in zip(contenders, before, strict=True)
    ]
    none, forty = (median(times) * 1000 for times in took)
    ratio = median(many / few for few, many in zip(*took, strict=True))
    verdict = "as wanted" if ratio <= AIM and statements[0] == statements[1] else "NOT as wanted"
    print(
        f"{kind}, {act}: {none:.2f} ms as shipped, {forty:.2f} ms with {MANY} fields and {PIPELINES} pipelines: {ratio:.2f} x"
        f" (at most {AIM}); statements {statements[0]:.1f} and {statements[1]:.1f}: {verdict}"
    )


class _Agency:
    """A database with one deal, so many fields filled in, and somebody who looks at it."""

    def __init__(self, database: Database) -> None:
        agency = CurrentAgency(Agency(SECRET))
        identity = Identity(agency, prepare.now, secrets.token_urlsafe)
        self.database = database
        self._dispatcher = Dispatcher(identity, all_routes(), BotProfile("bench_bot", lambda _number: None))
        self._numbers = iter(range(1, 10**9))

    @classmethod
    async def opened(cls, url: str, many: int) -> "_Agency":
        await prepare.cards(url, [prepare.BORIS])
        database = Database(url, Keys(SECRET))
        await database.run(lambda unit: _settled(unit, many))
        return cls(database)

    async def taps(self, said: str, times: int) -> float:
        """Seconds of the processor that each took."""
        began = time.process_time()
        for _ in range(times):
            sender = Sender(prepare.BORIS, "Boris", None, "en")
            command, argument = command_in(said)
            event = Event(
                next(self._numbers),
                sender,
                prepare.BORIS,
                private=True,
                text=said,
                command=command,
                argument=argument,
            )
            await self.database.run(self._step(event))
        return (time.process_time() - began) / times

    def _step(self, event: Event) -> Callable[[SqlUnit], None]:
        def work(unit: SqlUnit) -> None:
            self._dispatcher.dispatch(unit, event)

        return work


def _settled(unit: SqlUnit, many: int) -> None:
    """So many fields of the deal, and of its client, all filled in; and with any, all the pipelines."""
    desk = Desk(Actor(), prepare.now(), unit.repositories, Agency(SECRET), secrets.token_urlsafe)
    for subject in SUBJECTS:
        for number in range(many):
            value = Field(subject, FieldType.TEXT, {Language.ENGLISH: f"Field {number}"}, place=number)
            define(desk, FIELD, value, 0, "field_added", key=f"{subject}_{number}")
    for number in range(PIPELINES - 1 if many else 0):
        stages = [f"Stage {place} of {number}" for place in range(10)]
        make_pipeline(desk, Language.ENGLISH, f"Stages {number}", stages)
    unit.session.execute(delete(tables.screens))  # its number is one that the database would give
    deal = unit.repositories.deals.get(1)
    known = desk.agency.definitions.all(FIELD)
    for subject, thing in (("deal", deal), ("client", deal.client)):
        put_values(thing, dict.fromkeys(fields_of(known, subject), "something that was filled in"))
