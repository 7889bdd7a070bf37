"""What a client is reminded of: what is to be paid, who travels, passports; as it is when it is said."""

from datetime import date

from domain.entities.deals import Deal
from domain.entities.lateness import Due, Expected
from domain.entities.notices import Notice
from domain.notices.reminders import (
    BALANCE_DUE,
    DEPOSIT_DUE,
    NAMES_DUE,
    NAMES_OVERDUE,
    PASSPORTS_DUE,
    PASSPORTS_OVERDUE,
    PAYMENT_OVERDUE,
)
from domain.ports.desk import Desk
from domain.queries.late import dues_of
from domain.usecases.reminders.watched import WATCHED
from domain.values.money import Money
from locales import Joined, Sentence, _, lines, n_
from locales.terms.dues import by_words
from locales.terms.payments import how_to_pay
from scheduler.notices.asked_today import must_be_new_today
from scheduler.notices.deals.for_client import ASK, MY_DEAL
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import client_deal

MISSING = n_(
    "We still need the name, birth date and passport of {count} traveller.",
    "We still need the names, birth dates and passports of {count} travellers.",
)
_BY = {
    Expected.DEPOSIT: _("Please pay the deposit of <b>{amount}</b> by {day}."),
    Expected.BALANCE: _("Left to pay: <b>{amount}</b>, by {day}."),
}
_TODAY = {
    Expected.DEPOSIT: _("The deposit of <b>{amount}</b> is due today."),
    Expected.BALANCE: _("Left to pay: <b>{amount}</b>, due today."),
}
_OVER = {
    Expected.DEPOSIT: _(
        "The deposit of <b>{amount}</b> was due on {day}. Please pay it as soon as possible."
    ),
    Expected.BALANCE: _("Left to pay: <b>{amount}</b>. It was due on {day}: please pay as soon as possible."),
}


@words_of(DEPOSIT_DUE)
@words_of(BALANCE_DUE)
@words_of(PAYMENT_OVERDUE)
def money_due(desk: Desk, notice: Notice) -> MessageContent:
    """Of the balance all that is left, the deposit too if that did not come."""
    deal, due = _still_due(desk, notice)
    assert due.amount is not None
    must_be_new_today(desk, deal, notice)
    amount = due.amount if due.what is Expected.DEPOSIT else deal.owed
    text = lines(
        _("💶 <b>{title}</b>")(title=deal.called),
        _money(due, amount, desk.today),
        how_to_pay(desk.agency),
        _("Already paid? Thank you! We will tell you here as soon as it arrives."),
    )
    return _content(desk, due, text, (MY_DEAL, ASK), amount=amount)


@words_of(NAMES_DUE)
@words_of(NAMES_OVERDUE)
def names_due(desk: Desk, notice: Notice) -> MessageContent:
    deal, due = _still_due(desk, notice)
    text = lines(
        _("✍️ <b>{title}</b>")(title=deal.called), MISSING(count=due.count), by_words(due.day, desk.today)
    )
    return _content(desk, due, text, ((_("✍️ Add travellers"), "enter_travellers"),))


@words_of(PASSPORTS_DUE)
@words_of(PASSPORTS_OVERDUE)
def passports_due(desk: Desk, notice: Notice) -> MessageContent:
    deal, due = _still_due(desk, notice)
    names = Joined(list(due.names))
    text = lines(
        _("📷 <b>{title}</b>")(title=deal.called),
        _("We still need the passport photos of: {names}")(names=names),
        by_words(due.day, desk.today),
    )
    return _content(desk, due, text, ((_("📷 Send the passports"), "send_passport"),), travellers=names)


def _still_due(desk: Desk, notice: Notice) -> tuple[Deal, Due]:
    """Raises NothingToSay when it came meanwhile, or the client wants no reminders any more."""
    deal = client_deal(desk, notice)
    due = next((one for one in dues_of(desk, deal) if one.what == notice.facts["what"]), None)
    if due is None:
        raise NothingToSay("it is done already")
    if deal.client.muted_at is not None:
        raise NothingToSay("no reminders to this client")
    return deal, due


def _money(due: Due, amount: Money, today: date) -> Sentence:
    if due.is_overdue(today):
        return _OVER[due.what](amount=amount, day=due.day)
    if due.day == today:
        return _TODAY[due.what](amount=amount)
    return _BY[due.what](amount=amount, day=due.day)


def _content(
    desk: Desk,
    due: Due,
    text: Sentence,
    buttons: tuple[tuple[Sentence, str], ...],
    **found: Money | Joined,
) -> MessageContent:
    """In the agency's own words for what is overdue, when it is by the time it is said."""
    kind = WATCHED[due.what].kind(due, desk.today)
    return MessageContent(text, buttons, worded_as=kind, found={**found, "due": due.day})
