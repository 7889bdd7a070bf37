"""Offers: what the tests that walk everything need to know of them."""

from datetime import date

from domain.entities.clients import Client
from domain.entities.files import SentFile
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.offers import OFFER_FILE, Declined, Offer, OfferState, Option
from domain.entities.people import StaffMember
from domain.entities.suppliers import Supplier, SupplierKind
from domain.notices.offers import OFFER_DECLINED, OFFER_GONE, OFFER_SENT, OFFER_TAKEN
from domain.queries import offers as queries
from domain.usecases.offers import answering, keeping, sending
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    asked_for,
    calls,
    forged,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
    opened_with,
)
from tests.storage import things
from tests.storage.things import NOON
from tests.things import a_file, eur

PHOTO = SentFile("beach", "beach", "beach.jpg", "image/jpeg", 1000, is_photo=True)
FOUND = Option("Hotel Bellevue", eur(900), date(2028, 6, 12), date(2028, 6, 19), net=eur(780))


def _inquiry(client: Client, **more: object) -> Inquiry:
    wish = Inquiry(client, Channel.CHAT, InquiryKind.INDIVIDUAL, "Nessebar", None, 2, NOON)
    for name, value in more.items():
        setattr(wish, name, value)
    return wish


def _offer(inquiry: Inquiry, author: StaffMember, title: str = "Hotel Bellevue") -> Offer:
    return Offer(inquiry, author, NOON, title, eur(900), FOUND.starts, FOUND.ends, net=eur(780))


@new_one
def offer() -> Offer:
    return _offer(things.inquiry(things.client()), things.member())


@one_more
def an_offer(few: Few) -> None:
    inquiry = _inquiry(few.client, received_at=NOON)
    few.records.inquiries.add(inquiry)
    one = _offer(inquiry, few.member)
    one.file, one.supplier = a_file(NOON), Supplier("Grand", SupplierKind.HOTEL, NOON)
    few.records.suppliers.add(one.supplier)
    few.records.offers.add(one)


@in_each_branch
def offered(its: Branched) -> dict[str, int]:
    """One that the client has, with a photo; and one that nobody has sent."""
    inquiry = _inquiry(its.client, branch=its.number, received_at=its.desk.now, taken_by=its.lead)
    its.desk.archive.inquiries.add(inquiry)
    sent, kept = _offer(inquiry, its.lead, its.words), _offer(inquiry, its.lead, its.words)
    sent.send(its.desk.now)
    sent.file = PHOTO.wanted(OFFER_FILE, its.desk.now)
    for one in (sent, kept):
        its.desk.archive.offers.add(one)
    its.desk.archive.flush()
    return {"offer": sent.id, "kept_offer": kept.id, "offered_inquiry": inquiry.id}


@notice_facts
def of_offers(told: Told) -> Facts:
    """One that waits, one that is declined, one that is gone, and one that has become a deal."""
    inquiry = _inquiry(told.client, taken_by=told.member, received_at=told.now, branch=1)
    told.records.inquiries.add(inquiry)
    all_ = [_offer(inquiry, told.member, told.name) for _number in range(4)]
    waits, declined, gone, taken = all_
    waits.send(told.now)
    declined.decline(Declined.PRICE, told.now)
    gone.state = OfferState.WITHDRAWN
    deal = things.deal(told.client, responsible=told.member, branch=1)
    told.records.deals.add(deal)
    taken.take(deal, told.now)
    for one in all_:
        told.records.offers.add(one)
    told.records.flush()
    return {
        OFFER_SENT: {"offer": waits.id, "version": waits.version},
        OFFER_DECLINED: {"offer": declined.id, "inquiry": inquiry.id},
        OFFER_GONE: {"offer": gone.id, "inquiry": inquiry.id},
        OFFER_TAKEN: {"deal": deal.id, "step": deal.step_key},
    }


asked_for(offers="offer")
forged("chosen", lambda _p, t: [[t.kept_offer]])
forged("version", lambda _p, _t: [1])
forged("reason", lambda _p, _t: ["price"])
opened_with("offer", lambda _p, t: t.offer)
opened_with("inquiry", lambda _p, t: t.offered_inquiry, "offer")

calls(
    {
        "offers.add_offer": lambda d, _p, t: keeping.add_offer(d, t.inquiry, FOUND),
        "offers.change_offer": lambda d, _p, t: keeping.change_offer(d, t.offer, net=eur(700)),
        "offers.show_photo": lambda d, _p, t: keeping.show_photo(d, t.offer, PHOTO),
        "offers.withdraw_offer": lambda d, _p, t: keeping.withdraw_offer(d, t.offer),
        "offers.send_offers": lambda d, _p, t: sending.send_offers(d, t.offered_inquiry, [t.kept_offer]),
        "offers.take_offer": lambda d, _p, t: answering.take_offer(d, t.offer, 1),
        "offers.take_for_client": lambda d, _p, t: answering.take_for_client(d, t.offer),
        "offers.decline_offer": lambda d, _p, t: answering.decline_offer(d, t.offer, Declined.DATES),
        "offers.ask_about_offer": lambda d, _p, t: answering.ask_about_offer(d, t.offer, "A pool?"),
        "queries.offers.offers_of": lambda d, _p, t: queries.offers_of(d, t.offered_inquiry),
        "queries.offers.offers_on_card": lambda d, _p, t: queries.offers_on_card(
            d, d.repositories.inquiries.get(t.offered_inquiry)
        ),
        "queries.offers.count_offers": lambda d, _p, t: queries.count_offers(
            d, d.repositories.inquiries.get(t.offered_inquiry)
        ),
        "queries.offers.offers_to_send": lambda d, _p, t: queries.offers_to_send(d, t.offered_inquiry),
        "queries.offers.offer_card": lambda d, _p, t: queries.offer_card(d, t.offer),
        "queries.offers.offer_to_change": lambda d, _p, t: queries.offer_to_change(d, t.offer),
        "queries.offers.offer_file": lambda d, _p, t: queries.offer_file(d, t.offer),
        "queries.offers.inquiry_to_offer": lambda d, _p, t: queries.inquiry_to_offer(d, t.offered_inquiry),
        "queries.offers.inquiries_to_offer": lambda d, _p, _t: queries.inquiries_to_offer(d),
        "queries.offers.must_offer": lambda d, _p, _t: queries.must_offer(d),
        "queries.offers.offer_of_deal": lambda d, _p, t: queries.offer_of_deal(
            d, d.repositories.deals.get(t.deal)
        ),
        "queries.offers.sold_of": lambda d, _p, t: queries.sold_of(
            d, d.repositories.suppliers.get(t.supplier)
        ),
        "queries.offers.offer_of_mine": lambda d, _p, t: queries.offer_of_mine(d, t.offer),
        "queries.offers.offers_of_mine": lambda d, _p, t: queries.offers_of_mine(d, t.offered_inquiry),
    }
)
