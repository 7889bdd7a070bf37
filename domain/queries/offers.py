"""Offers as they are read: those of an inquiry, one with its card, those to be sent, and a client's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from domain.entities.deals import Deal
from domain.entities.files import StoredFile
from domain.entities.inquiries import Inquiry
from domain.entities.offers import Offer, OfferState
from domain.entities.people import Right
from domain.entities.suppliers import Supplier
from domain.ports.desk import Desk
from domain.queries.inquiries import inquiry_of_mine
from domain.values.refusals import NotFound, Refusal

SHOWN = 3
"""Of an inquiry's offers on its card."""


class Standing(StrEnum):
    """Where an offer stands, its time included."""

    KEPT = "kept"
    SENT = "sent"
    TAKEN = "taken"
    DECLINED = "declined"
    SET_ASIDE = "set_aside"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    CLOSED = "closed"
    """Nobody has answered it, and the inquiry is over."""


def standing(desk: Desk, offer: Offer) -> Standing:
    """By the clock of the desk."""
    unanswered = offer.state in {OfferState.KEPT, OfferState.SENT}
    if unanswered and not offer.inquiry.is_open:
        return Standing.CLOSED
    if unanswered and offer.is_over(desk.now, desk.today):
        return Standing.EXPIRED
    return Standing(offer.state.value)


@dataclass(frozen=True)
class OfferPage:
    """Some of an inquiry's offers, newest first; and those that may be sent now."""

    inquiry: Inquiry
    offers: Sequence[Offer]
    sendable: Sequence[Offer]


def offers_of(desk: Desk, number: int, limit: int = 8, offset: int = 0) -> OfferPage:
    """Raises Forbidden, NotFound."""
    desk.must(Right.TAKE_INQUIRIES)
    inquiry = desk.repositories.inquiries.get(number)
    return OfferPage(
        inquiry, desk.repositories.offers.of(inquiry, limit, offset), _sendable(desk, inquiry, MOST_TO_SEND)
    )


MOST_TO_SEND = 5
"""Among so many those are chosen that are sent: the newest."""


def offers_on_card(desk: Desk, inquiry: Inquiry) -> Sequence[Offer]:
    """The newest. Raises Forbidden."""
    desk.must(Right.TAKE_INQUIRIES)
    return desk.repositories.offers.of(inquiry, SHOWN)


def count_offers(desk: Desk, inquiry: Inquiry) -> int:
    """Raises Forbidden."""
    desk.must(Right.TAKE_INQUIRIES)
    return desk.repositories.offers.count(inquiry)


def offers_to_send(desk: Desk, number: int) -> OfferPage:
    """Those of which the client gets some. Raises Forbidden, NotFound, Refusal: inquiry_done, nothing_to_offer."""
    desk.must(Right.TAKE_INQUIRIES)
    inquiry = desk.repositories.inquiries.get(number)
    inquiry.must_be_open()
    inquiry.client.must_be_reachable()
    found = _sendable(desk, inquiry, MOST_TO_SEND)
    if not found:
        raise Refusal("nothing_to_offer")
    return OfferPage(inquiry, found, found)


def _sendable(desk: Desk, inquiry: Inquiry, most: int) -> Sequence[Offer]:
    if not inquiry.is_open:
        return ()
    waiting = desk.repositories.offers.open_of(inquiry)
    return [one for one in waiting if one.may_be_sent(desk.now, desk.today)][-most:]


@dataclass(frozen=True)
class OfferCard:
    """An offer as colleagues see it. `takeable`: a colleague may note that the client takes it."""

    offer: Offer
    standing: Standing
    takeable: bool


def offer_card(desk: Desk, number: int) -> OfferCard:
    """Raises Forbidden, NotFound."""
    desk.must(Right.TAKE_INQUIRIES)
    offer = desk.repositories.offers.get(number)
    over = offer.is_over(desk.now, desk.today)
    takeable = offer.is_open and not over and desk.actor.may(Right.OPEN_DEALS)
    return OfferCard(offer, standing(desk, offer), takeable)


def offer_to_change(desk: Desk, number: int) -> Offer:
    """Raises Forbidden, NotFound, Refusal: inquiry_done, offer_over."""
    offer = offer_card(desk, number).offer
    offer.must_be_open()
    return offer


def offer_file(desk: Desk, number: int) -> StoredFile:
    """Raises Forbidden, NotFound, Refusal: offer_file_gone."""
    file = offer_card(desk, number).offer.file
    if file is None or file.refused is not None:
        raise Refusal("offer_file_gone")
    return file


def inquiry_to_offer(desk: Desk, number: int) -> Inquiry:
    """For which something may be found. Raises Forbidden, NotFound, Refusal: inquiry_done."""
    desk.must(Right.TAKE_INQUIRIES)
    inquiry = desk.repositories.inquiries.get(number)
    inquiry.must_be_open()
    return inquiry


def inquiries_to_offer(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[Inquiry]:
    """Open ones: those that the actor has, then the others, oldest first. Raises Forbidden."""
    desk.must(Right.TAKE_INQUIRIES)
    me = desk.actor.staff
    own = list(desk.repositories.inquiries.taken_by(me)) if me is not None else []
    waiting = desk.repositories.inquiries.open(limit + offset + len(own))
    return [*own, *(one for one in waiting if one not in own)][offset : offset + limit]


def end_of(desk: Desk, day: date) -> datetime:
    """The moment at which a day is over at the agency: what is valid until that day is over then."""
    return datetime.combine(day + timedelta(days=1), time(), desk.agency.zone).astimezone(UTC)


def must_offer(desk: Desk) -> None:
    """Raises Forbidden."""
    desk.must(Right.TAKE_INQUIRIES)


def offer_of_deal(desk: Desk, deal: Deal) -> Offer | None:
    """By which the deal came. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.offers.of_deal(deal)


def sold_of(desk: Desk, supplier: Supplier, limit: int = 8, offset: int = 0) -> Sequence[Offer]:
    """What clients have taken of it, newest first. Raises Forbidden."""
    desk.must(Right.SEE_SUPPLIERS)
    return desk.repositories.offers.bought_of(supplier, limit, offset)


@dataclass(frozen=True)
class MyOffer:
    """An offer as its client sees it."""

    offer: Offer
    standing: Standing


def offer_of_mine(desk: Desk, number: int) -> MyOffer:
    """One that the actor was sent. Raises NotFound: not_found for anybody else's."""
    offer = desk.archive.offers.get(number)
    client = desk.actor.client
    if client is None or offer.inquiry.client is not client or offer.sent_at is None:
        raise NotFound("not_found")
    return MyOffer(offer, standing(desk, offer))


def offers_of_mine(desk: Desk, number: int) -> Sequence[MyOffer]:
    """What the actor was sent for this inquiry, newest first. Raises NotFound: not_found for anybody else's."""
    inquiry = inquiry_of_mine(desk, number)
    return [MyOffer(one, standing(desk, one)) for one in desk.archive.offers.sent_of(inquiry, 5)]
