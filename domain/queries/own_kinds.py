"""An agency's own lists as they are read: which there are, their items, one with its fields, and what hangs on a thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.entities.branches import Branch
from domain.entities.field_values import Filled
from domain.entities.fields import TRIP
from domain.entities.own_kinds import HUNG_ON, OWN_KIND, OwnItem, OwnKind, OwnLink, subject_of
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.field_sources import must_have_fields
from domain.queries.fields import fields_seen, thing_with_fields
from domain.values.refusals import Forbidden, NotFound
from domain.values.translated import Translated

SHOWN = 5
"""Trips on the card of an item."""


def all_kinds(desk: Desk) -> Mapping[str, OwnKind]:
    return desk.agency.definitions.all(OWN_KIND)


def has_lists(desk: Desk) -> bool:
    """Whether any list is in use."""
    return any(not one.retired for one in all_kinds(desk).values())


def lists_shown(desk: Desk) -> Mapping[str, OwnKind]:
    """Those in use, for all colleagues. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    return {key: one for key, one in all_kinds(desk).items() if not one.retired}


@dataclass(frozen=True)
class KindCard:
    """A list as the owner sees it. `revision` is what a change of it has to name."""

    key: str
    kind: OwnKind
    revision: int


def kind_card(desk: Desk, key: str) -> KindCard:
    """Raises Forbidden, NotFound: no_such_list."""
    return KindCard(key, kind_to_change(desk, key), desk.agency.definitions.revision(OWN_KIND, key))


def kind_to_change(desk: Desk, key: str) -> OwnKind:
    """Raises Forbidden, NotFound: no_such_list."""
    desk.must(Right.CHANGE_SETTINGS)
    return kind_of(desk, key)


def kinds_defined(desk: Desk) -> Mapping[str, OwnKind]:
    """All lists, those that are retired last. Raises Forbidden."""
    desk.must(Right.CHANGE_SETTINGS)
    return dict(sorted(all_kinds(desk).items(), key=lambda item: item[1].retired))


def kind_of(desk: Desk, key: str) -> OwnKind:
    """Raises NotFound: no_such_list."""
    try:
        return all_kinds(desk)[key]
    except KeyError:
        raise NotFound("no_such_list") from None


def may_change_items(desk: Desk) -> bool:
    return desk.actor.may(Right.PLAN_TRIPS)


def must_change_items(desk: Desk, key: str) -> OwnKind:
    """For whoever puts an item on this list. Raises Forbidden, NotFound: no_such_list."""
    desk.must(Right.PLAN_TRIPS)
    return kind_of(desk, key)


def branches_of_items(desk: Desk) -> Sequence[Branch]:
    """Whose an item can be, for whoever puts one on a list. Raises Forbidden."""
    desk.must(Right.PLAN_TRIPS)
    reach = desk.actor.reach
    return [one for one in desk.archive.branches.all() if reach is None or one.id == reach]


def items_listed(desk: Desk, key: str, limit: int = 8, offset: int = 0) -> Sequence[OwnItem]:
    """By name, those that are retired last. Raises Forbidden, NotFound: no_such_list."""
    desk.must(Right.SEE_TRIPS)
    kind_of(desk, key)
    return desk.repositories.own_items.listed(key, limit, offset)


def items_found(desk: Desk, text: str, limit: int = 8, offset: int = 0) -> Sequence[OwnItem]:
    """Of all lists in use, by words of name, note and values; the newest without any. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    items = desk.repositories.own_items
    found = items.search(text, limit, offset) if text else items.offered(limit, offset)
    return [one for one in found if one.kind in lists_shown(desk)]


@dataclass(frozen=True)
class ItemCard:
    """An item with its fields, and the trips it hangs on, newest first."""

    item: OwnItem
    kind: OwnKind
    fields: list[Filled]
    trips: Sequence[Trip]
    changeable: bool


def item_card(desk: Desk, number: int) -> ItemCard:
    """Raises Forbidden, NotFound: no_such_item."""
    desk.must(Right.SEE_TRIPS)
    items = desk.repositories.own_items
    item = items.get(number)
    trips = [desk.repositories.trips.get(trip) for trip in items.places(item, TRIP, SHOWN)]
    fields = fields_seen(desk, subject_of(item.kind), item)
    return ItemCard(item, kind_of(desk, item.kind), fields, trips, may_change_items(desk))


def item_to_change(desk: Desk, number: int) -> OwnItem:
    """Raises Forbidden, NotFound: no_such_item."""
    desk.must(Right.PLAN_TRIPS)
    return desk.repositories.own_items.get(number)


@dataclass(frozen=True)
class Hung:
    """What hangs on a thing, and whether the actor may hang more there, or take some off."""

    called: Translated
    links: Sequence[OwnLink]
    changeable: bool


def hung_on(desk: Desk, subject: str, number: int) -> Hung:
    """For colleagues who see the thing. Raises Forbidden, NotFound."""
    desk.must(Right.SEE_TRIPS)
    if subject not in HUNG_ON:
        raise NotFound("not_found")
    found = thing_with_fields(desk, subject, number)
    changeable = must_have_fields(desk, subject).may_fill(desk, found.thing, number)
    return Hung(found.called, desk.repositories.own_items.hung_on(subject, number), changeable)


def must_hang(desk: Desk, subject: str, number: int) -> Hung:
    """Raises Forbidden, NotFound."""
    found = hung_on(desk, subject, number)
    if not found.changeable:
        raise Forbidden("forbidden")
    return found


def items_on(desk: Desk, subject: str, number: int) -> Sequence[OwnItem]:
    """What hangs on a thing that is at hand; without a list nothing is asked for."""
    if not all_kinds(desk):
        return ()
    return [link.item for link in desk.repositories.own_items.hung_on(subject, number)]
