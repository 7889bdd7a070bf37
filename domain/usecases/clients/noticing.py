"""Noticing that two files may be one person's: when a phone is told, a file made, or the client's own passport entered.

Nobody is joined by it. Who looks after either client is told once; the list and both cards show it until it is settled.
"""

from collections.abc import Iterable
from datetime import date

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.merging import Doubt, Why, pair
from domain.entities.people import Right, StaffMember
from domain.entities.travellers import Relation, Traveller
from domain.notices.clients import SAME_PERSON
from domain.ports.desk import Desk
from domain.queries.clients import sender_outside


def notice_phone(desk: Desk, client: Client, phone: str | None, *, differs: Client | None = None) -> None:
    """Other files have this phone; of one of them it was said already that it `differs`."""
    if phone is None:
        return
    for other in desk.archive.clients.with_phone(phone):
        if other is differs and other is not client:
            _doubted(desk, client, other, Why.PHONE, settled=True)
        else:
            _doubted(desk, client, other, Why.PHONE)


def notice_facts(desk: Desk, client: Client, key: str) -> None:
    """Other files have this e-mail address, this name on Telegram, or this name and birthday."""
    clients = desk.archive.clients
    if key == "email" and client.email is not None:
        for other in clients.with_email(client.email):
            _doubted(desk, client, other, Why.EMAIL)
    if key == "username" and client.telegram_name is not None:
        notice_telegram(desk, client, client.telegram_name)
    if key in {"born_on", "name", "latin_name"} and client.born_on is not None:
        _notice_birthday(desk, client, client.born_on, [client.name, client.latin_name or client.name])


def notice_telegram(desk: Desk, client: Client, called: str) -> None:
    """Other files are called so on Telegram: as Telegram says of who is here, or as it was told of who is not."""
    for other in desk.archive.clients.with_username(called):
        _doubted(desk, client, other, Why.TELEGRAM)


def notice_contact(desk: Desk, account: int, phone: str) -> Client | None:
    """A colleague has shared a contact with this Telegram account and phone. The file of whoever has the account.

    Raises Forbidden.
    """
    person = sender_outside(desk, account)
    client = None if person is None else desk.repositories.clients.of(person)
    for other in () if client is None else desk.archive.clients.with_phone(phone):
        assert client is not None
        _doubted(desk, client, other, Why.CONTACT)
    return client


def notice_traveller(desk: Desk, deal: Deal, traveller: Traveller) -> None:
    """The client travels themselves: somebody else on file has their passport, or their name and birthday."""
    if traveller.relation is not Relation.SELF:
        return
    clients = desk.archive.clients
    if traveller.passport:
        for other in clients.travelling_with(str(traveller.passport)):
            _doubted(desk, deal.client, other, Why.PASSPORT)
    if traveller.born_on is None:
        return
    _notice_birthday(desk, deal.client, traveller.born_on, [traveller.name, deal.client.name])


def _notice_birthday(desk: Desk, client: Client, day: date, names: Iterable[str]) -> None:
    for other, name in desk.archive.clients.born_on(day):
        if _alike(names, [name, other.name]):
            _doubted(desk, client, other, Why.BIRTHDAY)


def notice_same(
    desk: Desk, client: Client, other: Client, why: Why, also: Iterable[StaffMember] = ()
) -> None:
    """Somebody has seen that they may be the same; who is told besides those who look after either."""
    _doubted(desk, client, other, why, also=also)


def _alike(names: Iterable[str], others: Iterable[str]) -> bool:
    """One of these names is one of those, in whatever order its words stand."""
    known = {frozenset(name.casefold().split()) for name in names}
    return any(frozenset(name.casefold().split()) in known for name in others)


def _doubted(
    desk: Desk,
    client: Client,
    other: Client,
    why: Why,
    *,
    settled: bool = False,
    also: Iterable[StaffMember] = (),
) -> None:
    if client is other:
        return
    doubt = Doubt(*pair(client.id, other.id), why, desk.now, desk.now if settled else None)
    if not desk.archive.doubts.add(doubt) or settled:
        return
    for member in dict.fromkeys([*looks_after(desk, client), *looks_after(desk, other), *also]):
        if member is not desk.actor.staff:
            desk.notify(
                member.person, SAME_PERSON, str(doubt.id), first=doubt.first, second=doubt.second, why=why
            )


def looks_after(desk: Desk, client: Client) -> list[StaffMember]:
    """Who leads their newest open deal, else has their newest open inquiry, else whose they are; nobody: the list shows it."""
    clients = desk.archive.clients
    deals = [deal.leader for deal in desk.archive.deals.of(client, only_open=True)]
    inquiries = [one.taken_by for one in desk.archive.inquiries.of(client) if one.is_open]
    able = [
        one
        for one in (*deals, *inquiries, clients.responsible_of(client))
        if one is not None and one.may(Right.SEE_DEALS)
    ]
    return able[:1]
