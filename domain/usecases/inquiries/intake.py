"""Intake: inquiries from the chat, a join link, the phone or a forwarded message, until they are a deal or are closed."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.entities.client_facts import tell
from domain.entities.clients import Client
from domain.entities.inquiries import Channel, Inquiry, InquiryKind, Wish
from domain.entities.interactions import Interaction, Said
from domain.entities.people import Person, Right, StaffMember
from domain.entities.trips import Trip
from domain.notices.inquiries import (
    INQUIRY_ARRIVED,
    INQUIRY_CLOSED,
    INQUIRY_DONE,
    INQUIRY_HANDED_OVER,
    INQUIRY_WITHDRAWN,
)
from domain.ports.desk import Desk
from domain.ports.routing import on_duty_first
from domain.queries.destinations import known_destination
from domain.queries.inquiries import inquiry_of_mine, takers
from domain.usecases.clients.coming import came
from domain.usecases.clients.merging import prove_same
from domain.usecases.clients.noticing import notice_facts, notice_phone
from domain.usecases.consents.privacy import went_on
from domain.usecases.conversations.moving import inquiry_came, inquiry_over, inquiry_taken
from domain.usecases.inquiries.charge import goes_to
from domain.usecases.staff_groups.showing import show_wish
from domain.values.reading.days import read_day
from domain.values.refusals import Forbidden, Refusal

_FULL_DATES = re.compile(
    r"(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([./-])\d{1,2}\2\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)(?!\d)"
)


@dataclass(frozen=True)
class Introduction:
    """How somebody in a chat calls themselves. `vouched` when Telegram says that the phone is theirs."""

    name: str
    phone: str | None = None
    vouched: bool = False


@dataclass(frozen=True)
class Caller:
    """For whom staff take an inquiry or open a deal: a client on file, or somebody new.

    `person` is whose message was forwarded, when Telegram told.
    """

    name: str
    phone: str | None = None
    client: int | None = None
    person: int | None = None


def check_when(desk: Desk, text: str) -> str:
    """Own words about time; full dates in them must exist and not be over. Raises Refusal: no_such_day, in_the_past."""
    for found in _FULL_DATES.finditer(unicodedata.normalize("NFKC", text)):
        if read_day(found.group()) < desk.today:
            raise Refusal("in_the_past")
    return text


def become_client(desk: Desk, who: Introduction) -> Client:
    """The actor's client file, made at their first inquiry or question.

    A phone that Telegram vouches for finds the file we already keep of it, and joins it with one made before; a phone
    that was merely typed never opens somebody else's file.
    """
    known, proven = desk.actor.client, _file_of_phone(desk, who)
    if known is None:
        known = _linked(desk, proven) or _told_file(desk, who)
    elif proven is not None:
        known = prove_same(desk, known, proven)
    elif who.name != known.name or (who.phone and known.phone is None):
        _introduce(desk, known, who)
    if known.phone != who.phone:  # and another file may have this one
        notice_phone(desk, known, who.phone)
    desk.actor = replace(desk.actor, client=known)
    went_on(desk, known)
    return known


def _told_file(desk: Desk, who: Introduction) -> Client:
    client = _new_file(desk, who.name, who.phone, desk.actor.person)
    tell(client, "name", *(("phone",) if who.phone else ()))
    return client


def _introduce(desk: Desk, known: Client, who: Introduction) -> None:
    desk.note("client", known.id, "introduced", name=who.name, before=known.name)
    told = known.phone is None and who.phone is not None
    if who.name != known.name:
        tell(known, "name")
    if told:
        tell(known, "phone")
    known.name, known.phone = who.name, known.phone or who.phone
    desk.repositories.clients.renamed(known)
    if told:
        notice_phone(desk, known, known.phone)


def ask_for_tour(desk: Desk, wish: Wish, who: Introduction) -> Inquiry:
    """A client asks in the chat."""
    client = become_client(desk, who)
    return _receive(desk, _inquiry(desk, client, Channel.CHAT, wish))


def ask_to_join(desk: Desk, number: int, seats: int, who: Introduction) -> Inquiry:
    """A client asks for seats on a trip by its link; it holds no seats yet. Raises Refusal: trip_left, join_closed."""
    trip = desk.repositories.trips.get(number)
    trip.must_be_ahead(desk.now)
    if not trip.join_open:
        raise Refusal("join_closed", trip=trip.title)
    client = become_client(desk, who)
    inquiry = _inquiry(desk, client, Channel.JOIN_LINK, wish_for_trip(trip, seats))
    inquiry.trip, inquiry.branch = trip, trip.branch
    return _receive(desk, inquiry)


def take_inquiry(
    desk: Desk, caller: Caller, wish: Wish, channel: Channel, trip: int | None = None
) -> Inquiry:
    """Staff take it for somebody who phoned or whose message was forwarded. Raises Forbidden, Refusal: trip_left."""
    desk.must(Right.TAKE_INQUIRIES)
    joined = desk.repositories.trips.get(trip) if trip else None
    if joined is not None:
        joined.must_be_ahead(desk.now)
    inquiry = _inquiry(desk, file_for(desk, caller), channel, wish)
    inquiry.trip, inquiry.taken_by = joined, desk.actor.staff
    inquiry.branch = desk.actor.staff.branch if desk.actor.staff else None
    _receive(desk, inquiry)
    how = Said.CALL if channel is Channel.PHONE else Said.QUESTION
    said = wish.wishes or wish.destination
    desk.repositories.interactions.add(
        Interaction(inquiry.client, how, said, desk.now, desk.actor.staff, inquiry)
    )
    return inquiry


def received_from(
    desk: Desk,
    client: Client,
    wish: Wish,
    channel: Channel,
    source: str,
    branch: int | None,
    at: datetime,
) -> Inquiry:
    """By the agency: it has come from outside the chat, and nobody has taken it."""
    inquiry = _inquiry(desk, client, channel, wish)
    inquiry.source, inquiry.branch, inquiry.received_at = source, branch, at
    return _receive(desk, inquiry)


def take_charge(desk: Desk, number: int, staff: int | None = None, over: int | None = None) -> Inquiry:
    """An open inquiry is the actor's from now on, or a colleague's. Whoever gets it and whoever loses it is told.

    Who takes it says whom it is taken from, `over`: as they saw it. Twice is fine.
    Raises Forbidden, NotFound, Refusal: inquiry_done, inquiry_taken (and by whom), cannot_take.
    """
    desk.must(Right.TAKE_INQUIRIES)
    inquiry = desk.repositories.inquiries.locked(number)
    inquiry.must_be_open()
    member = desk.repositories.staff.get(staff) if staff is not None else desk.actor.staff
    if member is None or not member.may(Right.TAKE_INQUIRIES):
        raise Refusal("cannot_take", name=member.name if member else "")
    if desk.actor.reach is not None and not member.sees(inquiry.branch):
        raise Refusal("cannot_take", name=member.name)
    was = inquiry.taken_by
    if was is member:
        return inquiry
    if staff is None and was is not None and was.active and was.id != over:
        raise Refusal("inquiry_taken", number=inquiry.id, by=was.name)
    goes_to(desk, inquiry, member)
    inquiry_taken(desk, inquiry)
    _tell_of_change(desk, inquiry, was)
    return inquiry


def _tell_of_change(desk: Desk, inquiry: Inquiry, was: StaffMember | None) -> None:
    """Whoever has it now, and whoever had it, as long as they work here and did not do it themselves."""
    now_with = inquiry.taken_by
    assert now_with is not None
    key = f"{inquiry.id}:{desk.now.isoformat()}"
    facts: dict[str, Any] = {"inquiry": inquiry.id, "by": desk.actor.name, "name": now_with.name}
    facts["was"] = was.name if was else None
    for member in (was, now_with):
        if member is not None and member.active and member is not desk.actor.staff:
            desk.notify(member.person, INQUIRY_HANDED_OVER, key, **facts)


def close_inquiry(desk: Desk, number: int, reason: str) -> Inquiry:
    """Ends without a deal; the client is told, and who had taken it. Raises Forbidden, Refusal: inquiry_done (and by whom)."""
    desk.must(Right.TAKE_INQUIRIES)
    inquiry = desk.repositories.inquiries.locked(number)
    had_it = inquiry.taken_by
    inquiry.close(reason, desk.actor.staff)
    inquiry_over(desk, inquiry)
    desk.note("inquiry", inquiry.id, "closed", reason=reason)
    desk.notify(inquiry.client.person, INQUIRY_CLOSED, str(inquiry.id), inquiry=inquiry.id)
    if had_it is not None and had_it.active and had_it is not desk.actor.staff:
        facts: dict[str, Any] = {"inquiry": inquiry.id, "by": desk.actor.name, "reason": reason}
        desk.notify(had_it.person, INQUIRY_DONE, str(inquiry.id), **facts)
    return inquiry


def withdraw_inquiry(desk: Desk, number: int) -> Inquiry:
    """Its asker wants it no more; who has taken it is told. Raises NotFound: not_found, Refusal: inquiry_done."""
    inquiry_of_mine(desk, number)
    inquiry = desk.archive.inquiries.locked(number)
    inquiry.withdraw()
    inquiry_over(desk, inquiry)
    desk.note("inquiry", inquiry.id, "withdrawn")
    if inquiry.taken_by is not None:
        person = inquiry.taken_by.person
        desk.notify(person, INQUIRY_WITHDRAWN, str(inquiry.id), inquiry=inquiry.id)
    return inquiry


def file_for(desk: Desk, caller: Caller) -> Client:
    """The client file staff mean, or a new one. Raises Forbidden."""
    if not (desk.actor.may(Right.TAKE_INQUIRIES) or desk.actor.may(Right.OPEN_DEALS)):
        raise Forbidden("forbidden")
    person = desk.repositories.people.get(caller.person) if caller.person else None
    known = desk.repositories.clients.get(caller.client) if caller.client else None
    if known is None and person is not None:
        known = desk.repositories.clients.of(person)
    if known is None:
        # Whoever makes another file for a number on file was asked whether it is the same client.
        differs = desk.repositories.clients.by_phone(caller.phone) if caller.phone else None
        return _new_file(desk, caller.name, caller.phone, person, differs)
    keep_phone(desk, known, caller.phone)
    if known.person is None and person is not None and desk.repositories.clients.of(person) is None:
        came(desk, known, person)
    return known


def keep_phone(desk: Desk, client: Client, phone: str | None) -> None:
    """The number of a client of whom we had none; one that is another's is not taken for theirs, and noticed."""
    if phone is None or client.phone is not None:
        return
    if desk.repositories.clients.by_phone(phone) is not None:
        notice_phone(desk, client, phone)
        return
    client.phone = phone
    desk.repositories.clients.renamed(client)
    desk.note("client", client.id, "phone_told")


def wish_for_trip(trip: Trip, seats: int, wishes: str | None = None) -> Wish:
    day = f"{trip.departs:%d.%m.%Y}"
    return Wish(InquiryKind.INDIVIDUAL, trip.name, day, seats, wishes=wishes)


def _inquiry(desk: Desk, client: Client, channel: Channel, wish: Wish) -> Inquiry:
    destination = known_destination(desk, wish.destination)
    return Inquiry(
        client=client,
        channel=channel,
        kind=wish.kind,
        destination=str(destination),
        translations={language.value: text for language, text in destination.others.items()},
        when=None if wish.when is None else str(wish.when),
        heads=wish.heads,
        received_at=desk.now,
        budget=wish.budget,
        wishes=wish.wishes,
        group_name=wish.group_name,
    )


def _receive(desk: Desk, inquiry: Inquiry) -> Inquiry:
    desk.repositories.inquiries.add(inquiry)
    desk.repositories.flush()
    inquiry_came(desk, inquiry)
    show_wish(desk, inquiry)
    desk.note("inquiry", inquiry.id, "received", channel=inquiry.channel, client=inquiry.client.name)
    for member in on_duty_first(desk, takers(desk, inquiry.branch)):
        if member is not desk.actor.staff:
            desk.notify(member.person, INQUIRY_ARRIVED, str(inquiry.id), inquiry=inquiry.id)
    return inquiry


def _file_of_phone(desk: Desk, who: Introduction) -> Client | None:
    """The file that is kept under the actor's own phone and has waited for its person."""
    kept = desk.repositories.clients.by_phone(who.phone) if who.phone and who.vouched else None
    person = desk.actor.person
    return None if kept is None or kept.person is not None or person is None else kept


def _linked(desk: Desk, kept: Client | None) -> Client | None:
    if kept is not None and desk.actor.person is not None:
        came(desk, kept, desk.actor.person)
    return kept


def _new_file(
    desk: Desk, name: str, phone: str | None, person: Person | None, differs: Client | None = None
) -> Client:
    client = Client(name, phone, desk.now, person)
    desk.repositories.clients.add(client)
    desk.repositories.flush()
    desk.note("client", client.id, "known", name=name)
    notice_phone(desk, client, phone, differs=differs)
    notice_facts(desk, client, "username")
    return client
