"""`tourdesk run`: the real thing with a token, and the link that lets the first owner in."""

import sys

import typer

from ops.database_file import until_taken_away
from tourdesk.agency import BOTH, running
from tourdesk.collecting import collect_as_usual
from tourdesk.not_started import UNKNOWN_TOKEN, NotStartedError
from tourdesk.settings import Settings
from tourdesk.stopping import until_stopped
from tourdesk.wall_clock import real_time


async def run_agency(settings: Settings, only: str | None) -> None:
    """Until it is told to stop."""
    parts = BOTH if only is None else frozenset({only})
    async with running(settings, real_time, parts) as at_work:
        if "bot" in parts and (link := await at_work.database.reached(at_work.owner_link)):
            show_link(link)
        if settings.status_port is not None:
            where = f"http://{settings.status_host}:{settings.status_port}"
            typer.echo(f"Status pages: {where}/health, /ready and /metrics")
        if "scheduler" in parts and settings.public_key is None:
            typer.echo(
                "No backups are made: there is no key to lock them with. `tourdesk backup-key` makes one."
            )
        typer.echo("Tourdesk is running. Ctrl-C stops it.")
        _finish_loading(parts)
        await until_stopped(until_taken_away(settings.database_url))
        raise NotStartedError("TOURDESK_DATABASE: its file was taken away; what is written now would be lost")


def _finish_loading(parts: frozenset[str]) -> None:
    """What nobody waits for who says or taps something; then what was loaded is left alone."""
    if "bot" in parts:
        from bot.transport.calls.lazy_aiogram import warm

        warm()
    collect_as_usual()


async def print_owner_link(settings: Settings) -> None:
    """Another one-time owner's link, for whoever lost the first."""
    async with running(settings, real_time, frozenset()) as at_work:
        at_work.username = await _username(settings)
        link = await at_work.owner_link(another=True)
        assert link is not None
        show_link(link)


async def _username(settings: Settings) -> str:
    """Asked through the postman's library, which loads in a tenth of the other's time."""
    from telegram.error import InvalidToken, NetworkError

    from scheduler.delivery.rate_limiter import RateLimiter
    from scheduler.delivery.telegram_line import telegram

    line = telegram(settings.token.get_secret_value(), settings.api_url, RateLimiter())
    try:
        async with line:
            return line.username
    except InvalidToken:
        raise NotStartedError(UNKNOWN_TOKEN) from None
    except NetworkError:
        raise NotStartedError("Telegram does not answer: is this machine online?") from None


def show_link(link: str) -> None:
    """The link and its QR code, to be scanned with the owner's phone."""
    import segno

    typer.echo("Open this link in Telegram within a day to become the owner. It works once.\n")
    segno.make(link, micro=False).terminal(out=sys.stdout, compact=True)
    typer.echo(f"\n{link}\n")
