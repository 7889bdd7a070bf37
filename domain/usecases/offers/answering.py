"""The client takes an offer, and it is a deal; or declines it, or asks about it. A colleague may take it for them."""

from datetime import timedelta

from domain.entities.deals import Deal
from domain.entities.deposits import ordinary_deposit
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction, Sent
from domain.entities.offers import Declined, Offer, OfferState
from domain.entities.people import Right, StaffMember
from domain.entities.services import ServiceKind, ServicePlan, Stop
from domain.entities.suppliers import SupplierKind
from domain.notices.offers import OFFER_DECLINED
from domain.ports.desk import Desk
from domain.queries.inquiries import takers
from domain.queries.offers import offer_of_mine
from domain.usecases.clients.messages import ask_agency
from domain.usecases.deals.booking import TailorMade, open_for_offer
from domain.usecases.services.booking import services_from_offer
from domain.values.translated import Dated

SAYS_WHY = timedelta(minutes=1)
"""Within this the client has mostly said why: then colleagues hear of it in one message."""


def take_offer(desk: Desk, number: int, version: int) -> Deal:
    """The client takes this version of it. Twice is once.

    Raises NotFound: not_found for anybody else's; Refusal: inquiry_done, inquiry_withdrawn, offer_over, offer_expired,
    offer_changed.
    """
    offer = offer_of_mine(desk, number).offer
    return _taken(desk, offer, desk.archive.inquiries.locked(offer.inquiry.id), version)


def take_for_client(desk: Desk, number: int) -> Deal:
    """The client has said so on the phone. Raises Forbidden, NotFound, and as `take_offer`."""
    desk.must(Right.OPEN_DEALS)
    desk.must(Right.TAKE_INQUIRIES)
    offer = desk.repositories.offers.get(number)
    return _taken(desk, offer, desk.repositories.inquiries.locked(offer.inquiry.id), None)


def _taken(desk: Desk, seen: Offer, inquiry: Inquiry, version: int | None) -> Deal:
    """Whoever takes one has locked the inquiry: of two who do so at once the second finds it answered."""
    offer = desk.archive.offers.locked(seen.id)
    if offer.state is OfferState.TAKEN and offer.deal is not None:
        return offer.deal
    offer.must_be_takeable(desk.now, desk.today, version)
    deal = open_for_offer(desk, inquiry, _journey(offer))
    offer.take(deal, desk.now)
    services_from_offer(desk, deal, [_service(desk, offer)])
    for other in desk.archive.offers.open_of(inquiry):
        if other is not offer:
            other.state = OfferState.SET_ASIDE
    desk.note("inquiry", inquiry.id, "offer_taken", title=offer.title, price=str(offer.price))
    desk.note("deal", deal.id, "by_offer", title=offer.title, price=str(offer.price))
    return deal


def _journey(offer: Offer) -> TailorMade:
    days = [f"{day:%d.%m.%Y}" for day in (offer.starts, offer.ends) if day is not None]
    title = Dated(" ".join([offer.title, " – ".join(days)]).strip())
    return TailorMade(title, offer.price, ordinary_deposit(offer.price), offer.starts, offer.ends)


_BOUGHT = {SupplierKind.CARRIER: ServiceKind.TRANSFER, SupplierKind.INSURER: ServiceKind.INSURANCE}


def _service(desk: Desk, offer: Offer) -> ServicePlan:
    """What is to be booked for it; as an option until the day on which the offer ends."""
    bought = _BOUGHT.get(offer.supplier.kind) if offer.supplier else None
    comparable = offer.net is not None and offer.net.currency == offer.price.currency
    return ServicePlan(
        kind=bought or ServiceKind.HOTEL,
        title=offer.title,
        begins=Stop(offer.starts),
        ends=Stop(offer.ends),
        option_until=offer.last_day(desk.agency.zone),
        price=offer.price,
        net=offer.net if comparable else None,
    )


def decline_offer(desk: Desk, number: int, reason: Declined | None = None) -> Offer:
    """The client does not want it; why may be said right after. One that is over is not declined any more: nobody waits.

    Raises NotFound: not_found for anybody else's; Refusal: inquiry_done, inquiry_withdrawn, offer_over.
    """
    seen = offer_of_mine(desk, number).offer
    offer = desk.archive.offers.locked(seen.id)
    if offer.state is OfferState.DECLINED and reason in {None, offer.reason}:
        return offer
    offer.must_be_open()
    first = offer.state is not OfferState.DECLINED
    offer.decline(reason, desk.now)
    if first:
        desk.note("inquiry", offer.inquiry.id, "offer_declined", title=offer.title)
        key, at = f"{offer.id}:{offer.version}", desk.now + SAYS_WHY
        for member in who_sees_to(desk, offer):
            desk.notify(
                member.person, OFFER_DECLINED, key, due_at=at, offer=offer.id, inquiry=offer.inquiry.id
            )
    if offer.reason is not None:
        desk.note("inquiry", offer.inquiry.id, "offer_declined_for", title=offer.title, declined=offer.reason)
    return offer


def who_sees_to(desk: Desk, offer: Offer) -> list[StaffMember]:
    """Who has the inquiry now; else who found it, or whoever may take it."""
    holder = offer.inquiry.taken_by
    for member in (holder, offer.author):
        if member is not None and member.may(Right.TAKE_INQUIRIES) and member.sees(offer.branch):
            return [member]
    return list(takers(desk, offer.branch))


def ask_about_offer(desk: Desk, number: int, text: str, sent: Sent | None = None) -> Interaction:
    """It goes to whoever sees to the inquiry, with the offer named. Raises NotFound: not_found for anybody else's."""
    offer = offer_of_mine(desk, number).offer
    named = f"{offer.title}: {text}" if text else offer.title
    return ask_agency(desk, named, inquiry=offer.inquiry.id, sent=sent)
