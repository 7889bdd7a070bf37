"""Inquiries as they are read: those that wait, one with its card, one about to be closed or made a deal, one's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction
from domain.entities.people import Right, Role, StaffMember
from domain.entities.waiting import WaitingPlace
from domain.ports.desk import Desk
from domain.queries.staff import colleagues
from domain.queries.trips import free_seats
from domain.values.counts import MOST
from domain.values.refusals import NotFound

SAID_LATELY = 3
_LOOKED_AT = 30
"""Words of the client among which those about the inquiry are looked for."""


@dataclass(frozen=True)
class InquiryPage:
    """Some of the `count` inquiries that wait (counted to one more than `MOST`), oldest first; `more`: there are others."""

    inquiries: Sequence[Inquiry]
    count: int
    more: bool


def inquiries_waiting(desk: Desk, limit: int = 8, offset: int = 0) -> InquiryPage:
    """Raises Forbidden."""
    count = count_waiting(desk)
    found = desk.repositories.inquiries.open(limit + 1, offset)
    return InquiryPage(found[:limit], count, len(found) > limit)


def count_waiting(desk: Desk) -> int:
    """Raises Forbidden."""
    desk.must(Right.TAKE_INQUIRIES)
    return desk.repositories.inquiries.count_open(MOST + 1)


@dataclass(frozen=True)
class InquiryCard:
    """An inquiry and the last words about it, newest first. `free`: seats left of the trip it is for."""

    inquiry: Inquiry
    free: int | None
    said: Sequence[Interaction]
    mine: bool
    """Whether the actor has taken it."""
    entered_by: StaffMember | None = None
    """Who wrote it down for somebody who phoned; None: it was written in the chat, or so much was said since."""


def inquiry_card(desk: Desk, number: int, said: int = SAID_LATELY) -> InquiryCard:
    """Raises Forbidden, NotFound."""
    desk.must(Right.TAKE_INQUIRIES)
    found = desk.repositories.inquiries.get(number)
    words = desk.repositories.interactions.of(found.client, _LOOKED_AT)
    return InquiryCard(
        found,
        free_seats(desk, found.trip, found.client.id) if found.trip else None,
        [one for one in words if one.inquiry is found][:said],
        found.taken_by is not None and found.taken_by is desk.actor.staff,
        _entered_by(found, words),
    )


def _entered_by(inquiry: Inquiry, words: Sequence[Interaction]) -> StaffMember | None:
    """Whoever enters one writes down at the same moment what was said."""
    if not inquiry.was_entered:
        return None
    theirs = (one for one in words if one.inquiry is inquiry and one.at == inquiry.received_at)
    return next((one.staff for one in theirs if one.staff is not None), None)


def inquiry_numbered(desk: Desk, number: int) -> Inquiry | None:
    """For a search: None when there is none within reach. Raises Forbidden."""
    desk.must(Right.TAKE_INQUIRIES)
    try:
        return desk.repositories.inquiries.get(number)
    except NotFound:
        return None


@dataclass(frozen=True)
class InquiryTakers:
    """An inquiry, and the colleagues who could go on with it instead of whoever has it now."""

    inquiry: Inquiry
    able: tuple[StaffMember, ...]


def who_can_take(desk: Desk, number: int) -> InquiryTakers:
    """Raises Forbidden, NotFound."""
    desk.must(Right.TAKE_INQUIRIES)
    found = desk.repositories.inquiries.get(number)
    able = desk.repositories.staff.who_may(Right.TAKE_INQUIRIES)
    if desk.actor.reach is not None:
        able = [one for one in able if one.sees(found.branch)]
    return InquiryTakers(found, tuple(one for one in able if one is not found.taken_by))


def must_take(desk: Desk) -> None:
    """Whether the actor may take an inquiry for somebody. Raises Forbidden."""
    desk.must(Right.TAKE_INQUIRIES)


def inquiry_to_close(desk: Desk, number: int) -> Inquiry:
    """Raises Forbidden, NotFound, Refusal: inquiry_done."""
    desk.must(Right.TAKE_INQUIRIES)
    return _open(desk, number)


def inquiry_to_convert(desk: Desk, number: int) -> Inquiry:
    """Of which a deal is to be made. Raises Forbidden, NotFound, Refusal: inquiry_done."""
    desk.must(Right.OPEN_DEALS)
    return _open(desk, number)


def inquiry_of_deal_to_be(desk: Desk, number: int) -> Inquiry:
    """What was asked for, while its deal is being opened; it may be done meanwhile. Raises Forbidden, NotFound."""
    desk.must(Right.OPEN_DEALS)
    return desk.repositories.inquiries.get(number)


def _open(desk: Desk, number: int) -> Inquiry:
    found = desk.repositories.inquiries.get(number)
    found.must_be_open()
    return found


def inquiry_of_mine(desk: Desk, number: int) -> Inquiry:
    """The actor's own inquiry. Raises NotFound: not_found for anybody else's."""
    inquiry = desk.archive.inquiries.get(number)
    if desk.actor.client is None or inquiry.client is not desk.actor.client:
        raise NotFound("not_found")
    return inquiry


@dataclass(frozen=True)
class Awaited:
    """What a client waits for: open inquiries, newest first, and places in line, oldest first."""

    inquiries: Sequence[Inquiry] = ()
    places: Sequence[WaitingPlace] = ()

    def __bool__(self) -> bool:
        return bool(self.inquiries or self.places)


def awaited_by_me(desk: Desk, limit: int) -> Awaited:
    """So many of each kind; nothing for whoever has no file."""
    client = desk.actor.client
    if client is None:
        return Awaited()
    inquiries = [one for one in desk.archive.inquiries.of(client) if one.is_open]
    return Awaited(inquiries[:limit], desk.archive.trips.waited_for(client, desk.now)[:limit])


def takers(desk: Desk, branch: int | None = None) -> Sequence[StaffMember]:
    """Who hears of inquiries: all who may take those of this branch, the owner only if nobody else may."""
    able = colleagues(desk, Right.TAKE_INQUIRIES, branch)
    return [member for member in able if member.role is not Role.OWNER] or able
