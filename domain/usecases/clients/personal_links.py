"""A link that brings a client without Telegram to their own file: for one person, for thirty days; made, closed, opened.

Nobody gets to a file that is somebody else's by it: who has a file already is joined with this one by a colleague only.
"""

import hashlib
from dataclasses import replace
from enum import StrEnum

from domain.entities.clients import Client
from domain.entities.merging import Why
from domain.entities.notices import NoticeKind
from domain.entities.people import Person, Right, StaffMember
from domain.entities.personal_links import VALID, PersonalLink
from domain.notices.clients import LINK_OPENED, LINK_OPENED_AGAIN
from domain.ports.desk import Desk
from domain.usecases.clients.coming import came
from domain.usecases.clients.noticing import looks_after, notice_same
from domain.usecases.staff.failed_links import UnknownLink, must_not_guess
from domain.values.refusals import NotFound, Refusal


class Opened(StrEnum):
    """What became of a link that somebody opened."""

    JOINED = "joined"
    """The file is theirs from now on."""
    THEIRS = "theirs"
    """It was before."""
    DOUBTED = "doubted"
    """They have another file: a colleague looks whether it is the same person."""
    TAKEN = "taken"
    """Somebody else came by it, or the client is in Telegram as somebody else."""
    COLLEAGUE = "colleague"
    """It is still good for the client."""


def give_link(desk: Desk, number: int) -> str:
    """A token for whoever opens it first; it is not kept, only its hash. Those before are closed.

    Raises Forbidden, NotFound, Refusal: client_in_telegram, forgotten_already.
    """
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.locked(number)
    client.must_not_be_forgotten()
    if client.person is not None:
        raise Refusal("client_in_telegram", name=client.name)
    _close_open(desk, client)
    token = desk.tokens()
    until = desk.now + VALID
    link = PersonalLink(client, _hash(token), desk.now, until, desk.actor.staff)
    desk.repositories.personal_links.add(link)
    desk.note("client", client.id, "link_given", on=until.date().isoformat())
    return token


def close_link(desk: Desk, number: int) -> None:
    """It brings nobody any more. Raises Forbidden, NotFound: no_such_client, link_closed."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.locked(number)
    if not _close_open(desk, client):
        raise Refusal("link_closed")
    desk.note("client", client.id, "link_closed")


def open_link(desk: Desk, token: str) -> tuple[Opened, Client]:
    """Tells what became of it, and whose link it is.

    Raises NotFound: link_closed (unknown, closed, expired, or the client is forgotten: all alike), Refusal: links_locked.
    """
    must_not_guess(desk)
    link = desk.archive.personal_links.by_hash(_hash(token))
    person = desk.actor.person
    if link is None or person is None:
        raise UnknownLink
    if link.client.forgotten_at is not None:
        raise NotFound("link_closed")
    if desk.actor.is_staff:
        link.must_be_open(desk.now)
        return Opened.COLLEAGUE, link.client
    if link.used_at is not None:
        return _opened_again(desk, link, person), link.client
    link.must_be_open(desk.now)
    file = desk.archive.clients.locked(link.client.id)
    if file.person is not None and file.person is not person:
        return _opened_again(desk, link, person), file
    link.used_at, link.used_by = desk.now, person
    return _found(desk, link, file, person), file


def disconnect(desk: Desk, number: int) -> Client:
    """Who came by the link is not the client after all: the file is without Telegram again.

    Raises Forbidden, NotFound: no_such_client, link_closed.
    """
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.locked(number)
    link = desk.repositories.personal_links.newest_of(client)
    if link is None or client.person is None or link.used_by is not client.person:
        raise Refusal("link_closed")
    desk.note("client", client.id, "disconnected", person=client.person.name)
    client.person = None
    return client


def _found(desk: Desk, link: PersonalLink, file: Client, person: Person) -> Opened:
    own = desk.actor.client
    if own is file:
        return Opened.THEIRS
    if own is not None:
        desk.note("client", file.id, "link_opened", person=person.name, other=own.id)
        notice_same(desk, own, file, Why.LINK, _hearers(desk, link))
        return Opened.DOUBTED
    came(desk, file, person)
    desk.actor = replace(desk.actor, client=file)
    _tell(desk, link, LINK_OPENED, person)
    return Opened.JOINED


def _opened_again(desk: Desk, link: PersonalLink, person: Person) -> Opened:
    """By the same person is fine; of another colleagues hear, once for each."""
    if person is link.used_by:
        return Opened.THEIRS if desk.actor.client is link.client else Opened.DOUBTED
    _tell(desk, link, LINK_OPENED_AGAIN, person)
    return Opened.TAKEN


def _tell(desk: Desk, link: PersonalLink, kind: NoticeKind, person: Person) -> None:
    for member in _hearers(desk, link):
        desk.notify(member.person, kind, f"{link.id}:{person.id}", client=link.client.id, by=person.id)


def _hearers(desk: Desk, link: PersonalLink) -> list[StaffMember]:
    """Who made it, and who looks after the client."""
    made = link.created_by
    found = [made] if made is not None and made.may(Right.ANSWER_CLIENTS) else []
    return list(dict.fromkeys([*found, *looks_after(desk, link.client)]))


def _close_open(desk: Desk, client: Client) -> bool:
    """All of them: a file that was joined with another may have several."""
    found = desk.repositories.personal_links.open_of(client, desk.now)
    for link in found:
        link.expires_at = desk.now
    return bool(found)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
