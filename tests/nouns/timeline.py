"""The timeline of a client: what the tests that walk everything need to know of it."""

from domain.ports.desk import Desk
from domain.queries import timeline as queries
from domain.queries.timeline import TimelineEntry
from tests.nouns.declared import calls, forged

forged("only", lambda _p, _t: ["", "talk", "note", "payment"])
forged("place", lambda _p, _t: [0, -1, 100_000])


def _first_entry(desk: Desk, client: int) -> TimelineEntry:
    newest = queries.timeline(desk, client).entries
    return queries.timeline_entry(desk, client, newest[0].id)


calls(
    {
        "queries.timeline.timeline": lambda d, p, _t: queries.timeline(d, p.client, limit=200),
        "queries.timeline.timeline_entry": lambda d, p, _t: _first_entry(d, p.client),
    }
)
