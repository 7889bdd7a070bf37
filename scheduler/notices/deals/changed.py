"""What has changed about a deal, for its client and who leads it: who travels, seats, price. What is as it was is no news."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.entities.deals import Deal
from domain.entities.notices import Notice
from domain.notices.deals import DEAL_CHANGED, DEAL_CHANGED_STAFF
from domain.ports.desk import Desk
from domain.values.money import Money
from domain.values.translated import Translated
from locales import Sentence, _, lines
from locales.terms.deals import VOUCHER_IS_OLD
from locales.terms.payments import deposit_said, owed_words
from scheduler.notices.deals.for_client import ASK, MY_DEAL
from scheduler.notices.deals.for_staff import OPEN
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import client_deal, staff_deal


@words_of(DEAL_CHANGED)
def changed(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    news = [*_who(notice.facts), *_what(deal, notice.facts["was"]), *_besides(deal, notice.facts["was"])]
    if not news:
        raise NothingToSay("it is as it was")
    money = str(deal.price) != notice.facts["was"]["price"]
    text = lines(
        _("❗️ <b>Your booking has changed: {title}</b>")(title=deal.called),
        *news,
        owed_words(deal.owed) if money else None,
        _("🎫 Your voucher still shows the old details; the new one is under “My trip”.")
        if deal.voucher_sent_at
        else None,
    )
    return MessageContent(text, (MY_DEAL, ASK))


@words_of(DEAL_CHANGED_STAFF)
def changed_by_another(desk: Desk, notice: Notice) -> MessageContent:
    """For who leads it, or led it until now."""
    deal, was = staff_deal(desk, notice), notice.facts["was"]
    news = [*_led(notice.facts), *_who(notice.facts), *_what(deal, was), *_besides(deal, was)]
    if not news:
        raise NothingToSay("it is as it was")
    text = lines(
        _("❗️ <b>Deal #{number} has changed</b>")(number=deal.id),
        _("{client} · {title}")(client=deal.client.name, title=deal.called),
        *news,
        owed_words(deal.owed) if str(deal.price) != was["price"] else None,
        VOUCHER_IS_OLD if deal.voucher_is_old else None,
        _("Changed by {by}")(by=notice.facts["by"]),
    )
    return MessageContent(text, (OPEN,))


def _led(facts: dict[str, Any]) -> Iterator[Sentence]:
    if name := facts.get("leads"):
        yield _("🤝 {name} leads it now.")(name=name)


def _who(facts: dict[str, Any]) -> Iterator[Sentence]:
    if name := facts.get("off"):
        yield _("👤 {name} is no longer travelling.")(name=name)
    if renamed := facts.get("renamed"):
        was, now = renamed
        yield _("👤 {was} → {now}")(was=was, now=now)


def _what(deal: Deal, was: dict[str, Any]) -> Iterator[Sentence]:
    if was["seats"] != deal.seats:
        yield _("Seats: {seats} → {left}")(seats=was["seats"], left=deal.seats)
    price, deposit = Money.kept(was["price"]), Money.kept(was["deposit"])
    if price != deal.price:
        yield _("Price: {price} → {rest}")(price=price, rest=deal.price)
    if deposit != deal.deposit:
        yield _("Deposit: {deposit} → {rest}")(deposit=deposit_said(deposit), rest=deposit_said(deal.deposit))
    if was["starts"] != _kept(deal.starts) or was["ends"] != _kept(deal.ends):
        yield _("🗓 {first} – {last}")(first=deal.starts or "…", last=deal.last_day or "…")


def _besides(deal: Deal, was: dict[str, Any]) -> Iterator[Sentence]:
    yield from _of_trip(deal, was)
    yield from _dues(deal, was)


def _of_trip(deal: Deal, was: dict[str, Any]) -> Iterator[Sentence]:
    trip = deal.trip
    if trip is None or "name" not in was:
        return
    if (called := Translated.of_kept(was["name"])) != trip.words("name"):
        yield _("Before: {place}")(place=called)
    if was["bring"] != trip.bring:
        bring = _("🎒 Bring: {bring}")(bring=trip.words("bring").each(excerpt))
        yield bring if trip.bring else _("🎒 There is no longer anything special to bring.")


def _dues(deal: Deal, was: dict[str, Any]) -> Iterator[Sentence]:
    """Until when what is still expected is due; of what is done already, nothing."""
    expected = {
        "deposit_due": bool(deal.deposit_owed),
        "balance_due": deal.is_payable,
        "documents_due": not deal.all_accepted,
    }
    for what, open_ in expected.items():
        day = getattr(deal, what)
        if open_ and what in was and day is not None and was[what] != day.isoformat():
            yield DUE_NOW[what](day=day)


DUE_NOW = {
    "deposit_due": _("⏳ The deposit is due by {day}."),
    "balance_due": _("⏳ The balance is due by {day}."),
    "documents_due": _("⏳ The documents are due by {day}."),
}


def _kept(day: date | None) -> str | None:
    return day.isoformat() if day else None
