"""Offers are kept with the inquiry, changed and withdrawn; one that the client has is sent anew when it changes."""

from datetime import date, datetime
from typing import Any

from domain.entities.client_facts import Board
from domain.entities.files import SentFile, StoredFile
from domain.entities.offers import OFFER_FILE, SEEN, Offer, OfferState, Option
from domain.entities.people import Right
from domain.entities.trip_plans import check_price, check_returns
from domain.notices.offers import OFFER_GONE
from domain.ports.desk import Desk
from domain.queries.offers import inquiry_to_offer, offer_to_change
from domain.usecases.files.fetched import on_fetched
from domain.usecases.offers.sending import tell_of
from domain.values.money import Money
from domain.values.refusals import NotFound, Refusal

CHANGEABLE = (*SEEN, "supplier", "net", "note")


def add_offer(desk: Desk, number: int, option: Option, sent: SentFile | None = None) -> Offer:
    """For this inquiry.

    Raises Forbidden, NotFound, Refusal: inquiry_done, no_price, in_the_past, returns_before_departure, absurd_stay,
    file_too_big, file_type_not_taken.
    """
    inquiry = inquiry_to_offer(desk, number)
    check_option(desk, option)
    author = desk.actor.staff
    assert author is not None
    new = Offer(inquiry, author, desk.now, option.title, option.price)
    for fact in CHANGEABLE:
        _set(desk, new, fact, getattr(option, fact))
    if sent is not None:
        new.file = _wanted(desk, sent)
    desk.repositories.offers.add(new)
    desk.repositories.flush()
    desk.note("inquiry", inquiry.id, "offer_added", title=new.title, price=str(new.price))
    return new


def check_option(desk: Desk, option: Option) -> None:
    """Raises Refusal: no_price, negative_money, in_the_past, returns_before_departure, absurd_stay."""
    check_price(option.price)
    _check_days(desk, option.starts, option.ends)
    if option.valid_until is not None and option.valid_until <= desk.now:
        raise Refusal("in_the_past")


def _check_days(desk: Desk, starts: date | None, ends: date | None) -> None:
    if starts is not None and starts < desk.today:
        raise Refusal("in_the_past")
    if starts is not None and ends is not None:
        check_returns(ends, starts)


def change_offer(desk: Desk, number: int, **facts: Any) -> Offer:
    """Some of what `Option` tells. The client who was sent it is sent it anew, with what they see now.

    Raises Forbidden, NotFound, Refusal: inquiry_done, offer_over, and whatever is wrong with the facts.
    """
    offer_to_change(desk, number)
    one = desk.repositories.offers.locked(number)
    one.must_be_open()
    if not facts.keys() <= {*CHANGEABLE}:
        raise NotFound("not_found")
    changed = [fact for fact, value in facts.items() if _kept(one, fact) != value]
    for fact in changed:
        _set(desk, one, fact, facts[fact])
    check_price(one.price)
    _check_days(desk, one.starts, one.ends)
    if not changed:
        return one
    desk.note("inquiry", one.inquiry.id, "offer_changed", title=one.title, price=str(one.price))
    if {*changed} & {*SEEN}:
        _anew(desk, one)
    return one


def _anew(desk: Desk, one: Offer) -> None:
    one.version += 1
    if one.state is not OfferState.KEPT:
        one.send(desk.now)
        tell_of(desk, one)


def _kept(one: Offer, fact: str) -> Any:
    return (one.supplier.id if one.supplier else None) if fact == "supplier" else getattr(one, fact)


def _set(
    desk: Desk, one: Offer, fact: str, value: str | int | date | datetime | Board | Money | None
) -> None:
    if fact == "supplier":
        one.supplier = desk.repositories.suppliers.get(value) if isinstance(value, int) else None
    else:
        setattr(one, fact, value)


def withdraw_offer(desk: Desk, number: int) -> Offer:
    """Not to be had any more; the client who was sent it hears so. Twice is fine.

    Raises Forbidden, NotFound, Refusal: offer_over when it was taken.
    """
    desk.must(Right.TAKE_INQUIRIES)
    one = desk.repositories.offers.locked(number)
    if one.state is OfferState.WITHDRAWN:
        return one
    if one.state is OfferState.TAKEN:
        raise Refusal("offer_over", title=one.title)
    had_it = one.waits(desk.now, desk.today)
    one.state = OfferState.WITHDRAWN
    desk.note("inquiry", one.inquiry.id, "offer_withdrawn", title=one.title)
    if had_it:
        person, inquiry = one.inquiry.client.person, one.inquiry.id
        desk.notify(person, OFFER_GONE, str(one.id), offer=one.id, inquiry=inquiry)
    return one


def show_photo(desk: Desk, number: int, sent: SentFile) -> Offer:
    """In place of the one before; it goes along when the offer is sent. Raises as `change_offer`, and for the file."""
    offer_to_change(desk, number)
    one = desk.repositories.offers.locked(number)
    one.file = _wanted(desk, sent)
    desk.note("inquiry", one.inquiry.id, "offer_photo", title=one.title)
    return one


def _wanted(desk: Desk, sent: SentFile) -> StoredFile:
    sent.must_be_acceptable(OFFER_FILE)
    file = sent.wanted(OFFER_FILE, desk.now)
    desk.archive.files.add(file)
    return file


def offer_with(desk: Desk, file: StoredFile) -> Offer | None:
    """Whose photo this file is."""
    return desk.archive.offers.with_file(file)


def offer_photo_refused(desk: Desk, one: Offer, reason: str) -> None:
    """It is offered without."""
    desk.note("inquiry", one.inquiry.id, "offer_photo_refused", title=one.title, why=reason)


on_fetched(OFFER_FILE, owner=offer_with, refused=offer_photo_refused)
