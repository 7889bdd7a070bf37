"""Kinds of trips are settled, and a trip is said to be of one: it decides which stages its deals begin in."""

from dataclasses import replace

from domain.entities.definitions import numbered
from domain.entities.people import Right
from domain.entities.pipeline import TRIP_KIND, TripKind
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.pipelines import kinds_to_choose, pipeline_to_see
from domain.usecases.settings.defining import define
from domain.values.labels import Labels, read_label, said
from domain.values.language import Language
from domain.values.refusals import NotFound


def make_kind(desk: Desk, language: Language, name: str) -> str:
    """A kind of trip; its key. Raises Forbidden, Refusal."""
    desk.must(Right.CHANGE_SETTINGS)
    taken = desk.agency.definitions.all(TRIP_KIND)
    key = numbered("k", taken)
    kind = TripKind({language: read_label(name)})
    define(desk, TRIP_KIND, kind, 0, "kind_made", key=key, label=said(kind.labels).kept())
    return key


def change_kind(
    desk: Desk,
    key: str,
    seen: int,
    *,
    labels: Labels | None = None,
    pipeline: str | None = None,
    retired: bool | None = None,
) -> None:
    """What is not named stays. Raises Forbidden, NotFound, Refusal."""
    desk.must(Right.CHANGE_SETTINGS)
    kind = desk.agency.definitions.one(TRIP_KIND, key)
    if pipeline is not None:
        pipeline_to_see(desk, pipeline)
    changed = replace(
        kind,
        labels={**kind.labels, **(labels or {})},
        pipeline=pipeline or kind.pipeline,
        retired=kind.retired if retired is None else retired,
    )
    define(desk, TRIP_KIND, changed, seen, "kind_changed", key=key, label=said(changed.labels).kept())


def set_trip_kind(desk: Desk, number: int, kind: str | None) -> Trip:
    """Of deals opened from now on. Raises Forbidden, NotFound."""
    trip, kinds = kinds_to_choose(desk, number)
    if kind is not None and kind not in kinds:
        raise NotFound("no_such_definition")
    trip = desk.repositories.trips.locked(number)
    if trip.kind != kind:
        trip.kind = kind
        label = said(kinds[kind].labels).kept() if kind else None
        desk.note("trip", trip.id, "kind_changed", label=label)
    return trip
