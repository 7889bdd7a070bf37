"""Clients: who pays and is reached, with or without Telegram."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated

from domain.entities.client_facts import Board, ReachedBy, SeaLine
from domain.entities.history import EVERYBODYS, history_of
from domain.entities.people import Person, StaffMember
from domain.entities.rights import Right
from domain.values.language import Language
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal
from domain.values.secret import SecretText

history_of("client", reach=EVERYBODYS, right=Right.SEE_DEALS)

ClientNumber = Annotated[int, NumberOf("client")]


@dataclass(eq=False)
class Client:
    """Who pays and is reached. `phone` is in E.164 form ("+359888123456"); `person` is None without Telegram.

    What else is known of them, None or empty when it is not, is read and cleaned by `domain.entities.client_facts`.
    """

    name: str
    phone: str | None
    known_since: datetime
    person: Person | None = None
    extra: SecretText = SecretText()
    muted_at: datetime | None = None
    """Since when no reminders go to them; None: they do."""
    reminded_on: date | None = None
    """The last day on which they were reminded of something: once a day is enough."""
    merged_into: int | None = None
    """The number of the file with which it became one: whoever asks for this one gets that. None: it stands for itself."""
    latin_name: str | None = None
    """As in the passport."""
    born_on: date | None = None
    email: str | None = None
    """In lower case."""
    username: str | None = None
    """What they are called on Telegram, in lower case and without "@", as it was told of somebody who is not here."""
    language: Language | None = None
    """In which a colleague wants them addressed, or which they have chosen; see `addressed_in`."""
    address: SecretText = SecretText()
    prefers: ReachedBy | None = None
    """How they like to be reached."""
    stars: int | None = None
    nights: int | None = None
    board: Board | None = None
    sea_line: SeaLine | None = None
    habit: str | None = None
    """In words: "every July"."""
    needs: SecretText = SecretText()
    """Diet and health."""
    source: str | None = None
    """Where they come from: one of `SOURCES`, or in words."""
    referred_by: int | None = None
    """The number of the client who sent them to us."""
    tags: tuple[str, ...] = ()
    responsible: StaffMember | None = None
    """Who looks after them, whatever they ask for; loaded only where it is asked for."""
    branch: int | None = None
    """The number of the branch that looks after them; None: none in particular."""
    ask_next: str | None = None
    """What to ask before their next journey: one of `NEXT_QUESTIONS`, or in words."""
    told: tuple[str, ...] = ()
    """The keys of what they told themselves."""
    untranslated_at: datetime | None = None
    """Since when they want no words of theirs given to a service that translates."""
    forgotten_at: datetime | None = None
    """Since when nothing personal is known of them any more, as they wished."""
    id: int = field(default=0)

    @property
    def reachable(self) -> bool:
        """Whether a message of ours can arrive."""
        return self.person is not None and self.person.reachable

    @property
    def telegram_name(self) -> str | None:
        """As Telegram says of whoever is here, else as it was told; in lower case and without "@"."""
        if self.person is None:
            return self.username
        return self.person.username.casefold() if self.person.username else None

    @property
    def chose_language(self) -> bool:
        """In the bot: nobody else changes it."""
        return self.person is not None and self.person.language_chosen

    @property
    def addressed_in(self) -> Language | None:
        """What they chose in the bot, else what a colleague wrote down, else what Telegram lets guess; None: nobody knows."""
        if self.person is not None and (self.person.language_chosen or self.language is None):
            return self.person.language
        return self.language

    def speak_as_noted(self) -> None:
        """Whoever has chosen nothing in the bot is addressed there as a colleague wrote down."""
        if self.person is not None and self.language is not None and not self.chose_language:
            self.person.language = self.language

    def must_not_be_forgotten(self) -> None:
        """Raises Refusal: forgotten_already."""
        if self.forgotten_at is not None:
            raise Refusal("forgotten_already")

    def must_be_reachable(self) -> None:
        """Raises Refusal: client_unreachable."""
        if not self.reachable:
            raise Refusal("client_unreachable", name=self.name, phone=self.phone)
