"""How things with extra fields are found by whoever sees them, and who may fill those in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.entities.deals import Deal
from domain.entities.fields import (
    CLIENT,
    DEAL,
    INQUIRY,
    SUBJECTS,
    TRAVELLER,
    TRIP,
)
from domain.entities.own_kinds import OWN, OWN_KIND
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries import clients, inquiries, trips
from domain.queries.deals import deal
from domain.queries.my_deals import mine, serves
from domain.values.refusals import NotFound
from domain.values.translated import Translated


@dataclass(frozen=True)
class Source:
    """How things of one subject are found by who sees them, and who of those may fill in their fields."""

    find: Callable[[Desk, int, int], Any]
    called: Callable[[Any], Translated]
    may_fill: Callable[[Desk, Any, int], bool]
    lock: Callable[[Desk, int, int], Any]
    stage: Callable[[Desk, int], str] | None = None
    """Of the deal with this number."""
    history: str | None = None
    """The subject in whose history a change is told, when it is another one."""


def must_have_fields(desk: Desk, subject: str) -> Source:
    """Raises NotFound: not_found for what has no fields."""
    if subject in SUBJECTS:
        return SOURCES[subject]
    if subject.startswith(OWN) and subject.removeprefix(OWN) in desk.agency.definitions.all(OWN_KIND):
        return SOURCES[OWN]
    raise NotFound("not_found")


def _is_me(desk: Desk, client: object) -> bool:
    return desk.actor.client is not None and desk.actor.client is client


def _client(desk: Desk, number: int, _part: int) -> Any:
    own = desk.actor.client
    if own is not None and own.id == number and not desk.actor.may(Right.SEE_DEALS):
        return own
    if not desk.actor.is_staff and not desk.actor.is_agency:
        raise NotFound("not_found")
    return clients.client(desk, number)


def _inquiry(desk: Desk, number: int, _part: int) -> Any:
    if not desk.actor.may(Right.TAKE_INQUIRIES):
        return inquiries.inquiry_of_mine(desk, number)
    return inquiries.inquiry_card(desk, number, 0).inquiry


def _deal(desk: Desk, number: int, _part: int) -> Deal:
    return deal(desk, number) if desk.actor.may(Right.SEE_DEALS) else mine(desk, number)


def _fills_client(desk: Desk, client: Any, _number: int) -> bool:
    may = desk.actor.may
    return _is_me(desk, client) or may(Right.OPEN_DEALS) or may(Right.TAKE_INQUIRIES)


def _fills_deal(desk: Desk, number: int) -> bool:
    found = _deal(desk, number, 0)
    return found.is_open and (serves(desk) or _is_me(desk, found.client))


def _fills_inquiry(desk: Desk, inquiry: Any, _number: int) -> bool:
    return desk.actor.may(Right.TAKE_INQUIRIES) or (inquiry.is_open and _is_me(desk, inquiry.client))


def _item(desk: Desk, number: int, _part: int) -> Any:
    desk.must(Right.SEE_TRIPS)
    return desk.repositories.own_items.get(number)


def _stage(desk: Desk, number: int) -> str:
    return _deal(desk, number, 0).stage


SOURCES: dict[str, Source] = {
    CLIENT: Source(
        _client,
        lambda client: Translated(client.name),
        _fills_client,
        lambda desk, number, _part: desk.repositories.clients.locked(number),
    ),
    INQUIRY: Source(
        _inquiry,
        lambda inquiry: inquiry.about,
        _fills_inquiry,
        lambda desk, number, _part: desk.repositories.inquiries.locked(number),
    ),
    DEAL: Source(
        _deal,
        lambda found: found.called,
        lambda desk, _found, number: _fills_deal(desk, number),
        lambda desk, number, _part: desk.repositories.deals.locked(number),
        stage=_stage,
    ),
    TRAVELLER: Source(
        lambda desk, number, part: _deal(desk, number, 0).going(part),
        lambda traveller: Translated(traveller.name),
        lambda desk, _traveller, number: _fills_deal(desk, number),
        lambda desk, number, part: desk.repositories.deals.locked(number).going(part),
        stage=_stage,
        history=DEAL,
    ),
    TRIP: Source(
        lambda desk, number, _part: trips.trip_card(desk, number).trip,
        lambda trip: trip.title,
        lambda desk, trip, _number: trips.may_change(desk, trip),
        lambda desk, number, _part: desk.repositories.trips.locked(number),
    ),
    OWN: Source(
        _item,
        lambda item: Translated(item.name),
        lambda desk, _item, _number: desk.actor.may(Right.PLAN_TRIPS),
        lambda desk, number, _part: desk.repositories.own_items.locked(number),
        history="own_item",
    ),
}
"""By subject; one for the items of all own lists."""
