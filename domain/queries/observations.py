"""Observations as they are read: by destination or supplier, on cards of what goes there, and by their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.deals import Deal
from domain.entities.files import StoredFile
from domain.entities.inquiries import Inquiry
from domain.entities.observations import Observation, Watched, keys_of, places_of
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.destinations import KNOWN, names_ahead
from domain.values.refusals import Forbidden, NotFound, Refusal
from domain.values.translated import Translated


def must_note(desk: Desk) -> None:
    """Raises Forbidden."""
    desk.must(Right.NOTE_MARKET)


def observations_shown(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[Observation]:
    """All, newest first. Raises Forbidden."""
    desk.must(Right.NOTE_MARKET)
    return desk.archive.observations.latest(limit, offset)


def observations_under(
    desk: Desk, about: Watched, key: str, limit: int = 8, offset: int = 0
) -> Sequence[Observation]:
    """Of one destination or supplier, newest first. Raises Forbidden."""
    desk.must(Right.NOTE_MARKET)
    return desk.archive.observations.under(about, [key], limit, offset)


def names_noted(desk: Desk, about: Watched, limit: int = 8) -> Sequence[Observation]:
    """The newest of each name that was noted lately. Raises Forbidden."""
    desk.must(Right.NOTE_MARKET)
    return desk.archive.observations.newest_names(about, limit)


def observations_of_trip(desk: Desk, trip: Trip, limit: int = 8, offset: int = 0) -> Sequence[Observation]:
    """Of where it goes, newest first. Raises Forbidden."""
    desk.must(Right.NOTE_MARKET)
    keys = keys_of(places_of(trip))
    return desk.archive.observations.under(Watched.DESTINATION, keys, limit, offset)


def count_of_trip(desk: Desk, trip: Trip) -> int:
    """Raises Forbidden."""
    desk.must(Right.NOTE_MARKET)
    return desk.archive.observations.count(Watched.DESTINATION, keys_of(places_of(trip)))


def newest_for(desk: Desk, thing: Deal | Inquiry) -> Observation | None:
    """The last that was noticed where it goes. Raises Forbidden."""
    desk.must(Right.NOTE_MARKET)
    keys = keys_of(places_of(thing))
    return next(iter(desk.archive.observations.under(Watched.DESTINATION, keys, 1)), None)


def observations_found(desk: Desk, text: str, limit: int = 8, offset: int = 0) -> Sequence[Observation]:
    """By their words. Raises Forbidden."""
    desk.must(Right.NOTE_MARKET)
    return desk.archive.observations.search(text, limit, offset)


@dataclass(frozen=True)
class ObservationCard:
    """An observation; `changeable`: the actor's own, or any for who may correct all."""

    observation: Observation
    changeable: bool


def observation_card(desk: Desk, number: int) -> ObservationCard:
    """Raises Forbidden, NotFound, also for one that was withdrawn."""
    desk.must(Right.NOTE_MARKET)
    one = desk.archive.observations.get(number)
    if one.is_withdrawn:
        raise NotFound("no_such_observation")
    return ObservationCard(one, _is_theirs(desk, one))


def observation_to_change(desk: Desk, number: int) -> Observation:
    """Raises Forbidden, NotFound."""
    found = observation_card(desk, number)
    if not found.changeable:
        raise Forbidden("forbidden")
    return found.observation


def observation_file(desk: Desk, number: int) -> StoredFile:
    """Raises Forbidden, NotFound, Refusal: observation_file_gone."""
    file = observation_card(desk, number).observation.file
    if file is None or file.refused is not None:
        raise Refusal("observation_file_gone")
    return file


def _is_theirs(desk: Desk, one: Observation) -> bool:
    return one.author is desk.actor.staff or desk.actor.may(Right.CORRECT_NOTES)


def named_before(desk: Desk, name: Translated) -> Watched | None:
    """Whether this is a destination of ours, a supplier of ours, or what was noted before; None when nobody knows."""
    desk.must(Right.NOTE_MARKET)
    keys = keys_of(name.all())
    ahead = {key for one in names_ahead(desk, KNOWN) for key in keys_of(one.all())}
    if not ahead.isdisjoint(keys):
        return Watched.DESTINATION
    if desk.repositories.suppliers.called(keys) is not None:
        return Watched.SUPPLIER
    noted = (one for one in Watched if desk.archive.observations.under(one, keys, 1))
    return next(noted, None)
