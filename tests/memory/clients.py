"""Clients, in memory."""

from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date
from typing import Any

from domain.entities.client_matching import name_words
from domain.entities.client_topics import ClientTopic
from domain.entities.clients import Client
from domain.entities.companions import Companion
from domain.entities.consents import Consent
from domain.entities.conversations import Conversation
from domain.entities.data_copies import DataCopy
from domain.entities.deals import Deal
from domain.entities.families import FamilyMember
from domain.entities.forgets import Forget
from domain.entities.ideas import Idea
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction
from domain.entities.later_messages import LaterMessage
from domain.entities.overview import Overview
from domain.entities.people import Person, StaffMember
from domain.entities.personal_links import PersonalLink
from domain.entities.translations import Translation
from domain.entities.travellers import Relation
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.ports.clients import Clients
from domain.values.refusals import NotFound
from tests.memory.overviews import overview_of
from tests.memory.shelf import Shelf, Things, begins, in_memory, page

_LAST_DIGITS = 3
"""So many or more find a phone by its end."""

NAMING: dict[str, type[Any]] = {
    "client_topics": ClientTopic,
    "consents": Consent,
    "conversations": Conversation,
    "data_copies": DataCopy,
    "forgets": Forget,
    "companions": Companion,
    "deals": Deal,
    "family_members": FamilyMember,
    "ideas": Idea,
    "inquiries": Inquiry,
    "interactions": Interaction,
    "later_messages": LaterMessage,
    "personal_links": PersonalLink,
    "translations": Translation,
    "waiting_places": WaitingPlace,
}
"""What names a client, by its table."""


class MemoryClients(Shelf[Client]):
    kind, missing = Client, "no_such_client"

    def itself(self, number: int) -> Client:
        found = next((one for one in self.all_seen() if one.id == number), None)
        if found is None:
            raise NotFound(self.missing)
        return found

    def held(self, number: int) -> Client:
        return self.itself(number)

    def branches(self, client: Client) -> Set[int]:
        theirs: list[Deal | Inquiry] = [*self.things.of(Deal), *self.things.of(Inquiry)]
        return {one.branch for one in theirs if one.client is client and one.branch is not None}

    def get(self, number: int) -> Client:
        return self._led(self.itself(number))

    def add(self, client: Client) -> None:
        self.hold(client)
        self.things.flush()

    def of(self, person: Person) -> Client | None:
        found = next((one for one in self.all_seen() if one.person is person), None)
        return None if found is None else self._led(found)

    def by_phone(self, phone: str) -> Client | None:
        return next(iter(self.with_phone(phone)), None)

    def with_phone(self, phone: str, limit: int = 8) -> Sequence[Client]:
        found = [one for one in self.all_seen() if one.phone == phone]
        led = dict.fromkeys(self._led(one) for one in found)
        return page(sorted(led, key=lambda one: (one.person is not None, one.id)), limit)

    def with_email(self, email: str, limit: int = 8) -> Sequence[Client]:
        return page(dict.fromkeys(self._led(one) for one in self.all_seen() if one.email == email), limit)

    def with_username(self, called: str, limit: int = 8) -> Sequence[Client]:
        theirs = (one for one in self.all_seen() if called in (one.telegram_name, one.username))
        return page(dict.fromkeys(map(self._led, theirs)), limit)

    def overview(self, client: Client) -> Overview:
        return overview_of(self.things, client, self.reach)

    def responsible_of(self, client: Client) -> StaffMember | None:
        return client.responsible

    def looked_after_by(self, member: StaffMember, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        theirs = [one for one in self.all_seen() if one.responsible is member and one.merged_into is None]
        return page(sorted(theirs, key=lambda one: -one.id), limit, offset)

    def count_looked_after(self, member: StaffMember, most: int) -> int:
        return min(most, sum(one.responsible is member for one in self.all_seen()))

    def look_after_instead(self, member: StaffMember, successor: StaffMember) -> int:
        theirs = [one for one in self.all_seen() if one.responsible is member]
        for one in theirs:
            one.responsible = successor
        return len(theirs)

    def travelling_with(self, passport: str, limit: int = 8) -> Sequence[Client]:
        return page([one for one, told in self._travelling() if told.passport == passport], limit)

    def born_on(self, day: date, limit: int = 50) -> Sequence[tuple[Client, str]]:
        born = [(one, told.name) for one, told in self._travelling() if told.born_on == day]
        born += [(self._led(one), one.name) for one in self.all_seen() if one.born_on == day]
        return page(sorted({*born}, key=lambda each: (each[0].id, each[1])), limit)

    def going_on(self, trip: Trip) -> Sequence[Client]:
        going = {one.client for one in self.things.of(Deal) if one.trip is trip and not one.is_lost}
        return sorted(going, key=lambda one: one.id)

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        found = dict.fromkeys(self._led(one) for one in self.all_seen() if _fits(one, text))
        return page(found, limit, offset)

    def reached_by(self, phones: Collection[str], emails: Collection[str]) -> Sequence[Client]:
        found = [one for one in self.all_seen() if one.phone in phones or one.email in emails]
        return sorted(dict.fromkeys(map(self._led, found)), key=lambda one: one.id)

    def named_and_born(self, people: Collection[tuple[str, date]]) -> Sequence[Client]:
        wanted = {(name_words(name), day) for name, day in people}
        found = [
            one
            for one in self.all_seen()
            if {(name_words(name or ""), one.born_on) for name in (one.name, one.latin_name)} & wanted
        ]
        return sorted(dict.fromkeys(map(self._led, found)), key=lambda one: one.id)

    def named_alike(self, client: Client, name: str) -> bool:
        theirs = (client.name, client.latin_name or client.name)
        return all(begins(word, " ".join(theirs)) for word in name.split()) or any(
            all(begins(word, name) for word in one.split()) for one in theirs
        )

    def erase_bare(self, client: Client, besides_note: int | None = None) -> bool:
        named = [one for kind in NAMING.values() for one in self.things.of(kind) if one.client is client]
        notes = [one for one in named if isinstance(one, Interaction) and one.id == besides_note]
        if len(named) > len(notes):
            return False
        for note in notes:
            self.things.of(Interaction).remove(note)
        self.things.of(Client).remove(client)
        return True

    def renamed(self, client: Client) -> None:
        """Nothing is kept beside the name."""

    def move_all(self, client: Client, to: Client) -> dict[str, list[int]]:
        self.things.flush()
        rows = {
            name: [one.id for one in self.things.of(kind) if one.client is client]
            for name, kind in NAMING.items()
        }
        rows["clients"] = [one.id for one in self.all_seen() if one.merged_into == client.id]
        moved = {name: numbers for name, numbers in rows.items() if numbers}
        self.move_back(moved, client, to)
        return moved

    def move_back(self, rows: Mapping[str, Sequence[int]], client: Client, to: Client) -> None:
        for name, numbers in rows.items():
            for one in self.things.of(NAMING.get(name, Client)):
                if one.id in numbers and name == "clients" and one.merged_into == client.id:
                    one.merged_into = to.id
                elif one.id in numbers and name != "clients" and one.client is client:
                    one.client = to

    def _led(self, file: Client) -> Client:
        return file if file.merged_into is None else self.itself(file.merged_into)

    def _travelling(self) -> list[tuple[Client, Any]]:
        deals = sorted(self.things.of(Deal), key=lambda one: one.client.id)
        own = [(one.client, t) for one in deals for t in one.travellers if t.relation is Relation.SELF]
        return list(dict.fromkeys(own))


def _fits(client: Client, text: str) -> bool:
    typed = text.casefold()
    if client.email and client.email.startswith(typed):
        return True
    if typed.startswith("#"):
        return any(f"#{tag}".startswith(typed) for tag in client.tags)
    if typed.startswith("@"):
        return any(f"@{name}".startswith(typed) for name in (client.telegram_name, client.username) if name)
    digits = "".join(one for one in text if one.isdigit())
    by_phone = len(digits) >= _LAST_DIGITS and (client.phone or "").endswith(digits)
    return by_phone or begins(text, client.name) or begins(text, client.latin_name or "")


@in_memory
def clients(things: Things, reach: int | None) -> Clients:
    return MemoryClients(things, reach)
