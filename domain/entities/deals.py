"""Deals: a client's way through the stages, with the travellers, papers and payments that belong to it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.entities.clients import Client
from domain.entities.documents import Document, DocumentKind, DocumentState
from domain.entities.history import OF_ITS_BRANCH, history_of
from domain.entities.people import Right, StaffMember
from domain.entities.pipeline import LOST, Pipeline, Step
from domain.entities.requirements import missing
from domain.entities.trips import Trip
from domain.values.money import Money
from domain.values.refusals import NotFound, Refusal

history_of("deal", reach=OF_ITS_BRANCH, right=Right.SEE_DEALS)


class Relation(StrEnum):
    """Who a traveller is to the client."""

    SELF = "self"
    SPOUSE = "spouse"
    CHILD = "child"
    OTHER = "other"


@dataclass(eq=False)
class Traveller:
    """Who goes. `name` as in the passport; passport fields may be entered later than the name."""

    relation: Relation
    name: str
    born_on: date | None = None
    passport: str | None = None
    passport_expires: date | None = None
    cancelled_at: datetime | None = None
    id: int = field(default=0)

    @property
    def complete(self) -> bool:
        return None not in (self.born_on, self.passport, self.passport_expires)


class PaymentMethod(StrEnum):
    """How money came."""

    CASH = "cash"
    CARD = "card"
    BANK = "bank"


@dataclass(eq=False)
class Payment:
    """Money received, or taken back out of the books with `cancelled_at` and a reason: never deleted."""

    amount: Money
    method: PaymentMethod
    received_on: date
    recorded_by: StaffMember | None
    recorded_at: datetime
    cancelled_at: datetime | None = None
    cancel_reason: str | None = None
    id: int = field(default=0)


@dataclass(eq=False)
class Deal:
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
    told_at: datetime | None = None
    """When the client was told time and place of departure (by message, or by phone)."""
    confirmed_at: datetime | None = None
    """When the client said "I'll be there" to the newest word about the departure."""
    branch: int | None = None
    """Whose it is; None: everybody's."""
    travellers: list[Traveller] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    id: int = field(default=0)

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_lost(self) -> bool:
        return self.step_key == LOST

    @property
    def leader(self) -> StaffMember | None:
        """The responsible, as long as they work here, may move deals, and this one is theirs to see."""
        who = self.responsible
        return who if who is not None and who.may(Right.MOVE_DEALS) and who.sees(self.branch) else None

    @property
    def stage(self) -> str:
        return self.step_key.partition(".")[0]

    @property
    def substage(self) -> str | None:
        return self.step_key.partition(".")[2] or None

    @property
    def currency(self) -> str:
        return self.price.currency

    @property
    def party(self) -> list[Traveller]:
        """The travellers who still go."""
        return [traveller for traveller in self.travellers if traveller.cancelled_at is None]

    @property
    def paid(self) -> Money:
        counted = (payment.amount for payment in self.payments if payment.cancelled_at is None)
        return sum(counted, Money.zero(self.currency))

    @property
    def owed(self) -> Money:
        return self.price - self.paid

    @property
    def deposit_owed(self) -> Money:
        """What is missing to the deposit, never below zero."""
        gap = self.deposit - self.paid
        return gap if gap.minor > 0 else Money.zero(self.currency)

    def traveller(self, number: int) -> Traveller:
        """Raises NotFound: no_such_traveller."""
        for traveller in self.travellers:
            if traveller.id == number:
                return traveller
        raise NotFound("no_such_traveller")

    def passports(self, traveller: Traveller, *states: DocumentState) -> list[Document]:
        """The passport files of this traveller that are in one of these states."""
        return [
            document
            for document in self.documents
            if document.traveller is traveller
            and document.kind is DocumentKind.PASSPORT
            and document.state in states
        ]

    def must_be_open(self) -> None:
        """Raises Refusal: deal_closed."""
        if not self.is_open:
            raise Refusal("deal_closed", number=self.id)

    def advance(self, pipeline: Pipeline, expected: str, now: datetime, reason: str | None = None) -> Step:
        """Moves to the next step; `expected` is the step the mover was looking at.

        Raises Refusal: deal_closed, already_moved, not_ready (with `missing`, unless a reason overrides it).
        """
        self.must_be_open()
        if self.step_key != expected:
            raise Refusal("already_moved", number=self.id, stage=self.stage, substage=self.substage)
        gaps = missing(self, pipeline.step(self.step_key), now)
        if gaps and reason is None:
            raise Refusal("not_ready", missing=gaps)
        following = pipeline.after(self.step_key)
        if following is None:
            raise Refusal("deal_closed", number=self.id)
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
