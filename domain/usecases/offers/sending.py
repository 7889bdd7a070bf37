"""Offers go to the client, at most three at once, each once as it stands."""

from collections.abc import Sequence

from domain.entities.offers import AT_ONCE, Offer
from domain.entities.people import Right
from domain.notices.offers import OFFER_SENT
from domain.ports.desk import Desk
from domain.usecases.conversations.moving import we_offered
from domain.values.refusals import Refusal


def send_offers(desk: Desk, number: int, offers: Sequence[int]) -> Sequence[Offer]:
    """Of this inquiry; who sends them takes it, if nobody has. What was sent already, or is over, is left out.

    Raises Forbidden, NotFound, Refusal: inquiry_done, client_unreachable, nothing_to_offer, too_many_offers.
    """
    desk.must(Right.TAKE_INQUIRIES)
    inquiry = desk.repositories.inquiries.locked(number)
    inquiry.must_be_open()
    inquiry.client.must_be_reachable()
    open_ = [one for one in desk.repositories.offers.open_of(inquiry) if one.id in offers]
    sent = [one for one in open_ if one.may_be_sent(desk.now, desk.today)]
    if not sent:
        raise Refusal("nothing_to_offer")
    if len(sent) > AT_ONCE:
        raise Refusal("too_many_offers", most=AT_ONCE)
    member = desk.actor.staff
    if inquiry.taken_by is None and member is not None:
        inquiry.take(member)
        desk.note("inquiry", inquiry.id, "taken", name=member.name)
    for one in sent:
        one.send(desk.now)
        desk.note("inquiry", inquiry.id, "offer_sent", title=one.title, price=str(one.price))
        tell_of(desk, one)
    we_offered(desk, inquiry.client, ", ".join(one.title for one in sent))
    return sent


def tell_of(desk: Desk, one: Offer) -> None:
    """The client gets it as it stands: this version once."""
    key = f"{one.id}:{one.version}"
    desk.notify(
        one.inquiry.client.person,
        OFFER_SENT,
        key,
        useless_after=one.valid_until,
        offer=one.id,
        version=one.version,
    )
