"""A whole agency for a test: sandbox, bot and scheduler on one clock, over real HTTP and a real database."""

import asyncio
import itertools
import secrets
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import orjson
from aiohttp import ClientSession, FormData

from bot.program import BotProgram, telegram
from domain.entities.people import Role
from domain.ports.agency import Agency, CurrentAgency
from domain.ports.desk import Desk
from domain.usecases.staff.staffing import invite
from sandbox import Sandbox
from scheduler.agency_desk import AgencyDesk
from scheduler.delivery.rate_limiter import RateLimiter
from scheduler.jobs.backing_up import Maker
from scheduler.program import SchedulerProgram
from scheduler.timetable import Entry
from storage import Database, FileStore, SqlUnit
from storage.crypto.sealing import Keys
from tests.log_watch import WATCH
from tests.people import Person
from tests.stirring import Stirring
from web.doors import Backend
from web.registry import all_doors
from web.server import WebDoors

NOON = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
"""When the stories begin: noon in Sofia on 1 March 2027."""

AGENCY = Agency(b"a secret of the tests only", web_url="https://tours.example")


class World:
    """Start it, let people in, and talk."""

    def __init__(self, database: Database, start_at: datetime = NOON) -> None:
        self.database = database
        # People in stories talk faster than any do; the limits have tests of their own.
        self.sandbox = Sandbox(start_at=start_at, rate_limits=None)
        self.agency = CurrentAgency(AGENCY)
        self.files = FileStore("memory:///", Keys(AGENCY.secret))
        self.make_backup: Maker | None = None
        """Set before it opens by stories about backups."""
        self.doors = WebDoors(all_doors(demo=True))
        self._numbers = itertools.count(1001)
        self._stirring = Stirring(self.sandbox.clock.now)
        self._http: ClientSession
        self.bot: BotProgram
        self.scheduler: SchedulerProgram

    async def open(self) -> None:
        await self.sandbox.start(port=0, beside=self.doors.routes())
        await self.database.run(lambda unit: unit.secrets.must_fit())
        self._http = ClientSession(self.sandbox.url)
        self.doors.backend = Backend(
            self.database, self.agency, self.desk, self.sandbox.clock.now, self.files
        )
        await self.open_bot()
        await self.open_scheduler()

    async def open_bot(self) -> None:
        """At the start, and again after it was closed alone."""
        bot = telegram(self.sandbox.token, self.sandbox.api_url)
        clock, tokens = self.sandbox.clock.now, secrets.token_urlsafe
        self.bot = BotProgram(bot, self.database, self.agency, clock, tokens, files=self.files)
        await self.bot.open()
        await self.bot.menus
        self.bot.poll()

    async def open_scheduler(self) -> None:
        """Likewise."""
        self.scheduler = SchedulerProgram(
            self.database,
            self.agency,
            self.sandbox.token,
            self.sandbox.api_url,
            self.sandbox.clock.now,
            secrets.token_urlsafe,
            self.files,
            RateLimiter(overall=1000, burst=1000),
            make_backup=self.make_backup,
        )
        await self.scheduler.open()

    async def close(self) -> None:
        await self.scheduler.close()
        await self.bot.close()
        await self._http.close()
        await self.sandbox.stop()
        self._stirring.close()

    async def settle(self) -> None:
        """Until the bot has taken everything that was said, and everything that is due now is said and done."""
        await self.listened()
        while (entries := self.stirred()) and await self.scheduler.tick(entries):
            pass

    def stirred(self) -> list[Entry]:
        """Entries of the timetable that may find something. Whether there is a key for backups tells a file."""
        return self._stirring.stirred((self.scheduler, self.agency.latest, self.agency.latest.backup_at))

    async def listened(self) -> None:
        """Until the bot has taken everything that was said."""
        while len(self.sandbox.world.updates):
            await asyncio.sleep(0.002)
        await self.bot.inbox.rest()
        await self.bot.inline.rest()

    async def turn(self, to: datetime | timedelta) -> None:
        """Turns everybody's clock to an instant, or forward by a span; what falls due in between is done."""
        clock = self.sandbox.clock
        clock.set(clock.now() + to if isinstance(to, timedelta) else to)
        await self.settle()

    async def person(self, name: str, language: str = "en", **more: Any) -> Person:
        """Somebody new with a phone."""
        number = next(self._numbers)
        for told in (name, more.get("last_name"), more.get("username"), more.get("phone")):
            WATCH.plant(told, "who somebody is")
        await self.post("/sim/people", {"id": number, "first_name": name, "language_code": language, **more})
        return Person(self, number, name)

    async def colleague(self, name: str, role: Role, language: str = "en", **more: Any) -> Person:
        """Somebody who works here, having opened their invitation."""
        person = await self.person(name, language, **more)
        token = await self.database.run(lambda unit: invite(self.desk(unit), role))
        await person.says(f"/start s_{token}")
        return person

    def desk(self, unit: SqlUnit) -> Desk:
        """The agency's own desk, for what tests look up or prepare."""
        return AgencyDesk(self.agency, self.sandbox.clock.now, secrets.token_urlsafe)(unit)

    async def visit(
        self, method: str, path: str, body: object = None, **headers: str
    ) -> tuple[int, dict[str, Any]]:
        """Somebody comes to one of our doors: the status, and what is told. Bytes go as they are, anything else as JSON."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = BytesIO(body) if isinstance(body, bytes) else body
        if not isinstance(sent, BytesIO | FormData):
            sent, named = BytesIO(orjson.dumps(body)), {"Content-Type": "application/json", **named}
        async with self._http.request(method, path, headers=named, data=sent) as answer:
            said = await answer.read()
            told = (
                await answer.json() if answer.content_type == "application/json" else {"page": said.decode()}
            )
            return answer.status, told

    async def get(self, path: str) -> Any:
        async with self._http.get(path) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def download(self, path: str) -> bytes:
        async with self._http.get(path) as answer:
            assert answer.status == 200
            return await answer.read()

    async def post(self, path: str, body: Any) -> Any:
        how = {"data": body} if isinstance(body, FormData) else {"json": body}
        async with self._http.post(path, **how) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def clear_faults(self) -> None:
        """No more trouble; calls that were held are answered."""
        async with self._http.delete("/sim/faults") as answer:
            assert answer.status == 200
