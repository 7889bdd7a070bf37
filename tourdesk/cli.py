"""The command line: run the real thing, play the demo, let the first owner in, keep the catalogs."""

import sys
from collections.abc import Coroutine
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tourdesk.collecting import collect_seldom

if TYPE_CHECKING:
    from tourdesk.settings import Settings

app = typer.Typer(help="A travel agency that lives in Telegram.", no_args_is_help=True, add_completion=False)


class AgencyPart(StrEnum):
    """What one process runs."""

    BOT = "bot"
    SCHEDULER = "scheduler"


@app.command()
def run(
    only: Annotated[
        AgencyPart | None, typer.Option(help="Run one part, beside other processes (PostgreSQL).")
    ] = None,
) -> None:
    """Runs the agency with the token in TOURDESK_TOKEN, until Ctrl-C."""
    collect_seldom()
    from tourdesk.logs import write_logs
    from tourdesk.running import run_agency

    write_logs(readable=sys.stderr.isatty())
    _start(run_agency(_settings(), only))


@app.command()
def owner_link() -> None:
    """Prints a new one-time link that makes whoever opens it an owner."""
    from tourdesk.running import print_owner_link

    _start(print_owner_link(_settings()))


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the page.")] = 8470,
    data: Annotated[Path | None, typer.Option(help="Folder to keep; a fresh one is thrown away.")] = None,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    empty: Annotated[bool, typer.Option("--empty", help="Begin without trips, deals and inquiries.")] = False,
    log: Annotated[
        bool, typer.Option("--log", help="Show the log here instead of keeping it in a file.")
    ] = False,
) -> None:
    """Plays a whole agency on this machine in mid-season: a practice Telegram, a cast, and a clock to turn."""
    from tourdesk.demo import Wanted, play
    from tourdesk.logs import write_logs

    write_logs(readable=True)
    own = _settings(token="1:demo", database=None, webhook_url=None, api_url=None)  # noqa: S106
    _start(play(own, Wanted(port, data, open_page=open_page, empty=empty, log=log)))


@app.command()
def verify(
    accept_earlier: Annotated[
        bool, typer.Option(help="Take what an earlier program wrote into the history until now as its own.")
    ] = False,
) -> None:
    """Walks the whole history, the money and the database; exit 1 when something is not as it was written."""
    from tourdesk.verifying import verify_agency

    _start(verify_agency(_settings(), accept_earlier=accept_earlier))


@app.command()
def rotate_key() -> None:
    """Makes a new secret key and seals passports with it; stop all processes first. Join links end."""
    from tourdesk.rotation import rotate

    _start(rotate(_settings()))


@app.command()
def backup_key(
    replace: Annotated[bool, typer.Option(help="Make another although there is one.")] = False,
) -> None:
    """Makes the key that opens backups, and shows it once; backups are made from then on."""
    from tourdesk.backups.commands import make_key

    _start(make_key(_settings(), replace=replace))


@app.command()
def backup() -> None:
    """Makes a backup now, restores it on trial, and keeps it where TOURDESK_BACKUP_TO says."""
    from tourdesk.backups.commands import back_up_now

    _start(back_up_now(_settings()))


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="The backup.", exists=True, dir_okay=False)],
    key: Annotated[Path, typer.Option(help="A file with the secret key (AGE-SECRET-KEY-1…).")],
    database: Annotated[
        str | None, typer.Option(help="Where to, instead of TOURDESK_DATABASE; it must be empty.")
    ] = None,
    data: Annotated[Path | None, typer.Option(help="The data folder, instead of TOURDESK_DATA.")] = None,
    other_bot: Annotated[bool, typer.Option(help="Also when it is the backup of another bot.")] = False,
) -> None:
    """Puts an agency back together from a backup, on an empty machine; all of it or nothing."""
    from tourdesk.backups.commands import restore_here

    given = {"database": database, "data": data}
    settings = _settings(**{name: value for name, value in given.items() if value is not None})
    _start(restore_here(settings, file, key, other_bot=other_bot))


@app.command()
def move(
    to: Annotated[str, typer.Option(help="postgresql+asyncpg://… of an empty database.")],
) -> None:
    """Takes an agency from SQLite to PostgreSQL, compared table by table; stop it first."""
    from tourdesk.backups.commands import move_to

    _start(move_to(_settings(), to))


@app.command()
def drill(
    database: Annotated[
        str | None, typer.Option(help="An empty PostgreSQL for the copy; a SQLite file without it.")
    ] = None,
) -> None:
    """Backs up, restores beside the living agency, starts the bot on the copy, compares; nothing is sent."""
    from tourdesk.backups.commands import drill_here
    from tourdesk.rehearsal import deal_card, seconds_to_answer

    _start(drill_here(_settings(), database, deal_card, seconds_to_answer))


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="CSV, XLSX or vCard.", exists=True, dir_okay=False)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    encoding: Annotated[
        str | None, typer.Option(help="Like windows-1251, instead of the one it seems.")
    ] = None,
) -> None:
    """Adds clients from a file that is too big for a chat; it can be taken back there for thirty days."""
    from tourdesk.client_files import import_clients

    _start(import_clients(_settings(), file, dry_run=dry_run, encoding=encoding))


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Where to; .csv, .xlsx or .vcf.", dir_okay=False)],
    tag: Annotated[str | None, typer.Option(help="Only clients with this tag.")] = None,
    colleague: Annotated[
        str | None, typer.Option("--colleague", "--responsible", help="Of this colleague: name or number.")
    ] = None,
    branch: Annotated[str | None, typer.Option(help="Of this branch: name or number.")] = None,
    trip: Annotated[int | None, typer.Option(help="Of the trip with this number.")] = None,
    since: Annotated[
        datetime | None, typer.Option(help="Who travelled since this day.", formats=["%Y-%m-%d"])
    ] = None,
    until: Annotated[datetime | None, typer.Option(help="Or until this day.", formats=["%Y-%m-%d"])] = None,
    mailings: Annotated[bool, typer.Option("--mailings", help="Who has agreed to mailings.")] = False,
) -> None:
    """Writes clients into a file, a hundred thousand each; passports and special needs are not in it."""
    from domain.entities.client_exports import ClientFilter
    from tourdesk.client_files import export_clients

    days = since and since.date(), until and until.date()
    wanted = ClientFilter(tag, None, None, *days, trip, mailings)
    _start(export_clients(_settings(), file, wanted, colleague, branch))


@app.command()
def words(
    check: Annotated[bool, typer.Option(help="Only say what is missing; exit 1 when something is.")] = False,
) -> None:
    """Brings new sentences of the code into the catalogs, or checks that nothing is missing."""
    from locales.keeping import faults, update

    if not check:
        update()
    found = faults()
    for fault in found:
        typer.echo(fault)
    if found:
        raise typer.Exit(1)
    typer.echo("The catalogs are complete.")


def _start(work: Coroutine[Any, Any, None]) -> None:
    """Until it is stopped."""
    from tourdesk.stopping import run_or_say_why

    if code := run_or_say_why(work):
        raise typer.Exit(code)


def _settings(**given: Any) -> "Settings":
    """The settings, or exit 2 with a line that names each key that is wrong. Values are never printed."""
    from pydantic import ValidationError

    from tourdesk.settings import Settings

    try:
        return Settings(**given)
    except ValidationError as error:
        for fault in error.errors(include_input=False, include_url=False):
            key = "_".join(str(part) for part in fault["loc"]).upper()
            typer.echo(f"TOURDESK_{key}: {fault['msg'].removeprefix('Value error, ')}", err=True)
        raise typer.Exit(2) from None
