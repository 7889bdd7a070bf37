"""What has changed about a client's own deal: who travels, seats, price, days. What is as it was is no news."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.entities.deals import Deal
from domain.entities.notices import Notice
from domain.notices.deals import DEAL_CHANGED
from domain.ports.desk import Desk
from domain.values.money import Money
from locales import Sentence, _, lines
from locales.terms.payments import owed_words
from scheduler.notices.deals.for_client import ASK, MY_DEAL
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import client_deal


@words_of(DEAL_CHANGED)
def changed(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    news = [*_who(notice.facts), *_what(deal, notice.facts["was"])]
    if not news:
        raise NothingToSay("it is as it was")
    money = str(deal.price) != notice.facts["was"]["price"]
    text = lines(
        _("❗️ <b>Your reservation has changed: {title}</b>")(title=deal.called),
        *news,
        owed_words(deal.owed) if money else None,
        _("🎫 Your voucher says what was before; you find the new one under “My trip”.")
        if deal.voucher_sent_at
        else None,
    )
    return MessageContent(text, (MY_DEAL, ASK))


def _who(facts: dict[str, Any]) -> Iterator[Sentence]:
    if name := facts.get("off"):
        yield _("👤 {name} does not travel any more.")(name=name)
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
        yield _("Deposit: {deposit} → {rest}")(deposit=deposit, rest=deal.deposit)
    if was["starts"] != _kept(deal.starts) or was["ends"] != _kept(deal.ends):
        yield _("🗓 {first} – {last}")(first=deal.starts or "…", last=deal.last_day or "…")


def _kept(day: date | None) -> str | None:
    return day.isoformat() if day else None
