"""What a deal costs, what was paid for it, and what is owed."""

from dataclasses import dataclass

from domain.entities.deal_state import DealState
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.trips import Trip
from domain.values.money import Money
from domain.values.refusals import NotFound, Refusal


@dataclass(frozen=True)
class Without:
    """What a deal costs with another number of seats."""

    seats: int
    price: Money
    deposit: Money


class DealMoney(DealState):
    """The part of a deal that counts money. `price` and `deposit` are for all its seats together."""

    trip: Trip | None
    seats: int
    price: Money
    deposit: Money
    payments: list[Payment]

    @property
    def currency(self) -> str:
        return self.price.currency

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
    def unsettled(self) -> Money:
        """What the client still owes; below zero: what is owed to the client."""
        if back := self.to_give_back:
            return Money.zero(self.currency) - back
        return Money.zero(self.currency) if self.is_lost else self.owed

    @property
    def deposit_owed(self) -> Money:
        """What is missing to the deposit, never below zero."""
        gap = self.deposit - self.paid
        return gap if gap.minor > 0 else Money.zero(self.currency)

    @property
    def is_payable(self) -> bool:
        """Whether money can come for it."""
        return bool(self.price) and self.owed.minor > 0 and not self.is_lost

    def payment(self, number: int) -> Payment:
        """Raises NotFound: not_found."""
        for payment in self.payments:
            if payment.id == number:
                return payment
        raise NotFound("not_found")

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

    def must_give_back(self, amount: Money) -> None:
        """Raises Refusal when so much cannot be given back: other_currency, negative_money, zero_money, more_than_paid."""
        if amount.currency != self.currency:
            raise Refusal("other_currency", currency=self.currency)
        if amount.minor <= 0:
            raise Refusal("negative_money" if amount.minor else "zero_money")
        if self.paid < amount:
            raise Refusal("more_than_paid", paid=self.paid)
