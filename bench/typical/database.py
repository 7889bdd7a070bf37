"""The engine and its sessions, as durable as ours; and the same deals as ours has."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import event, func, insert, make_url, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from bench.typical.models import Base, Client, Deal, History, User

POOL = {"sqlite": 5, "postgresql": 20}
"""Connections, and none beyond: none is opened while it is measured. More of SQLite's starve each other until updates fail."""


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251


def engine_to(url: str) -> AsyncEngine:
    kind = make_url(url).get_backend_name()
    engine = create_async_engine(url, pool_size=POOL[kind], max_overflow=0)
    if kind == "sqlite":
        event.listen(engine.sync_engine, "connect", _set_up)
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("busy_timeout = 10000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def sessions_of(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    return async_sessionmaker(engine, expire_on_commit=False)


async def prepare(url: str, owners: Sequence[int]) -> None:
    """A fresh database in which deal 1, 2, 3 … is the manager's with that Telegram id."""
    engine = engine_to(url)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        staff = {owner: number for number, owner in enumerate(sorted(set(owners)), start=1)}
        everybody = [_manager(number, owner) for owner, number in staff.items()]
        await connection.execute(insert(User), everybody)
        numbers = iter(range(1, len(owners) + 1))
        for owner, theirs in groupby(owners):
            mine = [next(numbers) for _ in theirs]
            await connection.execute(insert(Client), [_client(number) for number in mine])
            await connection.execute(insert(Deal), [_deal(number, staff[owner]) for number in mine])
    await engine.dispose()


async def moved(url: str) -> int:
    """How many deals have gone one stage on, each with its entry in the history."""
    engine = engine_to(url)
    async with engine.connect() as connection:
        asked = select(func.count()).select_from(Deal).join(History).where(Deal.stage == "inquiry")
        count = await connection.scalar(asked)
    await engine.dispose()
    return count or 0


def _manager(number: int, telegram_id: int) -> dict[str, Any]:
    return {
        "id": number,
        "telegram_id": telegram_id,
        "name": f"Boris {number}",
        "role": "manager",
        "language": "en",
    }


def _client(number: int) -> dict[str, Any]:
    return {"id": number, "name": f"Anna Petrova {number}", "phone": f"+3598{number:08d}"}


def _deal(number: int, responsible: int) -> dict[str, Any]:
    return {
        "id": number,
        "title": "Vienna",
        "seats": 2,
        "price_minor": 0,
        "deposit_minor": 0,
        "currency": "EUR",
        "stage": "new",
        "stage_since": now(),
        "created_at": now(),
        "client_id": number,
        "responsible_id": responsible,
        "version": 1,
    }
