"""Deals: a client's way through the stages, with the travellers, papers and payments that belong to it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from domain.entities.clients import Client
from domain.entities.deal_money import DealMoney
from domain.entities.deal_party import DealParty
from domain.entities.documents import Document
from domain.entities.history import OF_ITS_BRANCH, history_of
from domain.entities.payments import Payment
from domain.entities.people import Right, StaffMember
from domain.entities.pipeline import Pipeline
from domain.entities.requirements import Missing, missing
from domain.entities.stages import LOST, Step
from domain.entities.timeline import DEALS, TRIPS
from domain.entities.travellers import Traveller
from domain.entities.trips import Trip
from domain.values.language import Language
from domain.values.money import Money
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal
from domain.values.secret import SecretText
from domain.values.translated import Dated, Translated

history_of("deal", reach=OF_ITS_BRANCH, right=Right.SEE_DEALS)
DEALS.tells("deal", "opened", "advanced", "passed", "overridden", "went_elsewhere", "handed_over", "lost")
TRIPS.tells("deal", "confirmed", "stays_away", "comes_late", "chosen_after_cancel")

DealNumber = Annotated[int, NumberOf("deal")]


class AfterCancel(StrEnum):
    """What a client may choose when their trip does not take place."""

    ANOTHER_DATE = "another_date"
    MONEY_BACK = "money_back"
    TALK = "talk"


@dataclass(eq=False)
class Deal(DealMoney, DealParty):
    """A client's way through the stages. `price` and `deposit` are for all its seats together."""

    client: Client
    title: str
    seats: int
    price: Money
    deposit: Money
    created_at: datetime
    trip: Trip | None = None
    responsible: StaffMember | None = None
    step_key: str = "new"
    step_since: datetime | None = None
    lost_reason: str | None = None
    closed_at: datetime | None = None
    voucher_sent_at: datetime | None = None
    voucher_says: str | None = None
    """A digest of who travels, where and when, as the client's voucher has it."""
    told_at: datetime | None = None
    """When the client was told time and place of departure (by message, or by phone)."""
    confirmed_at: datetime | None = None
    """When the client said "I'll be there" to the newest word about the departure."""
    absent_at: datetime | None = None
    """When the client said that they cannot come."""
    late_minutes: int | None = None
    """By how much they will be late, as they said."""
    branch: int | None = None
    """Whose it is; None: everybody's."""
    translations: dict[str, str] = field(default_factory=dict)
    """The title of a tailor-made journey by language code; a trip's deal is called like its trip."""
    reminded: dict[str, int] = field(default_factory=dict)
    """Of what is due, the last step that was taken, in days after its day, by who was told of what: never twice."""
    starts: date | None = None
    """The first day of a tailor-made journey, where it is known."""
    ends: date | None = None
    documents_by: date | None = None
    """Deadlines of its own; without, the trip's hold."""
    deposit_by: date | None = None
    balance_by: date | None = None
    after_cancel: AfterCancel | None = None
    """What the client wants instead of a trip that was cancelled."""
    extra: SecretText = SecretText()
    travellers: list[Traveller] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    id: int = field(default=0)

    @property
    def called(self) -> Translated:
        """The journey, for whoever reads it: the trip's title, or the tailor-made one."""
        if self.trip is not None:
            return self.trip.title
        return Dated(self.title, {Language(code): text for code, text in self.translations.items()})

    @property
    def is_booking(self) -> bool:
        """Seats are held, or the price of a tailor-made journey is agreed: until then it is a wish that we work on."""
        return self.trip is not None or bool(self.price)

    @property
    def called_off(self) -> bool:
        """Its trip does not take place: nothing is expected of its client any more."""
        return self.trip is not None and self.trip.cancelled_at is not None

    @property
    def first_day(self) -> date | None:
        return self.trip.departs.date() if self.trip else self.starts

    @property
    def last_day(self) -> date | None:
        return self.trip.returns if self.trip else self.ends or self.starts

    @property
    def documents_due(self) -> date | None:
        return self.documents_by or (self.trip.documents_due if self.trip else None)

    @property
    def deposit_due(self) -> date | None:
        return self.deposit_by or (self.trip.deposit_due if self.trip else None)

    @property
    def balance_due(self) -> date | None:
        return self.balance_by or (self.trip.balance_due if self.trip else None)

    @property
    def leader(self) -> StaffMember | None:
        """The responsible, as long as they work here, may move deals, and this one is theirs to see."""
        who = self.responsible
        return who if who is not None and who.may(Right.MOVE_DEALS) and who.sees(self.branch) else None

    def comes(self, now: datetime, late: int | None = None) -> None:
        """The client has said that they will be there; perhaps so many minutes late."""
        self.confirmed_at, self.absent_at, self.late_minutes = self.confirmed_at or now, None, late

    def stays_away(self, now: datetime) -> None:
        """The client has said that they cannot come."""
        self.confirmed_at, self.absent_at, self.late_minutes = None, now, None

    def has_said_nothing_yet(self) -> None:
        """Time or place is another now: whatever they said of it, they are asked anew."""
        self.told_at = self.confirmed_at = self.absent_at = self.late_minutes = None

    @property
    def is_unreached(self) -> bool:
        """Nobody told the client of the departure, and no message of ours can reach them."""
        return self.told_at is None and not self.client.reachable

    @property
    def for_voucher(self) -> str:
        """A digest of who travels, where and when: when it is another one, a new voucher is due."""
        trip = self.trip
        journey = (
            (trip.name, trip.departs, trip.place, trip.returns)
            if trip
            else (self.title, self.starts, self.ends)
        )
        says = repr((sorted(one.name for one in self.party), self.seats, *map(str, journey)))
        return hashlib.sha256(says.encode()).hexdigest()[:32]

    @property
    def voucher_is_old(self) -> bool:
        """The client has one that says what was before."""
        return self.voucher_says is not None and self.voucher_says != self.for_voucher

    def advance(
        self,
        pipeline: Pipeline,
        expected: str,
        now: datetime,
        reason: str | None = None,
        besides: Sequence[Missing] = (),
    ) -> Step:
        """Moves to the next step; `expected` is the step the mover was looking at, `besides` what the agency waits for there.

        One that stands open where the end has come to be, since stages were changed, is closed there.

        Raises Refusal: deal_closed, already_moved, not_ready (with `missing`, unless a reason overrides it).
        """
        self.must_be_open()
        self.must_stand_at(expected, pipeline.names)
        gaps = [*missing(self, pipeline.step(self.step_key), now), *besides]
        if gaps and reason is None:
            raise Refusal("not_ready", missing=gaps)
        following = pipeline.after(self.step_key) or pipeline.last
        self.move_to(following, pipeline, now)
        return following

    def move_to(self, step: Step, pipeline: Pipeline, now: datetime) -> None:
        self.step_key, self.step_since = step.key, now
        if step == pipeline.last:
            self.closed_at = now

    def lose(self, reason: str, now: datetime) -> None:
        """Closes without a journey. Raises Refusal: deal_closed."""
        self.must_be_open()
        self.step_key, self.step_since = LOST, now
        self.lost_reason, self.closed_at = reason, now
