"""Clients as staff read them: found by name or phone, the card, and whether they can be written to."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.client_sketch import LOOKED_AT, Sketch, sketch
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction
from domain.entities.overview import Overview
from domain.entities.people import Person, Right
from domain.ports.desk import Desk
from domain.queries.doubts import DoubtFound, Joined, doubts_about, joined_into
from domain.values.refusals import Forbidden, NotFound

SAID_LATELY = 3
SHOWN = 2
"""Deals, and inquiries that wait; all of them stand in the timeline."""


@dataclass(frozen=True)
class ClientCard:
    """A client, with the newest deals and open inquiries within reach and the last words; all newest first."""

    client: Client
    beside: Overview
    deals: Sequence[Deal]
    waiting: Sequence[Inquiry]
    said: Sequence[Interaction]
    doubts: Sequence[DoubtFound]
    """Others on file who may be the same."""
    joined: Sequence[Joined]
    """Files that became one with this."""
    sketch: Sketch
    """What a colleague would say of them."""


def client_card(desk: Desk, number: int, said: int = SAID_LATELY) -> ClientCard:
    """Raises Forbidden, NotFound."""
    found = client(desk, number)
    papers = desk.repositories
    beside = desk.overviews[found.id] = papers.clients.overview(found)
    return ClientCard(
        found,
        beside,
        papers.deals.newest_of(found, SHOWN) if beside.deals else (),
        papers.inquiries.of(found, only_open=True, limit=SHOWN) if beside.waiting else (),
        papers.interactions.of(found, said) if beside.said else (),
        doubts_about(desk, found) if beside.doubts else (),
        joined_into(desk, found) if beside.joined else (),
        _sketch(desk, found, beside),
    )


def stands_beside(desk: Desk, client: Client) -> Overview:
    """As it was counted for the card that is open; of a client whom the actor sees."""
    return desk.overviews.get(client.id) or desk.repositories.clients.overview(client)


def _sketch(desk: Desk, client: Client, beside: Overview) -> Sketch:
    """Made of the journeys within reach, and of what stands in the file."""
    return sketch(
        desk.repositories.deals.journeys_of(client, desk.today, LOOKED_AT) if beside.journeys else (),
        habit=client.habit,
        stars=client.stars,
        nights=client.nights,
        ask_next=client.ask_next,
    )


def client(desk: Desk, number: int) -> Client:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.clients.get(number)


def client_numbered(desk: Desk, number: int) -> Client | None:
    """By its number, as colleagues say it; also when it became one with another. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    try:
        return desk.repositories.clients.get(number)
    except NotFound:
        return None


def clients_found(desk: Desk, text: str, limit: int = 8, offset: int = 0) -> Sequence[Client]:
    """By the beginnings of name words, or by the last digits of the phone. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.clients.search(text, limit, offset)


def client_to_write_to(desk: Desk, number: int) -> Client:
    """Raises Forbidden, NotFound, Refusal: client_unreachable."""
    found = client_called(desk, number)
    found.must_be_reachable()
    return found


def client_called(desk: Desk, number: int) -> Client:
    """Of whom a call is noted. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    return desk.repositories.clients.get(number)


def client_with_phone(desk: Desk, phone: str) -> Client | None:
    """By phone in E.164 form, for whoever takes an inquiry or opens a deal. Raises Forbidden."""
    if not (desk.actor.may(Right.OPEN_DEALS) or desk.actor.may(Right.TAKE_INQUIRIES)):
        raise Forbidden("forbidden")
    return desk.repositories.clients.by_phone(phone)


def sender_outside(desk: Desk, telegram_id: int) -> Person | None:
    """Whose message staff forward; None for strangers, and for colleagues who pass somebody's words on. Raises Forbidden."""
    desk.must(Right.TAKE_INQUIRIES)
    person = desk.repositories.people.by_telegram_id(telegram_id)
    return None if person is None or desk.repositories.staff.of(person) is not None else person


def file_of_sender(desk: Desk, person: int) -> Client | None:
    """The client file of this person. Raises Forbidden, NotFound."""
    desk.must(Right.TAKE_INQUIRIES)
    return desk.repositories.clients.of(desk.repositories.people.get(person))


def is_stranger(desk: Desk) -> bool:
    """Whether the actor still has to introduce themselves: no file, or neither a phone nor an inquiry in it."""
    own = desk.actor.client
    return own is None or (own.phone is None and not desk.archive.inquiries.of(own))
