"""Money: what is to be paid by when, and that it has come."""

from datetime import date

from domain.entities.deals import Deal
from domain.entities.notices import Notice
from domain.notices.payments import (
    BALANCE_WANTED,
    DEPOSIT_WANTED,
    PAID_TO_COLLEAGUE,
    PAYMENT_GIVEN_BACK,
    PAYMENT_RECORDED,
    PAYMENT_TAKEN_BACK,
    PAYMENT_UNDONE_STAFF,
)
from domain.ports.desk import Desk
from domain.values.money import Money
from locales import Sentence, _, lines
from locales.terms.dues import still_ahead
from locales.terms.payments import how_to_pay, owed_words
from scheduler.notices.asked_today import must_be_new_today
from scheduler.notices.deals.for_client import ASK, MY_DEAL
from scheduler.notices.deals.for_staff import OPEN
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import client_deal, for_client, staff_deal


@words_of(DEPOSIT_WANTED)
def deposit_wanted(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    ask = _("Next step: the deposit, <b>{amount}</b>.")
    ask_by = _("Next step: the deposit, <b>{amount}</b>, by {day}.")
    return _wanted(desk, deal, notice, deal.deposit_owed, ask, ask_by)


@words_of(BALANCE_WANTED)
def balance_wanted(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    ask = _("Left to pay: <b>{amount}</b>.")
    ask_by = _("Left to pay: <b>{amount}</b>, by {day}.")
    return _wanted(desk, deal, notice, deal.owed, ask, ask_by)


def _wanted(
    desk: Desk, deal: Deal, notice: Notice, amount: Money, ask: Sentence, ask_by: Sentence
) -> MessageContent:
    """What is missing now, not what was missing when the notice was written."""
    if amount.minor <= 0:
        raise NothingToSay("it is paid already")
    must_be_new_today(desk, deal, notice)
    told = notice.facts.get("due")
    day = still_ahead(date.fromisoformat(told) if told else None, desk.today)
    text = lines(
        _("💶 <b>{title}</b>")(title=deal.called),
        ask_by(amount=amount, day=day) if day else ask(amount=amount),
        how_to_pay(desk.agency),
        _("We will tell you here as soon as it arrives."),
    )
    return MessageContent(text, (MY_DEAL, ASK), found={"amount": amount, "due": day})


@words_of(PAYMENT_RECORDED)
def payment_recorded(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    amount = Money.kept(notice.facts["amount"])
    text = lines(_("✅ We have received <b>{amount}</b>. Thank you!")(amount=amount), *_sums(deal, notice))
    return MessageContent(text, (MY_DEAL,))


@words_of(PAYMENT_TAKEN_BACK)
def payment_taken_back(desk: Desk, notice: Notice) -> MessageContent:
    """Without the reason, which is the agency's own note. A deal that is lost is told of, too: money went back, perhaps."""
    deal = desk.repositories.deals.get(notice.facts["deal"])
    for_client(deal.client, notice)
    amount = Money.kept(notice.facts["amount"])
    text = lines(
        _("↩️ The payment of <b>{amount}</b> no longer counts: it was returned, or recorded by mistake.")(
            amount=amount
        ),
        *_sums(deal, notice),
        _("If that is a surprise, write to us here."),
    )
    return MessageContent(text, (MY_DEAL, ASK))


def _sums(deal: Deal, notice: Notice) -> tuple[Sentence, ...]:
    """As they were then, even when more has come since."""
    paid, owed = (Money.kept(notice.facts[name]) for name in ("paid", "owed"))
    about = (
        _("{title} · booking #{number}")(title=deal.called, number=deal.id),
        _("Paid: {paid}")(paid=paid),
    )
    if deal.is_lost:
        return about
    return (*about, owed_words(owed))


@words_of(PAYMENT_GIVEN_BACK)
def given_back(desk: Desk, notice: Notice) -> MessageContent:
    """Of a deal that is lost, too."""
    deal = desk.repositories.deals.get(notice.facts["deal"])
    for_client(deal.client, notice)
    amount = Money.kept(notice.facts["amount"])
    text = lines(
        _("↩️ We have refunded <b>{amount}</b>.")(amount=amount),
        *_sums(deal, notice),
        _("If that is a surprise, write to us here."),
    )
    return MessageContent(text, (MY_DEAL, ASK))


@words_of(PAID_TO_COLLEAGUE)
def paid(desk: Desk, notice: Notice) -> MessageContent:
    """A colleague has recorded it; the sums are those after this payment."""
    deal = staff_deal(desk, notice)
    amount, owed = (Money.kept(notice.facts[name]) for name in ("amount", "owed"))
    text = lines(
        _("💶 <b>Deal #{number}: {amount} received</b>")(number=deal.id, amount=amount),
        _("{client} · {title}")(client=deal.client.name, title=deal.called),
        owed_words(owed),
        _("Recorded by {by}")(by=notice.facts["by"]),
    )
    return MessageContent(text, (OPEN,))


@words_of(PAYMENT_UNDONE_STAFF)
def undone(desk: Desk, notice: Notice) -> MessageContent:
    """A colleague gave money back, or took back what was recorded; the sums are those after it."""
    deal = staff_deal(desk, notice)
    amount, owed = (Money.kept(notice.facts[name]) for name in ("amount", "owed"))
    given_back = _("↩️ <b>Deal #{number}: {amount} was given back</b>")
    taken_back = _("↩️ <b>Deal #{number}: a payment of {amount} does not count any more</b>")
    text = lines(
        (taken_back if notice.facts["taken_back"] else given_back)(number=deal.id, amount=amount),
        _("{client} · {title}")(client=deal.client.name, title=deal.called),
        None if deal.is_lost else owed_words(owed),
        _("Recorded by {by}")(by=notice.facts["by"]),
    )
    return MessageContent(text, (OPEN,))
