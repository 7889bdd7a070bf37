"""Identity: who sent an event, in which language and with which rights. Somebody who is new is written down as a person."""

from collections.abc import Callable
from datetime import datetime

from bot.conversation.events import NOBODY, Event
from domain.entities.clients import Client
from domain.entities.people import Person
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Actor, Desk
from domain.values.language import Language
from storage import SqlUnit


class Identity:
    """Opens a desk for whoever an update comes from."""

    def __init__(
        self, agency: CurrentAgency, clock: Callable[[], datetime], tokens: Callable[[], str]
    ) -> None:
        self._agency = agency
        self._clock = clock
        self._tokens = tokens

    def identify(self, unit: SqlUnit, event: Event) -> Desk:
        """The desk of the sender, who is written down on the first word; nobody's when nobody sent it."""
        now = self._clock()
        if event.sender is NOBODY:
            return self._desk(unit, Actor(), now)
        known = unit.repositories.people.with_roles(event.sender.telegram_id)
        person, member, client = known or (self._welcome(unit, event, now), None, None)
        if event.blocked is None and not person.reachable and event.private:
            person.unreachable_since = person.account_deleted = None
        if person.username != event.sender.username:
            _called_anew(unit, person, client, event.sender.username)
        return self._desk(unit, Actor(person, member, client), now)

    def colleague(self, unit: SqlUnit, event: Event) -> Desk | None:
        """The desk of the sender if they work here; nothing is written down of anybody else."""
        known = unit.repositories.people.with_roles(event.sender.telegram_id)
        person, member, client = known or (None, None, None)
        if person is None or member is None or not member.active:
            return None
        return self._desk(unit, Actor(person, member, client), self._clock())

    def language_of(self, unit: SqlUnit, event: Event) -> Language:
        """Theirs, or the one they would be greeted in."""
        person = unit.repositories.people.by_telegram_id(event.sender.telegram_id)
        profile = self._agency.within(unit.repositories).profile
        return person.language if person else profile.greets_in(event.sender.language_code)

    def _desk(self, unit: SqlUnit, actor: Actor, now: datetime) -> Desk:
        agency = self._agency.within(unit.repositories)  # whose version came with the roles
        return Desk(actor, now, unit.repositories, agency, self._tokens)

    def _welcome(self, unit: SqlUnit, event: Event, now: datetime) -> Person:
        sender = event.sender
        language = self._agency.within(unit.repositories).profile.greets_in(sender.language_code)
        person = Person(sender.telegram_id, sender.name, sender.username, language, now)
        unit.repositories.people.add(person)
        unit.repositories.flush()
        return person


def _called_anew(unit: SqlUnit, person: Person, client: Client | None, username: str | None) -> None:
    """Telegram tells another name than before: the old one may be somebody else's by now."""
    person.username = username
    if client is not None:
        unit.repositories.flush()
        unit.repositories.clients.renamed(client)
