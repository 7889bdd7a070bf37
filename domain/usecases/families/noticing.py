"""Noticing that two files may be of one family: of one surname, with a journey in common. Nobody is joined by it."""

from collections.abc import Iterator

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.families import FamilyProposal, WhyKin
from domain.entities.merging import pair
from domain.entities.travellers import Relation, Traveller
from domain.ports.desk import Desk
from domain.values.names import same_name
from domain.values.surnames import share_surname


def notice_kin(desk: Desk, deal: Deal, traveller: Traveller) -> None:
    """Somebody was entered for a deal. By the agency, for whoever did it."""
    own = [deal.client.name, *(one.name for one in deal.party if one.relation is Relation.SELF)]
    for other, why in dict(_others(desk, deal, traveller)).items():
        if other is not deal.client and share_surname(own, _names(desk, other)):
            propose(desk, deal.client, other, why)


def _others(desk: Desk, deal: Deal, traveller: Traveller) -> Iterator[tuple[Client, WhyKin]]:
    """Who was on the same trip; rather said of them: who travels with this client, or whom with this client travelled."""
    if traveller.relation is not Relation.SELF:
        yield from ((one, WhyKin.ALONG) for one in _own_files(desk, traveller))
        return
    if deal.trip is not None:
        yield from ((one, WhyKin.TRIP) for one in desk.archive.clients.going_on(deal.trip))
    yield from ((one, WhyKin.ALONG) for one in _took_along(desk, traveller))


def _own_files(desk: Desk, traveller: Traveller) -> Iterator[Client]:
    """Files of which this traveller is the client."""
    clients = desk.archive.clients
    if traveller.passport is not None:
        yield from clients.travelling_with(traveller.passport)
    if traveller.born_on is not None:
        born = clients.born_on(traveller.born_on)
        yield from (one for one, name in born if same_name(name, traveller.name))


def _took_along(desk: Desk, traveller: Traveller) -> Iterator[Client]:
    """Files that know this traveller as a companion."""
    companions = desk.archive.companions
    found = [] if traveller.passport is None else [*companions.with_passport(traveller.passport)]
    if traveller.born_on is not None:
        born = companions.born_on(traveller.born_on)
        found += [one for one in born if same_name(one.name, traveller.name)]
    yield from (one.client for one in found if one.relation is not Relation.SELF)


def _names(desk: Desk, client: Client) -> list[str]:
    """As they are called, and as their own passport has it."""
    own = desk.archive.companions.of(client)
    return [client.name, *(one.name for one in own if one.relation is Relation.SELF)]


def propose(desk: Desk, one: Client, other: Client, why: WhyKin) -> None:
    """Once, unless they are of one family already."""
    families = desk.archive.families
    mine, theirs = families.of(one), families.of(other)
    if mine is not None and theirs is not None and mine.family is theirs.family:
        return
    desk.archive.family_proposals.add(FamilyProposal(*pair(one.id, other.id), why, desk.now))
