"""The owner lets a web site or a telephone exchange post to us, gives it another token, or closes it."""

from dataclasses import replace

from domain.entities.definitions import numbered
from domain.entities.people import Right
from domain.entities.web_sources import MOST_ORIGINS, WEB_SOURCE, WebSource, hash_of, read_origin
from domain.ports.desk import Desk
from domain.queries.web_sources import SourceCard, web_source
from domain.usecases.settings.defining import define
from domain.values.refusals import Refusal

MOST = 20
"""Open ones."""


def add_source(
    desk: Desk, name: str, origin: str | None = None, branch: int | None = None, token: str | None = None
) -> tuple[str, str]:
    """Its key, and its token: that is not kept, only its hash. The demo says which token it is.

    Raises Forbidden, NotFound, Refusal: not_a_link, too_long, too_many_sources, source_called_so.
    """
    desk.must(Right.CHANGE_SETTINGS)
    settled = desk.agency.definitions.all(WEB_SOURCE)
    there = [one for one in settled.values() if one.is_open]
    if len(there) >= MOST:
        raise Refusal("too_many_sources", most=MOST)
    if any(one.name.casefold() == name.casefold() for one in there):
        raise Refusal("source_called_so", name=name)
    if branch is not None:
        desk.repositories.branches.get(branch)
    token = token or desk.tokens()
    key = numbered("source", settled)
    origins = () if origin is None else (read_origin(origin),)
    define(
        desk,
        WEB_SOURCE,
        WebSource(name, hash_of(token), origins, branch),
        0,
        "source_added",
        key=key,
        name=name,
    )
    return key, token


def new_token(desk: Desk, key: str, seen: int) -> str:
    """The one before is good no more. Raises Forbidden, NotFound: no_such_source, Refusal: changed_meanwhile."""
    found, token = web_source(desk, key), desk.tokens()
    if found.seen != seen:
        raise Refusal("changed_meanwhile")
    _settle(desk, found, replace(found.source, token_hash=hash_of(token)), "source_token")
    return token


def add_origin(desk: Desk, key: str, seen: int, written: str) -> None:
    """Its pages may post, too.

    Raises Forbidden, NotFound, Refusal: not_a_link, too_long, too_many_origins, changed_meanwhile.
    """
    found, origin = web_source(desk, key), read_origin(written)
    origins = tuple(dict.fromkeys([*found.source.origins, origin]))
    if len(origins) > MOST_ORIGINS:
        raise Refusal("too_many_origins", most=MOST_ORIGINS)
    source = replace(found.source, origins=origins)
    _settle(desk, replace(found, seen=seen), source, "source_origin", origin=origin)


def without_origins(desk: Desk, key: str, seen: int) -> None:
    """No page may post from a browser. Raises Forbidden, NotFound, Refusal: changed_meanwhile."""
    found = web_source(desk, key)
    _settle(desk, replace(found, seen=seen), replace(found.source, origins=()), "source_no_origins")


def close_source(desk: Desk, key: str) -> None:
    """Nothing is taken from there any more; what came stays. Raises Forbidden, NotFound: no_such_source."""
    found = web_source(desk, key)
    _settle(desk, found, replace(found.source, closed=True, token_hash=""), "source_closed")


def _settle(desk: Desk, found: SourceCard, source: WebSource, act: str, **facts: str) -> None:
    define(desk, WEB_SOURCE, source, found.seen, act, key=found.key, name=source.name, **facts)
