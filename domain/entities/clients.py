"""Clients: who pays and is reached, with or without Telegram, and what was said between us."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from domain.entities.client_facts import Board, ReachedBy, SeaLine
from domain.entities.history import EVERYBODYS, history_of
from domain.entities.people import Person, StaffMember
from domain.entities.rights import Right
from domain.entities.timeline import TALKS
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal
from domain.values.secret import SecretText

if TYPE_CHECKING:
    from domain.entities.deals import Deal
    from domain.entities.inquiries import Inquiry

history_of("client", reach=EVERYBODYS, right=Right.SEE_DEALS)
TALKS.tells("client", "question", "answer", "call", "note", "taken_back")

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
    forgotten_at: datetime | None = None
    """Since when nothing personal is known of them any more, as they wished."""
    id: int = field(default=0)

    @property
    def reachable(self) -> bool:
        """Whether a message of ours can arrive."""
        return self.person is not None and self.person.reachable

    def must_not_be_forgotten(self) -> None:
        """Raises Refusal: forgotten_already."""
        if self.forgotten_at is not None:
            raise Refusal("forgotten_already")

    def must_be_reachable(self) -> None:
        """Raises Refusal: client_unreachable."""
        if not self.reachable:
            raise Refusal("client_unreachable", name=self.name, phone=self.phone)


class Said(StrEnum):
    """The ways a word passes between client and agency."""

    QUESTION = "question"
    ANSWER = "answer"
    CALL = "call"
    NOTE = "note"


class Medium(StrEnum):
    """What was sent other than words."""

    VOICE = "voice"
    VIDEO = "video"
    VIDEO_NOTE = "video_note"
    AUDIO = "audio"
    ANIMATION = "animation"
    STICKER = "sticker"
    PHOTO = "photo"
    DOCUMENT = "document"
    CONTACT = "contact"
    LOCATION = "location"
    OTHER = "other"


@dataclass(frozen=True)
class Original:
    """What was sent, and where Telegram has it: from there it is copied to whoever it is for."""

    medium: Medium
    chat: int
    message: int


TAKEN_BACK_WITHIN = timedelta(minutes=1)
"""So long a client may think better of what they have sent."""


@dataclass(eq=False)
class Interaction:
    """One thing said between a client and the agency, kept with the inquiry or deal it was about."""

    client: Client
    how: Said
    text: str
    at: datetime
    staff: StaffMember | None = None
    inquiry: "Inquiry | None" = None
    deal: "Deal | None" = None
    answered_at: datetime | None = None
    """Of a client's question: since when nobody owes them an answer."""
    bring_up_at: datetime | None = None
    """When colleagues hear of it once more, as long as nobody has answered."""
    brought_up: int = 0
    """How often they have."""
    original: Original | None = None
    """When it was not words alone; `text` is then what was written with it, or what it says in words."""
    taken_back_at: datetime | None = None
    """Since when the client would rather not have sent it."""
    id: int = field(default=0)

    @property
    def waits(self) -> bool:
        """A client has asked, and nobody has answered. What colleagues wrote down for them is not a question to us."""
        return self.how is Said.QUESTION and self.staff is None and self.answered_at is None

    def can_be_taken_back(self, now: datetime) -> bool:
        """Nobody has answered, and it was sent a moment ago."""
        return self.waits and now - self.at <= TAKEN_BACK_WITHIN

    @property
    def branch(self) -> int | None:
        """Whose the deal or the inquiry is that it was about; None: nobody's."""
        about = self.deal or self.inquiry
        return about.branch if about else None

    def addressees(self, answered: "Interaction | None" = None) -> list[StaffMember]:
        """Of a question, whom it is for: who wrote what it replies to, and who looks after what it is about.

        Only those who can take it. Nobody: then it is for all who may answer.
        """
        looks_after = self.deal.leader if self.deal else self.inquiry.taken_by if self.inquiry else None
        wanted = [answered.staff if answered else None, looks_after]
        return [one for one in dict.fromkeys(wanted) if one is not None and self._can_be_taken_by(one)]

    def _can_be_taken_by(self, member: StaffMember) -> bool:
        there = member.may(Right.ANSWER_CLIENTS) and member.person.reachable
        return there and member.sees(self.branch)
