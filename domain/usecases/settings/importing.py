"""Definitions from a file: what they would change is seen first, and then all of it is settled, or nothing."""

from collections.abc import Sequence

from domain.entities.definition_imports import DEFINITIONS_FILE, DefinitionImport
from domain.entities.definitions import THE_AGENCY
from domain.entities.files import SentFile, StoredFile
from domain.entities.people import Right
from domain.notices.settings import DEFINITIONS_READ, DEFINITIONS_REFUSED
from domain.ports.desk import Desk
from domain.queries.definition_imports import Change, Proposal, changes
from domain.usecases.files.fetched import on_fetched
from domain.usecases.settings.defining import define
from domain.values.refusals import Refusal


def send_definitions(desk: Desk, file: SentFile) -> DefinitionImport:
    """To be fetched and read. Raises Forbidden, Refusal: definitions_file_too_big, not_a_definitions_file."""
    desk.must(Right.CHANGE_SETTINGS)
    file.must_be_acceptable(DEFINITIONS_FILE)
    assert desk.actor.staff is not None
    one = DefinitionImport(desk.actor.staff, file.wanted(DEFINITIONS_FILE, desk.now), desk.now)
    desk.repositories.definition_imports.add(one)
    return one


def import_with(desk: Desk, file: StoredFile) -> DefinitionImport | None:
    """The import this file was sent for."""
    return desk.repositories.definition_imports.with_file(file)


def definitions_fetched(desk: Desk, one: DefinitionImport, content: bytes) -> None:
    one.text = content.decode()
    desk.notify(one.by.person, DEFINITIONS_READ, f"{one.id}", imported=one.id)


def definitions_not_fetched(desk: Desk, one: DefinitionImport, reason: str) -> None:
    desk.notify(one.by.person, DEFINITIONS_REFUSED, f"{one.id}", imported=one.id, reason=reason)


def take_over(desk: Desk, number: int, proposals: Sequence[Proposal]) -> list[Change]:
    """Settles all of them; what depends on another one waits for it.

    Raises Forbidden, NotFound, Refusal: import_not_read, import_applied, nothing_to_import, and whatever the first
    definition is refused for that fits in no order: then nothing is changed.
    """
    desk.must(Right.CHANGE_SETTINGS)
    one = desk.repositories.definition_imports.locked(number)
    one.must_be_ready()
    left = found = changes(desk, proposals)
    if not found:
        raise Refusal("nothing_to_import")
    while left:
        left = _settled_as_far_as_they_fit(desk, left)
    one.applied_at = desk.now
    desk.note("agency", THE_AGENCY, "imported", count=len(found), file=one.file.name)
    return found


def _settled_as_far_as_they_fit(desk: Desk, wanted: Sequence[Change]) -> list[Change]:
    """Those that did not fit yet. Raises the first one's Refusal when none did."""
    left: list[Change] = []
    first: Refusal | None = None
    for one in wanted:
        seen = desk.agency.definitions.revision(one.kind, one.key)
        facts = {"kind_of_definition": one.kind.key, "name": one.key}
        try:
            define(desk, one.kind, one.becomes, seen, "taken_over", key=one.key, **facts)
        except Refusal as refusal:
            first = first or refusal
            left.append(one)
    if first is not None and len(left) == len(wanted):
        raise first
    return left


on_fetched(
    DEFINITIONS_FILE,
    owner=import_with,
    reads=definitions_fetched,
    refused=definitions_not_fetched,
)
