"""Which entries of a history tell words that their client has taken back since: they are kept, and shown to nobody."""

from collections.abc import Sequence, Set

from domain.entities.clients import Client
from domain.entities.history import HistoryEntry
from domain.entities.interactions import TAKEN_BACK_WITHIN, Interaction, Said
from domain.ports.desk import Desk

EDITED = "edited"
_BY_CLIENTS = (Said.QUESTION.value, EDITED)


def may_be_taken_back(entries: Sequence[HistoryEntry]) -> list[HistoryEntry]:
    """Those that tell what a client has written."""
    return [one for one in entries if one.what in _BY_CLIENTS]


def taken_back_among(desk: Desk, client: Client, entries: Sequence[HistoryEntry]) -> Set[int]:
    """The numbers of the entries. An entry does not name what was said: it has its moment and its words."""
    asked = may_be_taken_back(entries)
    if not asked:
        return frozenset()
    since, before = min(one.at for one in asked), max(one.at for one in asked)
    taken_back = desk.repositories.interactions.taken_back_of(client, since - TAKEN_BACK_WITHIN, before)
    return frozenset(one.id for one in asked if any(_tells(one, said) for said in taken_back))


def _tells(entry: HistoryEntry, said: Interaction) -> bool:
    if said.taken_back_at is None or not said.at <= entry.at <= said.taken_back_at:
        return False
    if entry.what == EDITED:
        return said.edited_at is not None
    return said.original is not None or entry.facts.get("text") == said.text
