"""`tourdesk verify`: whether everything is as it was written. It only looks, and may do so beside a running agency."""

import sys
import time

import typer

from storage import Database
from storage.audit.findings import Finding
from storage.audit.verifying import Verification
from storage.crypto.sealing import Keys
from tourdesk.keys import KEY
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings
from tourdesk.start.setup import secrets_of

MOST = 50
"""Findings that are told one by one."""


async def verify_agency(settings: Settings, *, accept_earlier: bool) -> None:
    """Raises typer.Exit with 1 when something was found."""
    if not (settings.data / KEY).exists():
        raise NotStartedError(f"TOURDESK_DATA: there is no {KEY} in this folder")
    database = Database(settings.database_url, Keys(*secrets_of(settings)))
    try:
        if not await database.read(lambda unit: unit.secrets.fits()):
            raise NotStartedError(f"TOURDESK_DATA: {KEY} is not the one this database was sealed with")
        if accept_earlier:
            await database.run(lambda unit: unit.secrets.accept_unmarked())
        verification = Verification(database)
        began = time.monotonic()
        while await verification.look_on():
            _progress(verification)
        _tell(verification, time.monotonic() - began)
    finally:
        await database.close()
    if verification.findings:
        raise typer.Exit(1)


def _progress(verification: Verification) -> None:
    if sys.stdout.isatty():
        typer.echo(f"\r{verification.entries} entries …", nl=False)


def _tell(verification: Verification, seconds: float) -> None:
    for finding in verification.findings[:MOST]:
        typer.echo(str(finding))
    if (more := len(verification.findings) - MOST) > 0:
        typer.echo(f"and {more} more")
    files, entries = verification.files, verification.entries
    kept = (
        "all as written" if not verification.findings else f"{_things(verification.findings)} not as written"
    )
    speed = f"{seconds / entries * 100_000:.1f} s per 100,000" if entries >= 1000 else f"{seconds:.1f} s"
    typer.echo(f"{files} files, {entries} rows, {kept} ({verification.unsealed} not sealed yet; {speed})")


def _things(findings: list[Finding]) -> str:
    return f"{len(findings)} thing{'s' * (len(findings) != 1)}"
