"""The dry run: every row of a file is held against the files we have, some at a time; nothing is changed by it."""

import json
from collections.abc import Iterable, Mapping, Sequence

from domain.entities.client_imports import (
    ClientFacts,
    ClientImport,
    ImportedRow,
    ImportState,
    ReadRow,
    RowState,
    facts_text,
)
from domain.entities.client_matching import Alike, Verdict, name_words, verdict, would_fill
from domain.entities.clients import Client
from domain.ports.desk import Desk
from domain.usecases.client_imports.sending import tell


def judge(desk: Desk, number: int, rows: Sequence[ReadRow]) -> bool:
    """These rows are the next of the file; those judged before are passed over. False when nobody wants it any more."""
    one = desk.repositories.client_imports.locked(number)
    if one.state is not ImportState.READING:
        return False
    new = [row for row in rows if row.line > one.read_upto]
    told = [row.facts for row in new if row.facts]
    found = alike(desk, told)
    before = desk.repositories.imported_rows.lines_with(number, *_reached_by(told))
    lines = dict(before)
    for row in new:
        kept = _judged(one, row, found, lines)
        desk.repositories.imported_rows.add(kept)
        one.moved(None, kept.state)
        one.read_upto = row.line
        for way in filter(None, (kept.phone, kept.email)):
            lines.setdefault(way, row.line)
    return True


def all_read(desk: Desk, number: int) -> None:
    """The dry run is over; whoever sent the file hears what would be done."""
    one = desk.repositories.client_imports.locked(number)
    if one.state is ImportState.READING:
        one.state = ImportState.READY
        tell(desk, one)


class Known:
    """Clients who have a phone, an address, or a name and birthday of these rows, fetched together."""

    def __init__(self, desk: Desk, told: Sequence[ClientFacts]) -> None:
        self._desk = desk
        phones, emails = _reached_by(told)
        self._by_way: dict[str, list[Client]] = {}
        clients = desk.archive.clients
        for client in clients.reached_by(phones, emails):
            for way in filter(None, (client.phone, client.email)):
                self._by_way.setdefault(way, []).append(client)
        people = {(name, one.born_on) for one in told if one.born_on for name in _names(one)}
        self._by_birth: dict[object, list[Client]] = {}
        for client in clients.named_and_born(people):
            self._by_birth.setdefault(client.born_on, []).append(client)

    def alike(self, facts: ClientFacts) -> list[Alike]:
        named = self._desk.archive.clients.named_alike
        ways = [one for way in (facts.phone, facts.email) if way for one in self._by_way.get(way, ())]
        born = [one for one in self._by_birth.get(facts.born_on, ()) if facts.born_on and _whole(facts, one)]
        files = dict.fromkeys([*ways, *born])
        return [Alike(client, named(client, facts.name)) for client in files]


def alike(desk: Desk, told: Sequence[ClientFacts]) -> Known:
    return Known(desk, told)


def _whole(facts: ClientFacts, client: Client) -> bool:
    """The whole name is the same, in whatever order its words stand."""
    theirs = (client.name, client.latin_name or client.name)
    return bool({*map(name_words, _names(facts))} & {*map(name_words, theirs)})


def _names(facts: ClientFacts) -> set[str]:
    return {facts.name, facts.latin_name or facts.name}


def _judged(one: ClientImport, row: ReadRow, known: Known, lines: Mapping[str, int]) -> ImportedRow:
    if row.facts is None:
        wrong = ImportedRow(one.id, row.line, RowState.FAULT, row.why, row.cell)
        wrong.facts = json.dumps(row.cells, ensure_ascii=False)
        return wrong
    facts = row.facts
    found = verdict(facts, known.alike(facts))
    twice = next((lines[way] for way in (facts.phone, facts.email) if way and way in lines), None)
    if twice is not None:
        found = Verdict(RowState.DOUBT, found.client, "row_twice")
    kept = ImportedRow(one.id, row.line, found.state, found.why, str(twice) if twice else None)
    kept.facts, kept.phone, kept.email = facts_text(facts), facts.phone, facts.email
    if found.client is not None:
        kept.client, kept.filled = found.client.id, would_fill(facts, found.client)
    return kept


def _reached_by(told: Iterable[ClientFacts]) -> tuple[set[str], set[str]]:
    """Phones and addresses."""
    facts = list(told)
    return {one.phone for one in facts if one.phone}, {one.email for one in facts if one.email}
