"""Who posts: the source by its token, and whether its pages may ask from a browser."""

from collections.abc import Collection
from urllib.parse import urlsplit

from domain.entities.web_sources import WebSource, origins_of, source_with
from web.doors import Backend, Rejected, Visit
from web.limits import Rate

OF_A_SOURCE = Rate(250, 2500)
"""Of one token: a campaign that brings everybody at once, for some seconds."""


async def posting_source(visit: Visit, backend: Backend) -> tuple[str, WebSource, str]:
    """Its key, itself, and its token. Raises Rejected: 401, 403, 429."""
    backend.must_not_guess(visit)
    token = visit.bearer
    found = source_with(backend.agency.latest.definitions, token) if token else None
    if found is None and token:  # it may have been made in another process
        found = await backend.database.read(
            lambda unit: source_with(backend.desk(unit).agency.definitions, token)
        )
    if found is None or token is None:
        backend.guessed(visit)
        raise unknown()
    key, source = found
    _must_be_ours(visit, source)
    backend.must_be_seldom(("source", key), OF_A_SOURCE)
    return key, source, token


def unknown() -> Rejected:
    return Rejected(401, "unknown_token", "Send the token of a source: Authorization: Bearer …")


async def known_origins(backend: Backend) -> Collection[str]:
    """Whose pages may read an answer: a browser asks before it sends the token."""
    return origins_of(backend.agency.latest.definitions)


def _must_be_ours(visit: Visit, source: WebSource) -> None:
    """A browser says from which page it posts; a server says nothing. Our own page is of the same host."""
    origin = visit.headers.get("Origin")
    if origin is None or origin in source.origins or urlsplit(origin).netloc == visit.headers.get("Host"):
        return
    raise Rejected(403, "unknown_origin", "Pages of this address may not post with this token.")
