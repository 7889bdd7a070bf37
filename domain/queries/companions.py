"""Companions as they are read: who is offered for a deal, and the list on a client's file."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.entities.clients import Client
from domain.entities.companions import Circle, Companion
from domain.entities.deals import Deal
from domain.entities.particulars import age_on, check_expiry, ends_soon, read_passport
from domain.entities.people import Right
from domain.entities.travellers import Relation
from domain.ports.desk import Desk
from domain.queries.my_deals import within_reach
from domain.values.refusals import Refusal


class PassportWanted(StrEnum):
    """Why somebody we know cannot simply be taken along."""

    MISSING = "missing"
    NEW = "new"
    """Ours has expired, or will have by the end of the trip."""
    SOON = "soon"
    """Ours ends within six months of it."""


@dataclass(frozen=True)
class Offered:
    """A companion who is not in the party yet. `wanted`: what of the passport has to be asked; None: nothing."""

    companion: Companion
    age: int | None
    wanted: PassportWanted | None


def companions_for(desk: Desk, number: int) -> Sequence[Offered]:
    """Who went with the client of this deal before and may go again: the client, then the others, newest first.

    Raises NotFound, Forbidden.
    """
    deal = within_reach(desk, number)
    known = desk.archive.companions.of(deal.client)
    there = _in_party(deal, known)
    found = sorted(known, key=lambda one: one.relation is not Relation.SELF)
    return [_offered(desk, deal, one) for one in found if one not in there]


def passport_known(desk: Desk, number: int, traveller: int) -> Offered | None:
    """Who a traveller without a passport is, when the client's file has one. Raises NotFound, Forbidden."""
    deal = within_reach(desk, number)
    one = deal.going(traveller)
    if one.passport is not None:
        return None
    known = Circle(deal.client, desk.archive.companions.of(deal.client)).knows(one, deal.party)
    return None if known is None or known.passport is None else _offered(desk, deal, known)


def _in_party(deal: Deal, known: Sequence[Companion]) -> set[Companion]:
    """And the client themselves, when somebody goes as that already."""
    circle = Circle(deal.client, known)
    there = {circle.knows(one, deal.party) for one in deal.party}
    if any(one.relation is Relation.SELF for one in deal.party):
        there |= {one for one in known if one.relation is Relation.SELF}
    return {one for one in there if one is not None}


def _offered(desk: Desk, deal: Deal, one: Companion) -> Offered:
    day = deal.first_day or desk.today
    age = None if one.born_on is None else age_on(day, one.born_on)
    return Offered(one, age, passport_wanted(desk, deal, one))


def passport_wanted(desk: Desk, deal: Deal, one: Companion) -> PassportWanted | None:
    """What has to be asked of the passport before this deal."""
    expires = one.passport_expires
    if expires is None or one.passport is None:
        return PassportWanted.MISSING
    try:
        check_expiry(expires, deal, desk.today)
    except Refusal:
        return PassportWanted.NEW
    return PassportWanted.SOON if ends_soon(expires, deal, desk.today) else None


@dataclass(frozen=True)
class CompanionSeen:
    """A companion as a colleague reads them. `sees_passport`: whether its number and last day are theirs to see."""

    companion: Companion
    age: int | None
    sees_passport: bool


@dataclass(frozen=True)
class CompanionsOf:
    """Some of those on a client's file, of whom we heard last first."""

    client: Client
    companions: Sequence[CompanionSeen]


def companions_of(desk: Desk, number: int, limit: int = 8, offset: int = 0) -> CompanionsOf:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    client = desk.repositories.clients.get(number)
    found = desk.repositories.companions.of(client, limit, offset)
    sees = _sees_passports(desk, client)
    return CompanionsOf(client, [_seen(desk, one, sees=sees) for one in found])


def companions_found(desk: Desk, text: str, limit: int = 8, offset: int = 0) -> Sequence[Companion]:
    """By name, of those who have not travelled yet: the others are found as travellers. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.companions.search(text, limit, offset)


def companions_with(desk: Desk, text: str) -> Sequence[Companion]:
    """Likewise, by exactly this passport number; nobody for who may not see it. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    try:
        number = read_passport(text)
    except Refusal:
        return []
    if not desk.actor.may(Right.CHECK_DOCUMENTS):
        return []
    found = desk.repositories.companions.with_passport(number)
    return [one for one in found if one.traveller is None and _sees_passports(desk, one.client)]


def companion_card(desk: Desk, number: int) -> CompanionSeen:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    one = desk.repositories.companions.get(number)
    return _seen(desk, one, sees=_sees_passports(desk, one.client))


def must_change_companions(desk: Desk, number: int) -> Client:
    """The client whose they are. Raises Forbidden, NotFound."""
    desk.must(Right.CHANGE_CLIENTS)
    return desk.repositories.clients.get(number)


def companion_to_change(desk: Desk, number: int) -> CompanionSeen:
    """Raises Forbidden, NotFound."""
    desk.must(Right.CHANGE_CLIENTS)
    return companion_card(desk, number)


def _sees_passports(desk: Desk, client: Client) -> bool:
    """Who checks documents and has a deal of this client within reach."""
    return desk.actor.may(Right.CHECK_DOCUMENTS) and (
        desk.actor.reach is None or bool(desk.repositories.deals.of(client))
    )


def _seen(desk: Desk, one: Companion, *, sees: bool) -> CompanionSeen:
    age = None if one.born_on is None else age_on(desk.today, one.born_on)
    return CompanionSeen(one, age, sees)
