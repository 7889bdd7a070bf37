"""Offers in words: for the client, and for colleagues."""

from collections.abc import Iterable
from datetime import tzinfo

from domain.entities.offers import Declined, Offer
from domain.queries.offers import Standing
from locales.sentence import Joined, Sentence, _, n_
from locales.terms.client_facts import BOARDS
from locales.terms.clients import people

STANDINGS: dict[Standing, Sentence] = {
    Standing.KEPT: _("not sent yet"),
    Standing.SENT: _("sent"),
    Standing.TAKEN: _("taken"),
    Standing.DECLINED: _("declined"),
    Standing.SET_ASIDE: _("another one was taken"),
    Standing.WITHDRAWN: _("withdrawn"),
    Standing.EXPIRED: _("no longer valid"),
    Standing.CLOSED: _("the inquiry is over"),
}
DECLINED_FOR: dict[Declined, Sentence] = {
    Declined.PRICE: _("The price"),
    Declined.DATES: _("The dates"),
    Declined.OTHER: _("Something else"),
}
NIGHTS = n_("{count} night", "{count} nights")


def offer_days(offer: Offer) -> Sentence | None:
    if offer.starts is None:
        return None
    if offer.ends is None:
        return _("from {day}")(day=offer.starts)
    days = _("{first} – {last}")(first=offer.starts, last=offer.ends)
    nights = offer.nights
    return _("{days}, {nights}")(days=days, nights=NIGHTS(count=nights)) if nights else days


def for_client(offer: Offer, zone: tzinfo) -> Iterable[Sentence]:
    """All that a client is told of it: nothing of supplier, net price and note."""
    yield _("🛍 <b>{title}</b>")(title=offer.title)
    if (days := offer_days(offer)) is not None:
        yield _("🗓 Dates: {days}")(days=days)
    if offer.board is not None:
        yield _("Board: {board}")(board=BOARDS[offer.board])
    yield _("💶 {price} for {people}")(price=offer.price, people=people(offer.inquiry.heads))
    if offer.words:
        yield _("<blockquote>{text}</blockquote>")(text=offer.words)
    if offer.link:
        yield _("🔗 Link: {link}")(link=offer.link)
    if (day := offer.last_day(zone)) is not None:
        yield _("⏳ Valid until {day}")(day=day)


def offer_line(offer: Offer, stands: Standing) -> Sentence:
    """On cards and lists of colleagues."""
    parts = [offer.title, offer_days(offer), offer.price, STANDINGS[stands]]
    return _("🛍 {offer}")(offer=Joined([part for part in parts if part is not None], by=" · "))
