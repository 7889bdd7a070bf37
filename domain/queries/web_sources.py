"""Web sources as they are read: all of them, and one with its revision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.entities.branches import Branch
from domain.entities.people import Right
from domain.entities.web_sources import WEB_SOURCE, WebSource
from domain.ports.desk import Desk
from domain.values.refusals import NotFound


@dataclass(frozen=True)
class SourceCard:
    """A source, the branch whose its inquiries are, and the revision that a change of it must still find."""

    key: str
    source: WebSource
    branch: Branch | None
    seen: int


def web_sources(desk: Desk) -> Mapping[str, WebSource]:
    """Those that are open, by key, the newest first. Raises Forbidden."""
    desk.must(Right.CHANGE_SETTINGS)
    settled = desk.agency.definitions.all(WEB_SOURCE)
    return {key: settled[key] for key in reversed([*settled]) if settled[key].is_open}


def web_source(desk: Desk, key: str) -> SourceCard:
    """Raises Forbidden, NotFound: no_such_source."""
    desk.must(Right.CHANGE_SETTINGS)
    definitions = desk.agency.definitions
    found = definitions.all(WEB_SOURCE).get(key)
    if found is None or found.closed:
        raise NotFound("no_such_source")
    branch = desk.repositories.branches.get(found.branch) if found.branch else None
    return SourceCard(key, found, branch, definitions.revision(WEB_SOURCE, key))


def branches_of_sources(desk: Desk) -> Sequence[Branch]:
    """Whose what comes from one can be. Raises Forbidden."""
    desk.must(Right.CHANGE_SETTINGS)
    return desk.repositories.branches.all()
