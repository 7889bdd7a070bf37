"""Mailings: wanted or not, said by the client or noted by a colleague, and withdrawn at any time."""

from domain.entities.clients import Client
from domain.entities.consents import BY_STAFF, Consent, ConsentKind, Given, wants_mailings
from domain.entities.people import Person, Right
from domain.ports.desk import Desk
from domain.queries.consents import a_client, my_consents
from domain.values.refusals import Refusal


def want_mailings(desk: Desk) -> None:
    """The client would like them; twice is fine. Raises Forbidden."""
    person = a_client(desk)
    if not wants_mailings(my_consents(desk)):
        _agreed(desk, Given.CHAT, person, desk.actor.client)


def want_no_mailings(desk: Desk) -> None:
    """The client would like none, or none any more; twice is fine. Raises Forbidden."""
    a_client(desk)
    _withdrawn(desk, list(my_consents(desk)), desk.actor.client)


def note_mailings(desk: Desk, number: int, how: Given) -> None:
    """A colleague was told on the phone or has it on paper. Raises Forbidden, NotFound, Refusal: out_of_date."""
    desk.must(Right.KEEP_CONSENTS)
    client = desk.repositories.clients.get(number)
    if how not in BY_STAFF:
        raise Refusal("out_of_date")
    if not wants_mailings(desk.repositories.consents.of(client)):
        _agreed(desk, how, None, client)


def note_no_mailings(desk: Desk, number: int) -> None:
    """A colleague was told that a client would like none. Raises Forbidden, NotFound."""
    desk.must(Right.KEEP_CONSENTS)
    client = desk.repositories.clients.get(number)
    _withdrawn(desk, list(desk.repositories.consents.of(client)), client)


def _agreed(desk: Desk, how: Given, person: Person | None, client: Client | None) -> None:
    language = person.language if person is not None else None
    by = None if how is Given.CHAT else desk.actor.staff
    consent = Consent(ConsentKind.MAILING, how, desk.now, person, client, None, language, by)
    desk.archive.consents.add(consent)
    if client is not None:
        desk.note("client", client.id, "mailings_agreed", given=how)


def _withdrawn(desk: Desk, consents: list[Consent], client: Client | None) -> None:
    """All that still stand: of two files that became one there may be two."""
    standing = [one for one in consents if one.kind is ConsentKind.MAILING and one.stands]
    for one in standing:
        one.withdrawn_at, one.withdrawn_by = desk.now, desk.actor.staff
    if standing and client is not None:
        desk.note("client", client.id, "mailings_withdrawn")
