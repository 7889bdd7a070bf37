"""Consents as they are read: by the client, by staff on a card, and by whoever makes a list for a mailing."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.clients import Client
from domain.entities.consents import Consent, ConsentKind, wants_mailings
from domain.entities.people import Person, Right
from domain.ports.desk import Desk
from domain.queries.clients import stands_beside
from domain.values.refusals import Forbidden


@dataclass(frozen=True)
class ClientConsents:
    """What one client has agreed to, newest first; `asked` is the version of the privacy notice that holds now."""

    client: Client
    all: Sequence[Consent]
    asked: int

    @property
    def privacy(self) -> Consent | None:
        """To the version that holds now, or to the last one before."""
        return next((one for one in self.all if one.kind is ConsentKind.PRIVACY), None)

    @property
    def mailing(self) -> Consent | None:
        """The last word about mailings."""
        return next((one for one in self.all if one.kind is ConsentKind.MAILING), None)

    @property
    def mailings(self) -> bool:
        return wants_mailings(self.all)

    @property
    def pending(self) -> bool:
        """Whether nobody has told them yet how their data are kept: neither the bot nor a colleague."""
        person = self.client.person
        return self.privacy is None and (person is None or person.privacy_told is None)


def client_consents(desk: Desk, number: int) -> ClientConsents:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    client = desk.repositories.clients.get(number)
    return ClientConsents(client, desk.repositories.consents.of(client), desk.agency.privacy.version)


def consents_beside(desk: Desk, client: Client) -> ClientConsents:
    """Of a client whose card is open."""
    found = desk.repositories.consents.of(client) if stands_beside(desk, client).consents else ()
    return ClientConsents(client, found, desk.agency.privacy.version)


def my_consents(desk: Desk) -> Sequence[Consent]:
    """Of the actor, newest first; nothing of whoever is not there as a client."""
    person, client = desk.actor.person, desk.actor.client
    if person is None:
        return []
    consents = desk.archive.consents
    return consents.of(client) if client is not None else consents.of_person(person)


def may_be_mailed(desk: Desk, client: Client) -> bool:
    """Whether a mailing may go to them: their last word about mailings was yes. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.consents.may_be_mailed(client)


def privacy_untold(desk: Desk) -> bool:
    """Whether the actor, who writes to us as a client, was not told the version that holds now."""
    person = desk.actor.person
    return (
        person is not None and not desk.actor.is_staff and person.privacy_told != desk.agency.privacy.version
    )


def privacy_agreed(desk: Desk) -> bool:
    """Whether the actor has agreed to the version that holds now."""
    person = desk.actor.person
    return person is not None and person.privacy_agreed == desk.agency.privacy.version


def a_client(desk: Desk) -> Person:
    """Whoever writes to us and does not work here. Raises Forbidden."""
    if desk.actor.person is None or desk.actor.is_staff:
        raise Forbidden("forbidden")
    return desk.actor.person
