"""The step of the doors: what may be asked by HTTP, once there is a database behind it."""

import secrets

from domain.entities.web_sources import source_with
from domain.usecases.web_sources.settling import add_source
from scheduler.agency_desk import AgencyDesk
from storage import Database, SqlUnit
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings
from tourdesk.start.setup import Setup
from tourdesk.wall_clock import Clock
from web.doors import Backend
from web.handlers.posts.example_page import DEMO_TOKEN
from web.registry import all_doors
from web.server import WebDoors


def doors_of(settings: Settings, *, demo: bool = False) -> WebDoors:
    """All of them, with nothing behind yet."""
    return WebDoors(all_doors(demo=demo), settings.web_proxies)


async def open_doors(setup: Setup, database: Database, clock: Clock, doors: WebDoors) -> None:
    """Until the end. They listen on their port, unless that is the webhook's: then beside it, or somebody else does.

    Raises NotStartedError.
    """
    desk = AgencyDesk(setup.agency, clock, secrets.token_urlsafe)
    doors.backend = Backend(database, setup.agency, desk, clock, setup.files)
    setup.stack.callback(setattr, doors, "backend", None)
    settings = setup.settings
    host, port = settings.web_host, settings.web_port
    if port is None or settings.web_beside_webhook:
        return
    try:
        setup.stack.push_async_callback(await doors.listen(host, port))
    except OSError as error:
        raise NotStartedError(
            f"TOURDESK_WEB_PORT: cannot listen on {host}, port {port}: {error.strerror}"
        ) from None


async def let_example_post(doors: WebDoors) -> None:
    """The demo's own page has a source, once; its token is known to everybody."""
    backend = doors.backend
    assert backend is not None

    def work(unit: SqlUnit) -> None:
        desk = backend.desk(unit)
        if source_with(desk.agency.definitions, DEMO_TOKEN) is None:
            add_source(desk, "tours.example", token=DEMO_TOKEN)

    await backend.database.run(work)
