"""Deals: a client's way through the stages, with the travellers, papers and payments that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from domain.entities.clients import Client
from domain.entities.documents import GOOD, Document, DocumentKind, DocumentState
from domain.entities.files import SentFile
from domain.entities.history import OF_ITS_BRANCH, history_of
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Right, StaffMember
from domain.entities.pipeline import Pipeline
from domain.entities.requirements import Missing, missing
from domain.entities.stages import LOST, Step
from domain.entities.travellers import Traveller
from domain.entities.trips import MOST_SEATS, Trip
from domain.values.labels import Names
from domain.values.language import Language
from domain.values.money import Money
from domain.values.numbers import NumberOf
from domain.values.refusals import NotFound, Refusal
from domain.values.secret import SecretText
from domain.values.translated import Translated

history_of("deal", reach=OF_ITS_BRANCH, right=Right.SEE_DEALS)

DealNumber = Annotated[int, NumberOf("deal")]


class AfterCancel(StrEnum):
    """What a client may choose when their trip does not take place."""

    ANOTHER_DATE = "another_date"
    MONEY_BACK = "money_back"
    TALK = "talk"


@dataclass(frozen=True)
class Without:
    """What a deal costs with another number of seats."""

    seats: int
    price: Money
    deposit: Money


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
        return Translated(self.title, {Language(code): text for code, text in self.translations.items()})

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_booking(self) -> bool:
        """Seats are held, or the price of a tailor-made journey is agreed: until then it is a wish that we work on."""
        return self.trip is not None or bool(self.price)

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
    def usual_method(self) -> PaymentMethod:
        """As money came the last time."""
        counted = [payment.method for payment in self.payments if payment.cancelled_at is None]
        return counted[-1] if counted else PaymentMethod.BANK

    @property
    def owed(self) -> Money:
        return self.price - self.paid

    @property
    def to_give_back(self) -> Money:
        """What was paid above the price, or for a journey that does not take place; never below zero."""
        over = self.paid if self.is_lost else self.paid - self.price
        return over if over.minor > 0 else Money.zero(self.currency)

    @property
    def deposit_owed(self) -> Money:
        """What is missing to the deposit, never below zero."""
        gap = self.deposit - self.paid
        return gap if gap.minor > 0 else Money.zero(self.currency)

    @property
    def seats_to_enter(self) -> int:
        """Seats of which nobody said who sits there."""
        return max(self.seats - len(self.party), 0)

    @property
    def all_told(self) -> bool:
        """Whether every seat has a traveller with all particulars."""
        return sum(traveller.complete for traveller in self.party) >= self.seats

    @property
    def is_unreached(self) -> bool:
        """Nobody told the client of the departure, and no message of ours can reach them."""
        return self.told_at is None and not self.client.reachable

    @property
    def to_check(self) -> list[Document]:
        """Papers that wait for a yes or no, oldest first; those of cancelled travellers do not."""
        return [one for one in self.documents if one.state is DocumentState.SENT and _counts(one)]

    @property
    def without_passport(self) -> list[Traveller]:
        """Travellers of whom no passport is here, or only rejected ones."""
        return [traveller for traveller in self.party if not self.passports(traveller, *GOOD)]

    @property
    def all_accepted(self) -> bool:
        """Whether every seat's passport is accepted."""
        accepted = [one for one in self.party if self.passports(one, DocumentState.ACCEPTED)]
        return len(accepted) >= self.seats

    @property
    def is_payable(self) -> bool:
        """Whether money can come for it."""
        return bool(self.price) and self.owed.minor > 0 and not self.is_lost

    def traveller(self, number: int) -> Traveller:
        """Raises NotFound: no_such_traveller."""
        for traveller in self.travellers:
            if traveller.id == number:
                return traveller
        raise NotFound("no_such_traveller")

    def going(self, number: int) -> Traveller:
        """A traveller who still goes. Raises NotFound, Refusal: traveller_cancelled."""
        traveller = self.traveller(number)
        if traveller.cancelled_at is not None:
            raise Refusal("traveller_cancelled", name=traveller.name)
        return traveller

    def payment(self, number: int) -> Payment:
        """Raises NotFound: not_found."""
        for payment in self.payments:
            if payment.id == number:
                return payment
        raise NotFound("not_found")

    def sent_before(self, file: SentFile) -> Document | None:
        """The same file, unless it was rejected."""
        good = (one for one in self.documents if one.state in GOOD)
        return next((one for one in good if one.file.source_key == file.source_key), None)

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

    def must_stand_at(self, expected: str, names: Names) -> None:
        """`expected` is the step somebody saw, `names` are the owner's for steps. Raises Refusal: already_moved."""
        if self.step_key != expected:
            raise Refusal("already_moved", number=self.id, step=self.step_key, names=names)

    def must_have_room(self) -> None:
        """Raises Refusal: deal_closed, all_entered."""
        self.must_be_open()
        if not self.seats_to_enter:
            raise Refusal("all_entered", count=self.seats)

    def must_be_payable(self, amount: Money | None = None) -> None:
        """Raises Refusal when this amount, or none at all, cannot be paid for this deal.

        deal_closed (a lost one), price_missing, other_currency, negative_money, zero_money, more_than_owed.
        """
        if self.is_lost:
            raise Refusal("deal_closed", number=self.id)
        if not self.price:
            raise Refusal("price_missing")
        if amount is None:
            amount = Money(1, self.currency)
        if amount.currency != self.currency:
            raise Refusal("other_currency", currency=self.currency)
        if amount.minor <= 0:
            raise Refusal("negative_money" if amount.minor else "zero_money")
        if self.owed < amount:
            raise Refusal("more_than_owed", owed=self.owed)

    @property
    def costs_as_trip(self) -> bool:
        """Whether it costs what its trip does; else a price of its own was agreed."""
        trip = self.trip
        return trip is not None and (self.price, self.deposit) == (
            trip.price * self.seats,
            trip.deposit * self.seats,
        )

    def must_be_priced(self, price: Money, deposit: Money) -> None:
        """Raises Refusal when this cannot be the price of the deal.

        other_currency, zero_money, deposit_above_price.
        """
        if {price.currency, deposit.currency} != {self.currency}:
            raise Refusal("other_currency", currency=self.currency)
        if price.minor <= 0 or deposit.minor < 0:
            raise Refusal("zero_money")
        if price < deposit:
            raise Refusal("deposit_above_price", price=price)

    def without_one(self) -> Without:
        """A seat of a trip takes its share of the price along; a tailor-made price stays. Raises Refusal: last_traveller."""
        if self.seats <= 1:
            raise Refusal("last_traveller")
        return self.with_seats(self.seats - 1)

    def with_seats(self, seats: int) -> Without:
        """What so many seats cost: fewer take their share of the price along, more cost what the trip does now."""
        if self.trip is None:
            return Without(seats, self.price, self.deposit)
        kept, more = min(seats, self.seats), max(seats - self.seats, 0)
        price = self.price.share(kept, self.seats) + self.trip.price * more
        return Without(seats, price, self.deposit.share(kept, self.seats) + self.trip.deposit * more)

    def must_hold(self, seats: int) -> None:
        """Raises Refusal: deal_closed, not_a_count, seats_entered (more people are entered)."""
        self.must_be_open()
        if not 1 <= seats <= MOST_SEATS:
            raise Refusal("not_a_count", most=MOST_SEATS)
        if seats < len(self.party):
            raise Refusal("seats_entered", count=len(self.party))

    def must_give_back(self, amount: Money) -> None:
        """Raises Refusal when so much cannot be given back: other_currency, negative_money, zero_money, more_than_paid."""
        if amount.currency != self.currency:
            raise Refusal("other_currency", currency=self.currency)
        if amount.minor <= 0:
            raise Refusal("negative_money" if amount.minor else "zero_money")
        if self.paid < amount:
            raise Refusal("more_than_paid", paid=self.paid)

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


def _counts(document: Document) -> bool:
    return document.traveller is None or document.traveller.cancelled_at is None
