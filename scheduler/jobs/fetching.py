"""Fetching files: what people sent, for whatever purpose, is brought from Telegram into our own store, whole or not at all."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from telegram.error import BadRequest, TelegramError

from domain.entities.files import FilePurpose, StoredFile
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Desk
from domain.usecases.files.fetched import collect, file_arrived, file_refused
from scheduler.agency_desk import AgencyDesk
from scheduler.delivery.telegram_line import Line
from storage import Database, SqlUnit
from storage.crypto.files import FileStore

log = structlog.get_logger()

AT_ONCE = 100
"""Files per look."""

LOOK = 15.0
"""Seconds after which no other file is begun: the next look sees what has come meanwhile, and begins with that."""

HELD = 20.0
"""Seconds the lease of the fetching scheduler lasts. To fetch the same file twice would do no harm."""

GONE_AFTER = 4
"""So often "temporarily unavailable" is believed."""

LONGEST_WAIT = timedelta(minutes=30)


class ContentRefused(Exception):  # noqa: N818  (it is an answer, not an error)
    """The content will never be ours; the first argument is why."""


@dataclass(frozen=True)
class Failure:
    """How often a file could not be had, and when it is tried again."""

    times: int
    until: datetime


class Fetcher:
    """Fetches what is missing. How often a file failed is remembered until the program ends."""

    def __init__(
        self,
        database: Database,
        line: Line,
        agency: CurrentAgency,
        clock: Callable[[], datetime],
        tokens: Callable[[], str],
        files: FileStore,
    ) -> None:
        self._database = database
        self._line = line
        self._clock = clock
        self._desk = AgencyDesk(agency, clock, tokens)
        self._files = files
        self._failures: dict[int, Failure] = {}
        self._name = tokens()[:40]
        collect()

    async def fetch(self) -> int:
        """Fetches what it can within one look; how many files it dealt with. Of several schedulers one does it."""
        wanted = await self._database.read(self._wanted)
        if wanted and not await self._database.run(lambda unit: unit.leases.take("files", self._name, HELD)):
            return 0
        ends, done = time.monotonic() + LOOK, 0
        for file in wanted:
            await self._bring(file)
            done += 1
            if time.monotonic() >= ends:
                break
        return done

    def _wanted(self, unit: SqlUnit) -> list[StoredFile]:
        """Those that never failed first, then those whose time to be tried again has come."""
        now, files = self._clock(), unit.repositories.files
        waiting = [number for number, failure in self._failures.items() if failure.until > now]
        new = files.to_fetch(AT_ONCE, besides=list(self._failures))
        again = files.to_fetch(AT_ONCE, besides=waiting) if len(waiting) < len(self._failures) else []
        return list({file.id: file for file in (*new, *again)}.values())

    async def _bring(self, file: StoredFile) -> None:
        number = file.id
        try:
            content = await self._download(file, self._tried(number))
            kind = _checked(content, file.purpose)
            name = await self._files.put(content)
        except ContentRefused as refused:
            reason = str(refused)
            log.info("file refused", file=number, purpose=file.purpose, why=reason)
            await self._write(number, lambda desk: file_refused(desk, number, reason))
        except (TelegramError, OSError) as error:
            self._failed(file, error)
        else:
            await self._write(number, lambda desk: file_arrived(desk, number, name, kind, content))

    async def _download(self, wanted: StoredFile, tried: int) -> bytes:
        """Raises ContentRefused for what Telegram will never give, TelegramError for what may pass."""
        try:
            file = await self._line.get_file(wanted.source)
            if (
                file.file_size or 0
            ) > wanted.purpose.largest:  # a server of one's own gives what Telegram's would not
                raise ContentRefused("content_too_big")
            content = bytes(await file.download_as_bytearray())
        except BadRequest as error:
            told = error.message.casefold()
            if "too big" in told:
                raise ContentRefused("content_too_big") from error
            if tried + 1 >= GONE_AFTER:
                raise ContentRefused("content_gone") from error
            raise
        return content

    async def _write(self, number: int, change: Callable[[Desk], None]) -> None:
        self._failures.pop(number, None)
        await self._database.run(lambda unit: change(self._desk(unit)))

    def _tried(self, number: int) -> int:
        failure = self._failures.get(number)
        return failure.times if failure else 0

    def _failed(self, file: StoredFile, error: Exception) -> None:
        times = self._tried(file.id) + 1
        wait = min(timedelta(seconds=2**times), LONGEST_WAIT)
        self._failures[file.id] = Failure(times, self._clock() + wait)
        # An InvalidToken's message holds the token, and so may an address in any other.
        log.warning("file not fetched", file=file.id, why=type(error).__name__, times=times)


def _checked(content: bytes, purpose: FilePurpose) -> str:
    """What it really is. Raises ContentRefused."""
    if len(content) > purpose.largest:
        raise ContentRefused("content_too_big")
    kind = purpose.type_of(content)
    if kind is None:
        raise ContentRefused("content_not_a_paper")
    return kind
