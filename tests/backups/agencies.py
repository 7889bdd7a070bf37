"""A small agency with a past, on a database of its own, and where its backups go."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

from pydantic import SecretStr
from pyrage import x25519  # type: ignore[import-untyped]
from sqlalchemy import insert

from domain.entities.backups import BackupResult
from domain.entities.documents import Document, DocumentKind
from domain.entities.notices import Notice, NoticeState
from domain.entities.travellers import Relation, Traveller
from domain.notices.trips import DEPARTURE
from storage import Database, FileStore, SqlUnit
from storage.crypto.sealing import Keys
from storage.dump.dump import digests, opened
from storage.mapping import inbox
from tests.storage.things import client, deal, person, trip
from tests.things import a_file
from tourdesk.backups.archive import unpacked
from tourdesk.backups.drill import cards_of
from tourdesk.backups.making import make_backup
from tourdesk.backups.restoring import Restored, restore
from tourdesk.keys import secret_key
from tourdesk.rehearsal import deal_card
from tourdesk.settings import Settings

NIGHT = datetime(2027, 3, 1, 1, 30, tzinfo=UTC)
NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
PAPER = b"%PDF-1.7" + Random(7).randbytes(300_000)
"""More than fits into a pipe."""


@dataclass
class House:
    """Settings, the owner's secret key, and what may be done with both."""

    settings: Settings
    secret: Any

    @property
    def data(self) -> Path:
        return self.settings.data

    @property
    def files(self) -> FileStore:
        return FileStore(str(self.data / "files"), Keys(secret_key(self.data)))

    async def back_up(self, at: datetime = NIGHT) -> Path:
        """The archive in the folder of backups."""
        await self.made(at)
        return max((self.data / "backups").iterdir())

    async def made(self, at: datetime = NIGHT) -> BackupResult:
        return await make_backup(self.settings, at)

    async def members(self, archive: Path) -> int:
        """How many parts it has, without its beginning."""
        with unpacked(archive, self.secret) as parts:
            return sum(1 for _ in parts) - 1

    async def restore(self, archive: Path, **more: Any) -> Restored:
        return await restore(archive, self.secret, self.settings, NOW, **more)

    async def told(self) -> dict[str, tuple[int, str]]:
        """Rows and digest of every table."""
        async with opened(self.settings.database_url) as source:
            return {name: (each.rows, each.sha256) for name, each in (await digests(source)).items()}

    async def at_desk(self, work: Any) -> Any:
        """What `work` says of the unit, in one transaction."""
        database = Database(self.settings.database_url, Keys(secret_key(self.data)))
        try:
            return await database.run(work)
        finally:
            await database.close()


def house(data: Path, database_url: str | None, **more: Any) -> House:
    """An owner with a key; nothing in the database."""
    secret = x25519.Identity.generate()
    given: dict[str, Any] = {"token": SecretStr("4711:secret"), "backup_key": str(secret.to_public())} | more
    return House(Settings(data=data, database=database_url, _env_file=None, **given), secret)


async def lived_in(one: House) -> House:
    """A deal with a traveller, her passport and the photo of it; two notices, one on its way."""
    name = await one.files.put(PAPER)

    def work(unit: SqlUnit) -> None:
        anna = person("Анна")
        journey = trip()
        hers = deal(client("Анна Петрова", "+359888123456", anna), journey)
        traveller = Traveller(Relation.SELF, "Anna Petrova", date(1990, 5, 4), "734512345", date(2031, 1, 1))
        hers.travellers.append(traveller)
        file = a_file(NIGHT, "file-1", content_hash=name)
        hers.documents.append(Document(hers, DocumentKind.PASSPORT, file, traveller))
        unit.repositories.trips.add(journey)
        unit.repositories.deals.add(hers)
        for key, state in (("on its way", NoticeState.SENDING), ("waiting", NoticeState.WAITING)):
            notice = Notice(key, DEPARTURE, anna, NIGHT, NIGHT, {"trip": 1}, state=state)
            unit.repositories.notices.add(notice)
        unit.session.execute(
            insert(inbox).values(
                update_id=77, lane=1, payload="{}", received_at=NIGHT, attempts=0, state="done"
            )
        )

    database = Database(one.settings.database_url, Keys(secret_key(one.data)))
    await database.migrate()
    await database.close()
    await one.at_desk(work)
    return one


def listed(folder: Path) -> list[str]:
    """What lies there, by name."""
    return sorted(path.name for path in folder.iterdir())


async def cards(one: House) -> Any:
    """What the cards of the newest deals say, in every language."""
    return await cards_of(one.settings, NOW, deal_card)
