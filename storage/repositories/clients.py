"""Clients, found by name, phone, passport and birthday; a file that became one with another leads to that."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, union, update

from domain.entities.client_matching import name_words
from domain.entities.clients import Client
from domain.entities.overview import Overview
from domain.entities.people import Person, StaffMember
from domain.entities.stages import LOST
from domain.entities.travellers import Relation
from domain.entities.trips import Trip
from domain.values.refusals import NotFound
from storage.client_data.acting import repoint, repoint_some
from storage.client_data.erasing import erase_bare
from storage.mapping import clients, deals, inquiries, staff_members, travellers
from storage.repositories.loads import one, options
from storage.repositories.overviews import overview_of
from storage.repositories.repository import Repository, number_of
from storage.search.tags import SUBJECT as TAG
from storage.search.tokens import (
    add_tokens,
    client_tokens,
    client_words,
    exactly,
    fact_tokens,
    find,
    fits,
    replace_tokens,
    telegram_tokens,
)

_ORDER = clients.c.person_id.is_not(None), clients.c.id


class SqlClients(Repository[Client]):
    kind, table, missing = Client, clients, "no_such_client"
    loads = (one("person"),)

    def itself(self, number: int) -> Client:
        file = self._at_hand(number) or self._numbered(number)
        if file is None:
            raise NotFound(self.missing)
        return file

    def held(self, number: int) -> Client:
        file = self._first(self._held(self._all().where(clients.c.id == number)))
        if file is None:
            raise NotFound(self.missing)
        return file

    def locked(self, number: int) -> Client:
        file = super().locked(number)
        return file if file.id == number else super().locked(file.id)

    def of(self, person: Person) -> Client | None:
        found = self._first(self._all().where(clients.c.person_id == person.id))
        return None if found is None else self.led(found)

    def by_phone(self, phone: str) -> Client | None:
        return next(iter(self.with_phone(phone)), None)

    def with_phone(self, phone: str, limit: int = 8) -> Sequence[Client]:
        found = self._list(self._all().where(clients.c.phone == phone).order_by(*_ORDER).limit(limit))
        led = dict.fromkeys(map(self.led, found))
        return sorted(led, key=lambda client: (client.person is not None, client.id))

    def with_email(self, email: str, limit: int = 8) -> Sequence[Client]:
        found = self._list(self._all().where(clients.c.email == email).order_by(clients.c.id).limit(limit))
        return list(dict.fromkeys(map(self.led, found)))

    def with_username(self, called: str, limit: int = 8) -> Sequence[Client]:
        numbers = exactly(self.session, "client", telegram_tokens(called), limit)
        return list(dict.fromkeys(map(self.led, self._of(numbers, self.loads))))

    def overview(self, client: Client) -> Overview:
        return overview_of(self.session, client, self.reach)

    def responsible_of(self, client: Client) -> StaffMember | None:
        self.session.autoflushed()
        if client.responsible_id is None:  # type: ignore[attr-defined]
            return None
        asked = select(StaffMember).options(*options(StaffMember, (one("person"),)))
        mine = asked.join(clients, clients.c.responsible_id == staff_members.c.id)
        return self.session.scalars(mine.where(clients.c.id == client.id)).first()

    def looked_after_by(self, member: StaffMember, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        theirs = self._all().where(clients.c.responsible_id == member.id, clients.c.merged_into.is_(None))
        return self._list(theirs.order_by(clients.c.id.desc()).limit(limit).offset(offset))

    def count_looked_after(self, member: StaffMember, most: int) -> int:
        theirs = select(clients.c.id).where(clients.c.responsible_id == member.id).limit(most).subquery()
        self.session.autoflushed()
        return self.session.scalar(select(func.count()).select_from(theirs)) or 0

    def look_after_instead(self, member: StaffMember, successor: StaffMember) -> int:
        self.session.flush()
        theirs = update(clients).where(clients.c.responsible_id == member.id)
        moved = theirs.values(responsible_id=successor.id)
        return self.session.connection().execute(moved).rowcount

    def travelling_with(self, passport: str, limit: int = 8) -> Sequence[Client]:
        hashes = self.session.must_have_keys().hashes(passport)
        theirs = _travelling(select(deals.c.client_id).distinct(), travellers.c.passport_hash.in_(hashes))
        numbers = self.session.scalars(theirs.order_by(deals.c.client_id).limit(limit)).all()
        return self._of([*numbers], self.loads)

    def born_on(self, day: date, limit: int = 50) -> Sequence[tuple[Client, str]]:
        who = select(deals.c.client_id.label("number"), travellers.c.name)
        as_told = select(clients.c.id.label("number"), clients.c.name).where(clients.c.born_on == day)
        either = union(_travelling(who, travellers.c.born_on == day), as_told).subquery()
        theirs = select(either.c.number, either.c.name).order_by(either.c.number, either.c.name)
        rows = self.session.execute(theirs.limit(limit)).all()
        found = {client.id: client for client in self._of([row.number for row in rows], self.loads)}
        return [(self.led(found[row.number]), row.name) for row in rows]

    def going_on(self, trip: Trip) -> Sequence[Client]:
        theirs = select(deals.c.client_id).where(deals.c.trip_id == trip.id, deals.c.step_key != LOST)
        numbers = self.session.scalars(theirs.distinct().order_by(deals.c.client_id)).all()
        return self._of([*numbers], self.loads)

    def reached_by(self, phones: Collection[str], emails: Collection[str]) -> Sequence[Client]:
        found: dict[Client, None] = {}
        for column, ways in ((clients.c.phone, phones), (clients.c.email, emails)):
            if ways:
                found |= dict.fromkeys(self._list(self._all().where(column.in_(sorted(ways)))))
        return sorted(dict.fromkeys(map(self.led, found)), key=number_of)

    def named_and_born(self, people: Collection[tuple[str, date]]) -> Sequence[Client]:
        wanted = {(name_words(name), day) for name, day in people}
        if not wanted:
            return []
        told = select(clients.c.id, clients.c.name, clients.c.latin_name, clients.c.born_on)
        born = told.where(clients.c.born_on.in_(sorted({day for _, day in people})))
        rows = self.session.execute(born.order_by(clients.c.id)).all()
        numbers = [
            row.id for row in rows if {(name_words(one or ""), row.born_on) for one in row[1:3]} & wanted
        ]
        return sorted(dict.fromkeys(map(self.led, self._of(numbers, self.loads))), key=number_of)

    def named_alike(self, client: Client, name: str) -> bool:
        theirs = (client.name, client.latin_name or client.name)
        return fits(client_words(name), " ".join(theirs)) or any(
            fits(client_words(one), name) for one in theirs
        )

    def erase_bare(self, client: Client, besides_note: int | None = None) -> bool:
        return erase_bare(self.session, client, besides_note)

    def branches(self, client: Client) -> Set[int]:
        of_deals = select(deals.c.branch_id).where(deals.c.client_id == client.id)
        of_inquiries = select(inquiries.c.branch_id).where(inquiries.c.client_id == client.id)
        found = self.session.execute(of_deals.union(of_inquiries)).scalars()
        return {branch for branch in found if branch is not None}

    def add(self, thing: Client, /) -> None:
        self.session.add(thing)
        self.session.flush()
        add_tokens(self.session, "client", thing.id, _tokens(thing))
        add_tokens(self.session, TAG, thing.id, thing.tags)

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        """Those first whose word is the shortest beginning with what was typed."""
        numbers = find(self.session, "client", client_words(text), limit, offset)
        return self._of(numbers, self.loads)

    def renamed(self, client: Client) -> None:
        files = [] if client.merged_into is not None else [client, *self._left_behind(client)]
        tokens = {token for file in files for token in _tokens(file)}
        replace_tokens(self.session, "client", client.id, tokens, {TAG: client.tags if files else ()})

    def move_all(self, client: Client, to: Client) -> dict[str, list[int]]:
        return repoint(self.session, client.id, to.id)

    def move_back(self, rows: Mapping[str, Sequence[int]], client: Client, to: Client) -> None:
        repoint_some(self.session, rows, client.id, to.id)

    def led(self, client: Client) -> Client:
        """Itself, or what it became one with: that never leads on."""
        return client if client.merged_into is None else self.get(client.merged_into)

    def _found(self, thing: Client | None) -> Client:
        return self.led(super()._found(thing))

    def _left_behind(self, client: Client) -> Iterable[Client]:
        return self._list(self._all().where(clients.c.merged_into == client.id))


def _tokens(file: Client) -> set[str]:
    named = client_tokens(file.name, file.phone)
    called = {
        token for name in (file.telegram_name, file.username) if name for token in telegram_tokens(name)
    }
    return named | called | fact_tokens(file.latin_name, file.email, file.tags)


def _travelling(who: Select[Any], as_told: ColumnElement[bool]) -> Select[Any]:
    """By what was told of clients who travel themselves."""
    own = travellers.c.relation == Relation.SELF
    return who.join_from(travellers, deals, deals.c.id == travellers.c.deal_id).where(as_told, own)
