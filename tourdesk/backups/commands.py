"""What the commands about backups do and say: `backup-key`, `backup`, `restore`, `move`, `drill`."""

import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import segno
import typer

from domain.usecases.ops.backups import want_backup
from scheduler.agency_desk import AgencyDesk
from scheduler.jobs.backing_up import BackupJob
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from tourdesk.backups.archive import BadArchiveError
from tourdesk.backups.drill import Card, Rehearse, drill
from tourdesk.backups.keys import keep_public, new_pair, secret_of
from tourdesk.backups.making import make_backup
from tourdesk.backups.moving import move
from tourdesk.backups.restoring import restore
from tourdesk.backups.writing import Progress
from tourdesk.keys import secret_keys
from tourdesk.not_started import NotStartedError
from tourdesk.settings import PUBLIC_KEY, Settings
from tourdesk.wall_clock import real_time


async def make_key(settings: Settings, *, replace: bool) -> None:
    """A key pair: the secret one is shown once, the public one stays."""
    if settings.public_key and not replace:
        raise NotStartedError(
            "There is a key already. --replace makes another; old backups need the old one still."
        )
    secret, public = new_pair()
    keep_public(settings.data, public)
    typer.echo("This key opens your backups. It is shown once and kept nowhere here.")
    typer.echo(
        "Write it down or photograph it, and keep it away from this machine: without it no backup opens.\n"
    )
    segno.make(secret, micro=False).terminal(out=sys.stdout, compact=True)
    typer.echo(f"\n{secret}\n")
    typer.echo(f"Backups are locked from now on with {public} ({settings.data / PUBLIC_KEY}).")


async def back_up_now(settings: Settings) -> None:
    """Now, whatever the hour; the scheduler knows of it."""
    if settings.public_key is None:
        raise NotStartedError("TOURDESK_BACKUP_KEY: there is no key. `tourdesk backup-key` makes one.")
    keys = secret_keys(settings.data)
    agency = settings.agency_with(keys[0])
    database = Database(settings.database_url, Keys(*keys))

    desk = AgencyDesk(agency, real_time, secrets.token_urlsafe)

    def want(unit: SqlUnit) -> None:
        want_backup(desk(unit))

    try:
        await database.migrate()
        await database.run(want)
        with _shown() as progress:
            work = BackupJob(
                database,
                agency,
                real_time,
                secrets.token_urlsafe,
                lambda made_at: make_backup(settings, made_at, progress),
            )
            number = await work.take()
            if number is None:
                raise NotStartedError("A backup is being made just now.")
            good = await work.make(number)
        backup = await database.read(lambda unit: unit.repositories.backups.get(number))
    finally:
        await database.close()
    if not good:
        raise NotStartedError(f"No backup was made: {backup.error}")
    typer.echo(
        f"Backed up and restored on trial: {backup.rows:,} rows, {backup.files:,} files, {_size(backup.size or 0)} "
        f"in {backup.seconds} s. Kept in: {backup.place}"
    )
    if backup.error:
        typer.echo(f"But: {backup.error}", err=True)


async def restore_here(settings: Settings, archive: Path, key: Path, *, other_bot: bool) -> None:
    now = real_time()
    try:
        with _shown() as progress:
            done = await restore(
                archive, secret_of(key), settings, now, other_bot=other_bot, progress=progress
            )
    except BadArchiveError as error:
        raise NotStartedError(f"Nothing was restored: {error}") from None
    typer.echo(
        f"Restored and compared: {done.tail.rows:,} rows, {done.tail.files:,} files in {done.seconds:.1f} s, "
        f"as of {done.head.made_at:%Y-%m-%d %H:%M} UTC."
    )
    lost = max((now - done.head.made_at).total_seconds(), 0) / 3600
    typer.echo(
        f"What was done in the {lost:.1f} hours since then is not in it; what people wrote in the last 24"
    )
    typer.echo("hours and nobody answered, Telegram brings again.")
    if done.tail.missing:
        typer.echo(f"{done.tail.missing} files of documents were missing already when it was made.")
    if done.doubtful:
        typer.echo(
            f"{done.doubtful} notices may have been said already. They wait for the owner: /backups in the bot."
        )
    typer.echo("Start with: tourdesk run")


async def move_to(settings: Settings, to: str) -> None:
    """Takes the agency to PostgreSQL, and says table by table that all of it is there."""
    from rich.console import Console
    from rich.table import Table

    with _shown() as progress:
        moved = await move(settings, to, progress)
    table = Table("table", "rows", "SHA-256, equal here and there")
    for each in moved:
        table.add_row(each.table, f"{each.here.rows:,}", each.there.sha256[:16])
    Console().print(table)
    typer.echo(
        f"Moved and compared: {sum(each.here.rows for each in moved):,} rows. Set TOURDESK_DATABASE to that"
    )
    typer.echo(
        "address before the next start. The SQLite file is as it was: put it away, and start it no more."
    )


async def drill_here(settings: Settings, to: str | None, card: Card, rehearse: Rehearse) -> None:
    """Tries out what a restore would be like."""
    with _shown() as progress:
        report = await drill(settings, real_time(), card, rehearse, to, progress)
    for what, told in report.refused.items():
        typer.echo(f"refused ({what}): {told}")
    typer.echo(str(report))
    if not report.held:
        raise NotStartedError("The drill failed.")


@contextmanager
def _shown() -> Iterator[Progress]:
    """A line that moves while something is done; nothing where nobody watches."""
    from rich.console import Console
    from rich.progress import Progress as Lines
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} {task.description}"), TimeElapsedColumn())
    with Lines(*columns, console=console, transient=True, disable=not console.is_terminal) as lines:
        tasks = {what: lines.add_task(what, total=None) for what in ("rows", "files")}
        yield lambda what, more: lines.advance(tasks[what], more)


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"
