"""What is to be paid of a deal: all of it, or what is left once something was paid, without a day and with one."""

from datetime import date

from domain.entities.deals import Deal
from domain.entities.lateness import Due
from domain.entities.payments import PaymentMethod
from domain.ports.agency import Agency
from domain.values.money import Money
from locales.sentence import Fact, Joined, Sentence, _
from locales.terms.profile import account_words

METHODS: dict[PaymentMethod, Sentence] = {
    PaymentMethod.CASH: _("Cash"),
    PaymentMethod.CARD: _("Card"),
    PaymentMethod.BANK: _("Bank transfer"),
}


def how_to_pay(agency: Agency) -> Sentence | None:
    """As the owner tells it, and the accounts, whose numbers a tap copies; None when they tell nothing."""
    told = [*([agency.pay_to] if agency.pay_to else ()), *map(account_words, agency.profile.accounts)]
    return _("💳 How to pay: {how}")(how=Joined(told, by="\n")) if told else None


NO_DEPOSIT = _("No deposit")
"""Said in place of a deposit of nothing."""

Dues = tuple[Sentence, Sentence]
"""Of an `amount`: without a day, and by a `day`."""

_DEPOSIT = _("Deposit: {amount}"), _("Deposit: {amount} by {day}")
_DEPOSIT_LEFT = _("Rest of the deposit: {amount}"), _("Rest of the deposit: {amount} by {day}")
_IN_FULL = _("In full: {amount}"), _("In full: {amount} by {day}")
_LEFT = _("Left to pay: {amount}"), _("Left to pay: {amount} by {day}")


def deposit_said(deposit: Money) -> Fact:
    """Behind its name, between others: "€90", or a dash for none."""
    return deposit or None


def deposit_dues(deal: Deal) -> Dues:
    return _DEPOSIT_LEFT if deal.paid else _DEPOSIT


def balance_dues(deal: Deal) -> Dues:
    return _LEFT if deal.paid else _IN_FULL


def due_words(words: Dues, amount: Money, due: Due | None, today: date) -> Sentence:
    """This much is to be paid, by its day if it has one; a warning once that is over."""
    if due is None:
        return words[0](amount=amount)
    line = words[1](amount=amount, day=due.day)
    return _("🔴 {line}, overdue")(line=line) if due.is_overdue(today) else line


def sums_words(deal: Deal) -> Sentence:
    """Price, what is paid, and what is owed; or what is to be given back, which nobody owes."""
    if back := deal.to_give_back:
        sums = _("Price {price} · paid {paid} · to give back <b>{back}</b>")
        return sums(price=deal.price, paid=deal.paid, back=back)
    return _("Price {price} · paid {paid} · left to pay <b>{owed}</b>")(
        price=deal.price, paid=deal.paid, owed=deal.owed
    )


def owed_words(owed: Money) -> Sentence:
    """As it is told after a payment."""
    if owed.minor < 0:
        return _("To give back: {back}")(back=Money.zero(owed.currency) - owed)
    return _("Left to pay: {owed}")(owed=owed) if owed.minor > 0 else _("All paid.")
