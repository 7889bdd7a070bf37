"""The step of the status pages: there before everything else, so that they say what is still missing."""

from functools import partial

from ops.disk import disk_of
from tourdesk.not_started import NotStartedError
from tourdesk.start.setup import Setup
from tourdesk.status.readiness import AgencyStatus
from tourdesk.wall_clock import Clock


async def start_status(setup: Setup, clock: Clock) -> AgencyStatus:
    """What the later steps fill in; shown when a port is set."""
    status = AgencyStatus(setup.parts, clock, partial(disk_of, setup.settings.data))
    host, port = setup.settings.status_host, setup.settings.status_port
    if port is None or not setup.parts:
        return status
    from tourdesk.status.pages import open_pages

    try:
        setup.stack.push_async_callback(await open_pages(status, host, port))
    except OSError as error:
        raise NotStartedError(
            f"TOURDESK_STATUS_PORT: cannot listen on {host}, port {port}: {error.strerror}"
        ) from None
    return status
