"""To settle a definition: by whoever may change the settings, told in the history, never over another's change."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from domain.declarations import declare, import_modules
from domain.entities.definitions import ONLY, THE_AGENCY, DefinitionKind, Definitions
from domain.entities.people import Right
from domain.entities.pipeline import PIPELINE, PIPELINE_USE, TRIP_KIND
from domain.ports.desk import Desk
from domain.usecases import settings

T = TypeVar("T")
Fits = Callable[[Desk, str, Any], None]

_STAGES: tuple[DefinitionKind[Any], ...] = (PIPELINE, TRIP_KIND, PIPELINE_USE)

FITS: dict[str, Fits] = {}
"""By kind, complete after `_all_checks`. Each raises Refusal for a value (None: for taking it away) that cannot hold
under this key as things are."""


def fits(kind: DefinitionKind[Any]) -> Callable[[Fits], Fits]:
    """Declares the function that every change of this kind has to pass, through whatever door it comes."""

    def register(check: Fits) -> Fits:
        return declare(FITS, kind.key, check)

    return register


def define(
    desk: Desk, kind: DefinitionKind[T], value: T, seen: int, act: str, *, key: str = ONLY, **facts: Any
) -> None:
    """It holds from now on, on this desk too. `seen` is the revision that was changed; `act` and `facts` go into the history.

    Nothing happens when it is so already.
    Raises Forbidden, Refusal: changed_meanwhile, and whatever `fits` of the kind refuses.
    """
    desk.must(Right.CHANGE_SETTINGS)
    if settled_anew(desk, kind, value, seen, key=key):
        desk.note("agency", THE_AGENCY, act, **facts)


def settled_anew(desk: Desk, kind: DefinitionKind[T], value: T, seen: int, *, key: str = ONLY) -> bool:
    """The same without a right and without a history: whoever calls it has asked for one, and tells the other.

    False when it was so already.
    """
    settled = desk.agency.definitions
    if settled.all(kind).get(key) == value:
        return False
    _must_fit(desk, kind, key, value)
    desk.repositories.definitions.put(kind, key, value, seen)
    _holds(desk, settled.with_(kind, key, value))
    return True


def as_shipped(
    desk: Desk, kind: DefinitionKind[Any], seen: int, act: str, *, key: str = ONLY, **facts: Any
) -> None:
    """The agency's own word is taken back; what was shipped under this key, if anything, holds again.

    Raises Forbidden, Refusal: changed_meanwhile, and whatever `fits` of the kind refuses.
    """
    desk.must(Right.CHANGE_SETTINGS)
    settled = desk.agency.definitions
    if not settled.revision(kind, key):
        return
    _must_fit(desk, kind, key, None)
    desk.repositories.definitions.drop(kind, key, seen)
    _holds(desk, settled.without(kind, key))
    desk.note("agency", THE_AGENCY, act, **facts)


def first_value(desk: Desk, kind: DefinitionKind[T], value: T, *, key: str = ONLY) -> None:
    """What the environment says holds as long as nobody has settled anything: by the agency itself, at a start."""
    if (
        not desk.agency.definitions.revision(kind, key)
        and desk.agency.definitions.all(kind).get(key) != value
    ):
        define(desk, kind, value, 0, "settled_first", key=key, settled=kind.key)


def _must_fit(desk: Desk, kind: DefinitionKind[Any], key: str, value: Any) -> None:
    if (check := _all_checks().get(kind.key)) is not None:
        check(desk, key, value)


@cache
def _all_checks() -> dict[str, Fits]:
    """Declared by every module of this room, whichever of them the door that is used has imported."""
    import_modules(settings.__name__, settings.__path__)
    return FITS


def _holds(desk: Desk, settled: Definitions) -> None:
    """On this desk too. Other stages and other offsets let other things be due, and be told on other days."""
    before = desk.agency
    agency = desk.agency = replace(before, definitions=settled)
    if agency.timing != before.timing or any(
        settled.all(kind) != before.definitions.all(kind) for kind in _STAGES
    ):
        desk.repositories.go_by(lambda: agency.pipelines)
        desk.archive.deals.look_at_all()
