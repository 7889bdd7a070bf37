"""Inquiries: what somebody asked for, from the first wish until it is a deal or is closed."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from domain.entities.clients import Client
from domain.entities.history import OF_ITS_BRANCH, history_of
from domain.entities.people import StaffMember
from domain.entities.rights import Right
from domain.entities.timeline import INQUIRIES
from domain.values.language import Language
from domain.values.money import Money
from domain.values.month import Month, month_or_words
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal
from domain.values.secret import SecretText
from domain.values.translated import Dated, Translated

if TYPE_CHECKING:
    from domain.entities.deals import Deal
    from domain.entities.trips import Trip

history_of("inquiry", reach=OF_ITS_BRANCH, right=Right.TAKE_INQUIRIES)
INQUIRIES.tells("inquiry", "received", "taken", "taken_over", "converted", "closed", "withdrawn")

InquiryNumber = Annotated[int, NumberOf("inquiry")]


WITHDRAWN = "inquiry.withdrawn"
"""The reason of an inquiry that its asker has taken back; every other is in somebody's own words."""


class InquiryKind(StrEnum):
    """For one party, or for a group, which may have a name."""

    INDIVIDUAL = "individual"
    GROUP = "group"

    @classmethod
    def for_so_many(cls, heads: int) -> "InquiryKind":
        """What people are who ask together, where nobody says it: carriers and hotels sell to a group from ten on."""
        return cls.GROUP if heads >= GROUP_FROM else cls.INDIVIDUAL


GROUP_FROM = 10
"""People."""


class Channel(StrEnum):
    """How an inquiry reached us."""

    CHAT = "chat"
    JOIN_LINK = "join_link"
    PHONE = "phone"
    FORWARDED = "forwarded"
    WEB = "web"
    EMAIL = "email"


class InquiryState(StrEnum):
    """Open until it becomes a deal or is closed."""

    OPEN = "open"
    CONVERTED = "converted"
    CLOSED = "closed"


@dataclass(frozen=True)
class Wish:
    """What is asked for. `when` is a month, or in the asker's own words; a group has a name."""

    kind: InquiryKind
    destination: str
    when: Month | str | None
    heads: int
    budget: Money | None = None
    wishes: str | None = None
    group_name: str | None = None


@dataclass(eq=False)
class Inquiry:
    """A wish with its asker. Its `id` is the number people quote."""

    client: Client
    channel: Channel
    kind: InquiryKind
    destination: str
    when: str | None
    heads: int
    received_at: datetime
    budget: Money | None = None
    wishes: str | None = None
    group_name: str | None = None
    trip: "Trip | None" = None
    taken_by: StaffMember | None = None
    state: InquiryState = InquiryState.OPEN
    reason: str | None = None
    deal: "Deal | None" = None
    branch: int | None = None
    """Whose it is since somebody took it; None: everybody's."""
    translations: dict[str, str] = field(default_factory=dict)
    """The destination by language code, where it is one that we know."""
    extra: SecretText = SecretText()
    source: str | None = None
    """What it came from, where the channel does not say it: the name of a web site."""
    id: int = field(default=0)

    @property
    def asked_place(self) -> Translated:
        """The destination, for whoever reads it."""
        others = {Language(code): text for code, text in self.translations.items()}
        return Translated(self.destination, others)

    @property
    def about(self) -> Translated:
        """The trip that is asked for, or the destination."""
        return self.asked_place if self.trip is None else self.trip.title

    @property
    def asked_time(self) -> Month | str | None:
        """When: a month is said in the reader's language, anything else as it was written."""
        if self.when is None:
            return None
        when = month_or_words(self.when)
        return Dated(when) if isinstance(when, str) else when

    @property
    def is_open(self) -> bool:
        return self.state is InquiryState.OPEN

    @property
    def was_entered(self) -> bool:
        """By a colleague, for somebody who did not write it here."""
        return self.channel in {Channel.PHONE, Channel.FORWARDED}

    @property
    def waits(self) -> bool:
        """Nobody has taken it."""
        return self.is_open and self.taken_by is None

    @property
    def is_withdrawn(self) -> bool:
        return self.reason == WITHDRAWN

    def convert(self, deal: "Deal", by: StaffMember | None) -> None:
        """Becomes that deal; who did it has taken the inquiry. Raises Refusal: inquiry_done."""
        self.must_be_open()
        self.state, self.deal = InquiryState.CONVERTED, deal
        self._done_by(by)
        self.branch = deal.branch

    def close(self, reason: str, by: StaffMember | None) -> None:
        """Ends without a deal. Raises Refusal: inquiry_done."""
        self.must_be_open()
        self.state, self.reason = InquiryState.CLOSED, reason
        self._done_by(by)

    def withdraw(self) -> None:
        """Its asker wants it no more; who has taken it stays written down. Raises Refusal: inquiry_done."""
        self.must_be_open()
        self.state, self.reason = InquiryState.CLOSED, WITHDRAWN

    def take(self, by: StaffMember) -> None:
        """Theirs from now on, and their branch's. Raises Refusal: inquiry_done."""
        self.must_be_open()
        self.taken_by, self.branch = by, by.branch if by.branch is not None else self.branch

    def _done_by(self, by: StaffMember | None) -> None:
        self.taken_by = by or self.taken_by
        if self.branch is None and by is not None:
            self.branch = by.branch

    def must_be_open(self) -> None:
        """Raises Refusal: inquiry_done, with who did it; inquiry_withdrawn."""
        if not self.is_open:
            raise self.done_already()

    def done_already(self) -> Refusal:
        """Who closed it, withdrew it or made it a deal."""
        if self.is_withdrawn:
            return Refusal("inquiry_withdrawn", number=self.id)
        return Refusal("inquiry_done", number=self.id, by=self.taken_by.name if self.taken_by else None)
