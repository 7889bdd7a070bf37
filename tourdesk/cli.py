"""The command line: run the real thing, play the demo, let the first owner in, keep the catalogs."""

import sys
from collections.abc import Coroutine
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from tourdesk.settings import Settings

app = typer.Typer(help="A travel agency that lives in Telegram.", no_args_is_help=True, add_completion=False)


class Part(StrEnum):
    """What one process runs."""

    BOT = "bot"
    SCHEDULER = "scheduler"


@app.command()
def run(
    only: Annotated[
        Part | None, typer.Option(help="Run one part, beside other processes (PostgreSQL).")
    ] = None,
) -> None:
    """Runs the agency with the token in TOURDESK_TOKEN, until Ctrl-C."""
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
) -> None:
    """Plays a whole agency on this machine: a practice Telegram, a cast, and a clock to turn."""
    from tourdesk.demo import play
    from tourdesk.logs import write_logs

    write_logs(readable=True)
    own = _settings(token="1:demo", database=None, webhook_url=None, api_url=None)  # noqa: S106
    _start(play(own, port, data, open_page=open_page))


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
    """Until it is stopped; exit 2 with one line when it cannot even begin."""
    from tourdesk.agency import NotStartedError
    from tourdesk.stopping import run_until_stopped

    try:
        run_until_stopped(work)
    except NotStartedError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None


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
