"""The privacy notice: told once, agreed to by a tap or by going on, or told on the phone by a colleague."""

from domain.entities.clients import Client
from domain.entities.consents import BY_STAFF, Consent, ConsentKind, Given
from domain.entities.people import Person, Right
from domain.ports.desk import Desk
from domain.queries.consents import a_client, privacy_agreed, privacy_untold
from domain.values.refusals import Refusal


def told_privacy(desk: Desk) -> None:
    """The actor was shown the version that holds now. Raises Forbidden."""
    a_client(desk).privacy_told = desk.agency.privacy.version


def agree_to_privacy(desk: Desk) -> None:
    """By a tap; twice is fine. Raises Forbidden."""
    _agree(desk, a_client(desk), desk.actor.client, Given.CHAT)


def went_on(desk: Desk, client: Client) -> None:
    """Whoever was told and then asks us for something, agrees. By whoever writes down what was asked."""
    person = desk.actor.person
    if person is not None and not desk.actor.is_staff and not privacy_untold(desk):
        _agree(desk, person, client, Given.WENT_ON)


def _agree(desk: Desk, person: Person, client: Client | None, how: Given) -> None:
    if privacy_agreed(desk):
        return
    version = person.privacy_told = person.privacy_agreed = desk.agency.privacy.version
    consent = Consent(ConsentKind.PRIVACY, how, desk.now, person, client, version, person.language)
    desk.archive.consents.add(consent)
    if client is not None:
        desk.note("client", client.id, "privacy_agreed", given=how, version=version)


def note_privacy(desk: Desk, number: int, how: Given) -> Consent:
    """A colleague has told a client, on the phone or on paper, how their data are kept.

    Raises Forbidden, NotFound, Refusal: out_of_date.
    """
    desk.must(Right.KEEP_CONSENTS)
    client = desk.repositories.clients.get(number)
    if how not in BY_STAFF:
        raise Refusal("out_of_date")
    version = desk.agency.privacy.version
    consent = Consent(ConsentKind.PRIVACY, how, desk.now, client=client, version=version, by=desk.actor.staff)
    desk.repositories.consents.add(consent)
    desk.note("client", client.id, "privacy_agreed", given=how, version=version)
    return consent
