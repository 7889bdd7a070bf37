"""How long it all takes, and how much memory: `make backups CLIENTS=1000000` prints the figures of one agency.

Each step runs in a process of its own, so that its memory can be told.
"""

import asyncio
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
from pydantic import SecretStr
from pyrage import x25519  # type: ignore[import-untyped]
from sqlalchemy import create_engine, text

from storage import Database
from storage.search.tokens import client_tokens
from tests.backups.agencies import NIGHT, NOW
from tests.postgres_server import PostgresServer
from tourdesk.backups.archive import sha256_of
from tourdesk.backups.checking import check
from tourdesk.backups.moving import move
from tourdesk.backups.restoring import restore
from tourdesk.backups.writing import Origin, Written, write_archive
from tourdesk.keys import secret_key
from tourdesk.settings import Settings

FIRST = ("Anna", "Boris", "Мария", "Георги", "Елена", "Emily", "李", "王", "Ivan", "Olga")
LAST = ("Petrova", "Стоянов", "Ivanova", "Димитров", "O'Brien", "Kowalski", "伟", "芳", "Schmidt", "Rossi")
AT_ONCE = 20_000


def main(clients: int) -> None:
    server = PostgresServer()
    with tempfile.TemporaryDirectory(prefix="backups-") as name:
        folder = Path(name)
        here = Settings(token=SecretStr("4711:x"), data=folder / "here", database=None, _env_file=None)
        asyncio.run(_lived_in(here, clients))
        database = here.data / "tourdesk.db"
        print(f"{clients:,} clients, a database of {database.stat().st_size / 1e6:,.0f} MB")
        identity = x25519.Identity.generate()
        secret, public = str(identity), str(identity.to_public())
        try:
            asyncio.run(server.execute("CREATE DATABASE there", "CREATE DATABASE moved"))
            _timed("written, SQLite", _write, here, public, folder / "one")
            _timed("checked (restored on trial)", _check, here, secret, folder / "one", folder / "trial")
            there = here.model_copy(update={"data": folder / "there"})
            _timed("restored to SQLite", _restore, there, secret, folder / "one")
            server_side = here.model_copy(update={"data": folder / "pg", "database": server.url("there")})
            _timed("restored to PostgreSQL", _restore, server_side, secret, folder / "one")
            _timed("written, PostgreSQL", _write, server_side, public, folder / "two")
            _timed("moved from SQLite to PostgreSQL", _move, here, server.url("moved"))
        finally:
            server.stop()


def _timed(what: str, work: Callable[..., str | None], *words: Any) -> None:
    fresh = multiprocessing.get_context("spawn")
    results: Any = fresh.SimpleQueue()
    process = fresh.Process(target=_measured, args=(results, work, words))
    process.start()
    process.join()
    assert process.exitcode == 0
    seconds, used, before, peak, told = results.get()
    spent = f"{seconds:6.1f} s, {used:6.1f} s of CPU"
    print(f"{what:32} {spent}   {peak:5.0f} MB at most, {before:.0f} at the start   {told}", flush=True)


def _measured(results: Any, work: Callable[..., str | None], words: tuple[Any, ...]) -> None:
    before, began, used = _peak(), time.monotonic(), time.process_time()
    told = work(*words) or ""
    results.put((time.monotonic() - began, time.process_time() - used, before, _peak(), told))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _write(settings: Settings, public: str, path: Path) -> str:
    origin = Origin(settings.database_url, settings.data, "Tourdesk", "4711")
    recipients = [x25519.Recipient.from_str(public)]
    written = asyncio.run(write_archive(origin, NIGHT, path, recipients))
    return f"{written.tail.rows:,} rows, {written.size / 1e6:,.0f} MB"


def _check(settings: Settings, secret: str, path: Path, trial: Path) -> None:
    trial.mkdir()
    head, tail = None, None
    identity = x25519.Identity.from_str(secret)
    from tourdesk.backups.archive import unpacked
    from tourdesk.backups.manifest import TAIL, Head, Tail

    with unpacked(path, identity) as members:  # what the process that wrote it knows
        for name, content in members:
            head = head or Head.read(name, content)
            tail = Tail.read(content) if name == TAIL else None
    assert head
    assert tail
    asyncio.run(
        check(Written(path, path.stat().st_size, sha256_of(path), head, tail), identity, settings, trial)
    )


def _restore(settings: Settings, secret: str, path: Path) -> None:
    asyncio.run(restore(path, x25519.Identity.from_str(secret), settings, NOW))


def _move(settings: Settings, to: str) -> None:
    asyncio.run(move(settings, to))


async def _lived_in(settings: Settings, clients: int) -> None:
    """Clients with what they are found by; a deal for every fifth, two lines of history each, some notices."""
    secret_key(settings.data)
    database = Database(settings.database_url)
    await database.migrate()
    await database.close()
    engine = create_engine(f"sqlite:///{settings.data / 'tourdesk.db'}")
    with engine.begin() as connection:
        for statement, rows in _past(clients):
            while some := list(islice(rows, AT_ONCE)):
                connection.execute(text(statement), some)
    engine.dispose()


def _past(clients: int) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    when = "2027-03-01 10:00:00.000000"

    def name(n: int) -> str:
        return f"{FIRST[n % 10]} {LAST[n // 10 % 10]}{n // 100}"

    def phone(n: int) -> str:
        return f"+35988{n:07}"

    yield (
        "INSERT INTO persons (telegram_id, name, language, started_at, language_chosen) "
        f"VALUES (:n, :name, 'bg', '{when}', 0)",
        ({"n": n, "name": name(n)} for n in range(1, clients // 10)),
    )
    yield (
        f"INSERT INTO clients (name, phone, known_since) VALUES (:name, :phone, '{when}')",
        ({"name": name(n), "phone": phone(n)} for n in range(1, clients + 1)),
    )
    yield (
        "INSERT INTO search_tokens (subject, token, subject_id) VALUES ('client', :token, :n)",
        (
            {"token": token, "n": n}
            for n in range(1, clients + 1)
            for token in client_tokens(name(n), phone(n))
        ),
    )
    yield (
        "INSERT INTO deals (client_id, title, seats, price_minor, deposit_minor, currency, created_at, step_key) "
        f"VALUES (:n, 'Ohrid', 2, 60000, 20000, 'EUR', '{when}', 'new')",
        ({"n": n} for n in range(1, clients + 1, 5)),
    )
    yield (
        "INSERT INTO history (subject, subject_id, what, at, actor, facts) "
        f"VALUES ('deal', :n, 'advanced', '{when}', 'Maria', :facts)",
        (
            {"n": n, "facts": orjson.dumps({"from": "new", "to": "inquiry", "number": n}).decode()}
            for n in range(1, 2 * clients + 1)
        ),
    )
    yield (
        "INSERT INTO notices (key, kind, person_id, due_at, created_at, facts, state, attempts) "
        f"VALUES (:key, 'departure', :person, :due, '{when}', '{{}}', 'waiting', 0)",
        (
            {
                "key": f"departure:{n}",
                "person": 1 + n % (clients // 10 - 1),
                "due": str(NIGHT + timedelta(n))[:19],
            }
            for n in range(1, clients // 10)
        ),
    )


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
