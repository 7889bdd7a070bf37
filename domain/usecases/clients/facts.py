"""What is known of a client is corrected by a colleague, or told by the client themselves; the history tells each change."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from domain.entities import client_reading as reading
from domain.entities.client_facts import (
    NEXT_QUESTIONS,
    OWN,
    SECRET,
    SOURCES,
    Board,
    ReachedBy,
    SeaLine,
    correct,
    fact_of,
    is_known,
    tell,
)
from domain.entities.clients import Client
from domain.entities.people import Right, StaffMember
from domain.ports.desk import Desk
from domain.queries.client_facts import may_look_after, must_be_ours_to_say
from domain.usecases.clients.noticing import notice_facts, notice_phone
from domain.usecases.conversations.moving import kept_by
from domain.values import text
from domain.values.language import Language
from domain.values.refusals import NotFound, Refusal

FOUND_BY = ("name", "phone", "latin_name", "email", "username", "tags")


def change_fact(desk: Desk, number: int, key: str, value: Any) -> Client:
    """A colleague corrects it; None empties it. `value` is a number where it names a client, a colleague or a branch.

    Raises Forbidden, NotFound, Refusal as each is read.
    """
    desk.must(Right.CHANGE_CLIENTS)
    client = desk.repositories.clients.locked(number)
    must_be_ours_to_say(client, key)
    _put(desk, client, key, value)
    correct(client, key)
    if key == "language" and client.person is not None and desk.archive.staff.of(client.person) is None:
        client.speak_as_noted()
    return client


def fact_learnt(desk: Desk, number: int, key: str, value: Any) -> None:
    """By the agency, for whoever may say it of this client. Raises Refusal as each is read."""
    client = desk.archive.clients.locked(number)
    _put(desk, client, key, value)
    correct(client, key)


def change_tags(desk: Desk, number: int, add: Iterable[str] = (), remove: Iterable[str] = ()) -> Client:
    """Raises Forbidden, NotFound, Refusal: tag_too_long, too_many_tags."""
    desk.must(Right.CHANGE_CLIENTS)
    tags = desk.repositories.clients.locked(number).tags
    gone = {reading.clean_tag(tag) for tag in remove}
    return change_fact(desk, number, "tags", (*(tag for tag in tags if tag not in gone), *add))


def tell_fact(desk: Desk, key: str, value: Any) -> Client:
    """The actor as a client says it of themselves. Raises NotFound, Refusal as each is read."""
    own = desk.actor.client
    if own is None or key not in OWN:
        raise NotFound("not_found")
    client = desk.archive.clients.locked(own.id)
    _put(desk, client, key, value)
    if is_known(fact_of(client, key)):
        tell(client, key)
    else:
        correct(client, key)
    return client


def _put(desk: Desk, client: Client, key: str, value: Any) -> None:
    was = desk.archive.clients.responsible_of(client) if key == "responsible" else fact_of(client, key)
    becomes = _READS[key](desk, client, value) if is_known(value) else _nothing(key)
    if becomes == was:
        return
    setattr(client, key, becomes)
    if key in SECRET:
        desk.note("client", client.id, "fact_hidden", fact=key)
    else:
        told = {"fact_was": _kept(desk, key, was), "fact_is": _kept(desk, key, becomes)}
        desk.note("client", client.id, "fact_changed", fact=key, **told)
    if key in FOUND_BY:
        desk.archive.flush()
        desk.archive.clients.renamed(client)
    if key == "phone":
        notice_phone(desk, client, client.phone)
    if key == "responsible" and becomes is not None:
        kept_by(desk, client, was, becomes)
    notice_facts(desk, client, key)


def choose_language(desk: Desk, language: Language) -> None:
    """The actor has chosen it in the bot, and is a client: it is theirs to say from now on."""
    own = desk.actor.client
    if own is None:
        return
    client = desk.archive.clients.locked(own.id)
    _put(desk, client, "language", language)
    tell(client, "language")


def _nothing(key: str) -> Any:
    """Everybody has a name. Raises Refusal: nothing_written."""
    if key == "name":
        raise Refusal("nothing_written")
    return () if key == "tags" else None


def _kept(desk: Desk, key: str, value: Any) -> list[Any] | None:
    """With its key, so that the history can say it in words."""
    if not is_known(value):
        return None
    if key == "branch":
        return [key, desk.archive.branches.get(value).name]
    if isinstance(value, StaffMember):
        return [key, value.name]
    if isinstance(value, date):
        return [key, value.isoformat()]
    if isinstance(value, StrEnum):
        return [key, value.value]
    return [key, list(value) if isinstance(value, tuple) else value]


def _referrer(desk: Desk, client: Client, number: int) -> int:
    """Raises NotFound, Refusal: recommended_by_themselves."""
    other = desk.repositories.clients.get(number)
    if other is client:
        raise Refusal("recommended_by_themselves", name=client.name)
    return other.id


def _responsible(desk: Desk, _client: Client, number: int) -> StaffMember:
    """Raises NotFound, Refusal: cannot_look_after."""
    member = desk.repositories.staff.get(number)
    if not may_look_after(desk, member):
        raise Refusal("cannot_look_after", name=member.name)
    return member


def _branch(desk: Desk, _client: Client, number: int) -> int:
    """Raises NotFound."""
    if desk.actor.reach not in (None, number):
        raise NotFound("no_such_branch")
    return desk.archive.branches.get(number).id


def _usual(keys: Iterable[str]) -> Callable[[Desk, Client, str], str]:
    return lambda _desk, _client, value: value if value in keys else reading.read_line(value)


_READS: dict[str, Callable[[Desk, Client, Any], Any]] = {
    "name": lambda _desk, _client, value: text.name(value),
    "phone": lambda _desk, _client, value: str(value),
    "latin_name": lambda _desk, _client, value: reading.read_latin_name(value),
    "born_on": lambda desk, _client, value: reading.read_birthday(value, desk.today),
    "email": lambda _desk, _client, value: reading.read_email(value),
    "username": lambda _desk, _client, value: reading.read_username(value),
    "language": lambda _desk, _client, value: Language(value),
    "address": lambda _desk, _client, value: reading.read_address(value),
    "prefers": lambda _desk, _client, value: ReachedBy(value),
    "stars": lambda _desk, _client, value: reading.read_stars(value),
    "nights": lambda _desk, _client, value: reading.read_nights(value),
    "board": lambda _desk, _client, value: Board(value),
    "sea_line": lambda _desk, _client, value: SeaLine(value),
    "habit": lambda _desk, _client, value: reading.read_line(value),
    "needs": lambda _desk, _client, value: reading.read_needs(value),
    "source": _usual(SOURCES),
    "referred_by": _referrer,
    "tags": lambda _desk, _client, value: reading.clean_tags(value),
    "responsible": _responsible,
    "branch": _branch,
    "ask_next": _usual(NEXT_QUESTIONS),
}
"""How each is read, whoever says it."""
