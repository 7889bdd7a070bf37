"""`tourdesk demo`: everything on this machine, with a cast and a clock that can be turned."""

import asyncio
import tempfile
import webbrowser
from contextlib import AsyncExitStack, suppress
from datetime import datetime
from pathlib import Path

import typer
from aiohttp import ClientSession
from pydantic import SecretStr

from domain.entities.people import Role
from domain.usecases.staff.staffing import invite
from domain.values.language import Language
from locales import Voice
from sandbox import Sandbox
from sandbox.clock import Clock
from storage import SqlUnit
from tourdesk.agency import RunningAgency, running
from tourdesk.backups.keys import keep_public, new_pair
from tourdesk.cast import CLIENTS, STAFF, Character
from tourdesk.landmarks import days_before
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings
from tourdesk.stopping import until_stopped
from tourdesk.wall_clock import real_time

TICK = 0.3
"""Seconds between two looks of the scheduler: whoever turns the clock wants to see what happens."""

ACCOUNT = "IBAN BG80 BNBG 9661 1020 3456 78"
"""The example of Bulgaria in the registry of IBANs: nobody's."""

CLOCK = "demo-clock.txt"


async def play(asked: Settings, port: int, data: Path | None, *, open_page: bool) -> None:
    """Until Ctrl-C, as an agency like the one `asked` for. Raises NotStartedError when the port is taken."""
    typer.echo("Starting the demo agency …")
    async with AsyncExitStack() as stack:
        sandbox = Sandbox(bot_name="Tourdesk", numbers_after=_never_before())
        await _listening(sandbox, port)
        stack.push_async_callback(sandbox.stop)
        folder = data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tourdesk-demo-")))
        settings = asked.model_copy(
            update={
                "token": SecretStr(sandbox.token),
                "data": folder,
                "api_url": sandbox.api_url,
                "pay_to": asked.pay_to or ACCOUNT,
            }
        )
        _with_backup_key(settings)
        _goes_on(sandbox.clock, folder)
        stack.callback(lambda: _remember(sandbox.clock.now(), folder))
        at_work = await stack.enter_async_context(running(settings, sandbox.clock.now, every=TICK))
        session = await stack.enter_async_context(ClientSession(sandbox.url))
        await let_in(session, at_work)
        landmarks = asyncio.create_task(_landmarks(session, at_work, folder))
        stack.push_async_callback(_ended, landmarks)
        typer.echo(f"\n  Tourdesk is open:  {sandbox.url}\n\n  Ctrl-C closes it.")
        if open_page:
            with suppress(webbrowser.Error):
                webbrowser.open(sandbox.url)
        await until_stopped()


async def _listening(sandbox: Sandbox, port: int) -> None:
    try:
        await sandbox.start(port=port)
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) else "there is no such port"
        raise NotStartedError(
            f"Cannot listen on port {port}: {why}. Choose another: make demo PORT=8471"
        ) from None


def _with_backup_key(settings: Settings) -> None:
    """Its backups can be practised with too: here, unlike in earnest, the key that opens them stays beside them."""
    if settings.public_key is None:
        secret, public = new_pair()
        settings.data.mkdir(parents=True, exist_ok=True)
        (settings.data / "backup-key.txt").write_text(f"{secret}\n")
        keep_public(settings.data, public)


def _never_before() -> int:
    """A kept folder knows the numbers of the last time: they go on by twenty a second, and begin anew in 20 months."""
    return int(real_time().timestamp() * 20) % 2**30


async def let_in(session: ClientSession, at_work: RunningAgency) -> None:
    """The cast comes in through the same doors as anybody: staff by invitation, clients by Start."""
    for character in (*STAFF, *CLIENTS):
        await session.post("/sim/people", json=character.introduced())
    for character in STAFF:
        assert character.role is not None
        token = await _invitation(at_work, character.role)
        await _say(session, character, f"/start s_{token}" if token else "/start")
    for character in CLIENTS:
        await _say(session, character, "/start")


async def _invitation(at_work: RunningAgency, role: Role) -> str | None:
    """None when somebody of this role is there already: the folder was kept from an earlier demo."""

    def work(unit: SqlUnit) -> str | None:
        if any(member.role is role for member in unit.repositories.staff.active()):
            return None
        return invite(at_work.desk(unit), role)

    return await at_work.database.run(work)


async def _say(session: ClientSession, character: Character, text: str) -> None:
    async with session.post(f"/sim/people/{character.id}/say", json={"text": text}) as answer:
        answer.raise_for_status()


def _goes_on(clock: Clock, folder: Path) -> None:
    """In a kept folder no time goes back: trips that have left have left."""
    with suppress(OSError, ValueError):
        clock.set(max(clock.now(), datetime.fromisoformat((folder / CLOCK).read_text())))


def _remember(now: datetime, folder: Path) -> None:
    (folder / CLOCK).write_text(now.isoformat())


async def _landmarks(session: ClientSession, at_work: RunningAgency, folder: Path) -> None:
    """Keeps the page's clock offering the day before each departure, and remembers how far it was turned."""
    voice = Voice(Language.ENGLISH, at_work.agency.latest.zone, None)
    shown: list[dict[str, str]] = []
    while True:
        offered = await at_work.database.read(lambda unit: days_before(at_work.desk(unit), voice))
        if offered != shown:
            await session.post("/sim/landmarks", json=offered)
            shown = offered
        _remember(at_work.clock(), folder)
        await asyncio.sleep(1)


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
