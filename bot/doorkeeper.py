"""The doorkeeper: who is this, which language, which rights. Everybody with a private chat may come as far as the hall."""

from collections.abc import Callable
from datetime import datetime

from bot.heard import Heard
from domain.desk import Actor, Agency, Desk
from domain.language import guess_language
from domain.people import Person
from storage import SqlUnit


class Doorkeeper:
    """Opens a desk for whoever an update comes from."""

    def __init__(self, agency: Agency, clock: Callable[[], datetime], tokens: Callable[[], str]) -> None:
        self._agency = agency
        self._clock = clock
        self._tokens = tokens

    def admit(self, unit: SqlUnit, heard: Heard) -> Desk:
        """The desk of the sender, who is written down on the first word."""
        now = self._clock()
        known = unit.records.people.with_roles(heard.sender.telegram_id)
        person, member, client = known or (self._welcome(unit, heard, now), None, None)
        if heard.blocked is None and not person.reachable and heard.private:
            person.unreachable_since = None
        actor = Actor(person, member, client)
        return Desk(actor, now, unit.records, self._agency, self._tokens)

    def _welcome(self, unit: SqlUnit, heard: Heard, now: datetime) -> Person:
        sender = heard.sender
        language = guess_language(sender.language_code)
        person = Person(sender.telegram_id, sender.name, sender.username, language, now)
        unit.records.people.add(person)
        unit.records.flush()
        return person
