"""`tourdesk demo`: everything on this machine, with a cast and a clock that can be turned."""

import asyncio
import webbrowser
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typer
from aiohttp import ClientSession
from pydantic import SecretStr

from domain.values.language import Language
from locales import Voice
from sandbox import Sandbox
from sandbox.clock import Clock
from sandbox.server import USUAL_LIMITS
from storage import SqlUnit
from tourdesk.agency import RunningAgency, running
from tourdesk.arriving import let_in
from tourdesk.backups.keys import keep_public, new_pair
from tourdesk.keys import KEY
from tourdesk.landmarks import days_before
from tourdesk.logs import write_logs
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings
from tourdesk.start.web import doors_of, let_example_post
from tourdesk.stopping import until_stopped
from tourdesk.trying import kept_agency
from tourdesk.wall_clock import real_time
from web.server import WebDoors

TICK = 0.3
"""Seconds between two looks of the scheduler: whoever turns the clock wants to see what happens."""

ACCOUNT = "IBAN BG80 BNBG 9661 1020 3456 78"
"""The example of Bulgaria in the registry of IBANs: nobody's."""

CLOCK = "demo-clock.txt"
LOG = "demo.log"


@dataclass(frozen=True)
class Wanted:
    """How the demo is to be played."""

    port: int
    data: Path | None = None
    """The folder to keep; None: one that is thrown away."""
    open_page: bool = True
    empty: bool = False
    """Without the season."""
    log: bool = False
    """Log lines in the terminal, and not in a file."""


async def play(asked: Settings, wanted: Wanted) -> None:
    """Until Ctrl-C, as an agency like the one `asked` for. Raises NotStartedError when the port is taken."""
    typer.echo("Starting the demo agency …")
    async with AsyncExitStack() as stack:
        folder = wanted.data or Path(stack.enter_context(TemporaryDirectory(prefix="tourdesk-demo-")))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not wanted.log:
            stack.enter_context(_logging_into(folder / LOG))
        sandbox = Sandbox(bot_name="Tourdesk", rate_limits=None, numbers_after=_never_before())
        doors = doors_of(asked, demo=True)
        await _listening(sandbox, wanted.port, doors)
        stack.push_async_callback(sandbox.stop)
        settings = _settings(asked, sandbox, folder)
        with_season = not wanted.empty and not (folder / KEY).exists()
        if with_season:
            await _season(settings, sandbox)
        _with_backup_key(settings)
        _goes_on(sandbox.clock, folder)
        stack.callback(lambda: _remember(sandbox.clock.now(), folder))
        at_work = await stack.enter_async_context(
            running(settings, sandbox.clock.now, every=TICK, doors=doors)
        )
        await let_example_post(doors)
        session = await stack.enter_async_context(ClientSession(sandbox.url))
        if not with_season:
            await let_in(session, at_work)
        sandbox.limit(USUAL_LIMITS)
        await session.post("/sim/guide", json=await _guide(at_work, with_season=with_season))
        landmarks = asyncio.create_task(_landmarks(session, at_work, folder))
        stack.push_async_callback(_ended, landmarks)
        _tell(sandbox.url, folder, wanted)
        if wanted.open_page:
            with suppress(webbrowser.Error):
                webbrowser.open(sandbox.url)
        await until_stopped()


async def _season(settings: Settings, sandbox: Sandbox) -> None:
    """Only this demo imports it."""
    from tourdesk.season.building import build_season
    from tourdesk.season.playing import opening_of

    typer.echo("Playing four weeks of its season, so that there is something to see …")
    zone = settings.profile.where
    await build_season(settings, sandbox, opening_of(sandbox.clock.now().astimezone(zone).date(), zone))


@contextmanager
def _logging_into(path: Path) -> Iterator[None]:
    """What fails while the demo ends or does not begin is told in the terminal again."""
    with path.open("a") as file:
        write_logs(readable=True, out=file)
        try:
            yield
        finally:
            write_logs(readable=True)


async def _guide(at_work: RunningAgency, *, with_season: bool) -> dict[str, Any]:
    """What may be tried: in the season, and in whatever agency this is otherwise."""
    tells = kept_agency
    if with_season:
        from tourdesk.season.guide import guide as tells
    return await at_work.database.read(lambda unit: tells(at_work.desk(unit)))


def _tell(url: str, folder: Path, wanted: Wanted) -> None:
    kept = "" if wanted.data else "   (thrown away at the end; DATA=folder keeps it)"
    log = "here" if wanted.log else f"{folder / LOG}   (LOG=1 shows it here)"
    typer.echo(f"\n  Tourdesk is open:  {url}\n  A web site's form: {url}/form")
    typer.echo(f"  Its data:          {folder}{kept}\n  Its log:           {log}")
    typer.echo("\n  Ctrl-C closes it.")


def _settings(asked: Settings, sandbox: Sandbox, folder: Path) -> Settings:
    of_the_demo = {
        "token": SecretStr(sandbox.token),
        "data": folder,
        "api_url": sandbox.api_url,
        "web_url": sandbox.url,
        "web_port": None,
        "pay_to": asked.pay_to or ACCOUNT,
    }
    return asked.model_copy(update=of_the_demo)


async def _listening(sandbox: Sandbox, port: int, doors: WebDoors) -> None:
    """The practice Telegram, and beside it whatever else comes by HTTP."""
    try:
        await sandbox.start(port=port, beside=doors.routes())
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


def _goes_on(clock: Clock, folder: Path) -> None:
    """In a kept folder no time goes back: trips that have left have left."""
    with suppress(OSError, ValueError):
        clock.set(max(clock.now(), datetime.fromisoformat((folder / CLOCK).read_text())))


def _remember(now: datetime, folder: Path) -> None:
    (folder / CLOCK).write_text(now.isoformat())


async def _landmarks(session: ClientSession, at_work: RunningAgency, folder: Path) -> None:
    """Keeps the page's clock offering the day before each departure, and remembers how far it was turned."""
    shown: list[dict[str, str]] = []
    zone = ""
    while True:
        if zone != (zone := at_work.agency.latest.profile.zone):
            await session.post("/sim/clock", json={"zone": zone})
        offered = await at_work.database.read(lambda unit: _offered(at_work, unit))
        if offered != shown:
            await session.post("/sim/landmarks", json=offered)
            shown = offered
        _remember(at_work.clock(), folder)
        await asyncio.sleep(1)


def _offered(at_work: RunningAgency, unit: SqlUnit) -> list[dict[str, str]]:
    desk = at_work.desk(unit)
    return days_before(desk, Voice.at(desk, Language.ENGLISH))


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
