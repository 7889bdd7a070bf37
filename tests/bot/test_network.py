"""Inside a transaction no network is touched: whoever waits for Telegram holds up nobody's papers."""

import asyncio
import socket
import sys
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, TypeVar

import pytest
from aiohttp import ClientSession

from storage import Database, SqlUnit
from tests.bot.long_story import lives_a_day
from tests.world import World

T = TypeVar("T")
INSIDE: ContextVar[bool] = ContextVar("inside", default=False)
caught: list[str] = []
steps: list[int] = []


def _touched(what: str) -> None:
    if INSIDE.get():
        caught.append(what)
        raise AssertionError(f"{what} inside a transaction")


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    """A path is the database's own socket; an address is the network."""
    network = event in {"socket.connect", "socket.sendto"} and isinstance(arguments[1], tuple)
    if network or event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        _touched(event)


sys.addaudithook(_audit)


def _guarding(original: Callable[..., Any]) -> Callable[..., Any]:
    async def guarded(database: Database, work: Callable[[SqlUnit], T]) -> Any:
        def step(unit: SqlUnit) -> T:
            steps.append(1)
            token = INSIDE.set(True)
            try:
                return work(unit)
            finally:
                INSIDE.reset(token)

        return await original(database, step)

    return guarded


def _noticing(original: Callable[..., Any], what: str) -> Callable[..., Any]:
    def noticed(*args: Any, **more: Any) -> Any:
        _touched(what)
        return original(*args, **more)

    return noticed


@pytest.fixture
def _guard(monkeypatch: pytest.MonkeyPatch) -> None:
    caught.clear()
    steps.clear()
    monkeypatch.setattr(Database, "run", _guarding(Database.run))
    monkeypatch.setattr(Database, "read", _guarding(Database.read))
    monkeypatch.setattr(ClientSession, "_request", _noticing(ClientSession._request, "aiohttp"))
    monkeypatch.setattr(asyncio, "create_task", _noticing(asyncio.create_task, "a task begun"))


@pytest.mark.usefixtures("_guard")
async def test_a_long_day_touches_no_network_inside_a_transaction(world: World) -> None:
    await lives_a_day(world)

    assert len(steps) > 200
    assert caught == []


@pytest.mark.usefixtures("_guard")
async def test_it_would_be_noticed(database: Database) -> None:
    def connecting(_unit: SqlUnit) -> None:
        with socket.socket() as line:
            line.connect(("127.0.0.1", 9))

    for work in (connecting, lambda _unit: ClientSession._request(None, "GET", "/")):  # type: ignore[arg-type]
        with pytest.raises(AssertionError, match="inside a transaction"):
            await database.run(work)
    assert caught == ["socket.connect", "aiohttp"]
