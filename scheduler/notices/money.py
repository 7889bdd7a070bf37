"""Money: what is to be paid by when, and that it has come."""

from datetime import date

from domain.deals import Deal
from domain.desk import Desk
from domain.money import Money
from domain.notices import Notice
from locales import Sentence, _, lines
from scheduler.letters import Letter, NothingToSay
from scheduler.notices.recipients import client_deal
from scheduler.notices.reservations import MY_DEAL


def deposit_wanted(desk: Desk, notice: Notice) -> Letter:
    deal = client_deal(desk, notice)
    ask = _("Next comes the deposit: <b>{amount}</b>.")
    ask_by = _("Next comes the deposit: <b>{amount}</b>, by {day}.")
    return _wanted(deal, notice, deal.deposit_owed, ask, ask_by)


def balance_wanted(desk: Desk, notice: Notice) -> Letter:
    deal = client_deal(desk, notice)
    ask = _("Left to pay: <b>{amount}</b>.")
    ask_by = _("Left to pay: <b>{amount}</b>, by {day}.")
    return _wanted(deal, notice, deal.owed, ask, ask_by)


def _wanted(deal: Deal, notice: Notice, amount: Money, ask: Sentence, ask_by: Sentence) -> Letter:
    """What is missing now, not what was missing when the notice was written."""
    if amount.minor <= 0:
        raise NothingToSay("it is paid already")
    due = notice.facts.get("due")
    text = lines(
        _("💶 <b>{title}</b>")(title=deal.title),
        ask_by(amount=amount, day=date.fromisoformat(due)) if due else ask(amount=amount),
        _("We tell you here as soon as it has come."),
    )
    return Letter(text, (MY_DEAL,))


def payment_recorded(desk: Desk, notice: Notice) -> Letter:
    """The sums are those after this payment, even when more has come since."""
    deal = client_deal(desk, notice)
    amount, paid, owed = (Money.kept(notice.facts[name]) for name in ("amount", "paid", "owed"))
    text = lines(
        _("✅ We have received <b>{amount}</b>. Thank you!")(amount=amount),
        _("{title} · № {number}")(title=deal.title, number=deal.id),
        _("Paid: {paid}")(paid=paid),
        _("Left to pay: {owed}")(owed=owed) if owed.minor > 0 else _("All is paid."),
    )
    return Letter(text, (MY_DEAL,))
