"""The definitions as a file, and a file of them that was sent: for whoever may change the settings."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from domain.entities.definition_imports import DefinitionImport
from domain.entities.definitions import DefinitionKind, Definitions
from domain.entities.people import Right
from domain.entities.profile import Profile
from domain.ports.desk import Desk


@dataclass(frozen=True)
class Proposal:
    """What a file would settle."""

    kind: DefinitionKind[Any]
    key: str
    value: Any


@dataclass(frozen=True)
class Change:
    """What would become other than it is: a new definition (`was` is None), or one with these fields changed."""

    kind: DefinitionKind[Any]
    key: str
    was: Any
    becomes: Any
    fields: tuple[str, ...]


def definitions_to_give(desk: Desk) -> Definitions:
    """All that holds now. Raises Forbidden."""
    desk.must(Right.CHANGE_SETTINGS)
    return desk.agency.definitions


def import_to_see(desk: Desk, number: int) -> DefinitionImport:
    """Raises Forbidden, NotFound: no_such_import."""
    desk.must(Right.CHANGE_SETTINGS)
    return desk.repositories.definition_imports.get(number)


def changes(desk: Desk, proposals: Iterable[Proposal]) -> list[Change]:
    """What would become other than it is, in the order of the file."""
    settled = desk.agency.definitions
    told = ((_without_logo(desk, one), settled.all(one.kind).get(one.key)) for one in proposals)
    return [
        Change(one.kind, one.key, was, one.value, _changed(was, one.value))
        for one, was in told
        if was != one.value
    ]


def _without_logo(desk: Desk, one: Proposal) -> Proposal:
    """A logo is a picture that is not in the file: its number means nothing here, and ours stays."""
    if not isinstance(one.value, Profile):
        return one
    return replace(one, value=replace(one.value, logo=desk.agency.profile.logo))


def _changed(was: Any, becomes: Any) -> tuple[str, ...]:
    if was is None or not is_dataclass(becomes):
        return ()
    return tuple(one.name for one in fields(becomes) if getattr(was, one.name) != getattr(becomes, one.name))
