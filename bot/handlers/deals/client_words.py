"""A client's own trip in words: when and where, where it stands, who travels, and what is to be paid until when."""

from collections.abc import Sequence

from bot.handlers.documents.party import paper_line, seats_to_enter
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.ports.desk import Desk
from domain.values.money import Money
from locales import Sentence, Weekday, _, lines, n_
from locales.terms.payments import balance_dues, deposit_dues, due_words, how_to_pay

MOST_NAMES = 8
"""Travellers that fit on the card; larger parties have a list."""

_STANDS = {
    "new": _("We have your reservation and look after it."),
    "inquiry": _("We are preparing your trip."),
    "documents": _("We look after your papers."),
    "documents.data": _("We wait for the travellers' data."),
    "documents.sent": _("We wait for the passport photos."),
    "documents.received": _("We are checking the passports."),
    "deposit": _("We wait for your deposit."),
    "payment": _("We wait for the rest of the payment."),
    "voucher": _("All is paid. Your voucher comes here."),
    "notified": _("Everything is ready. Have a good trip!"),
    "travelled": _("This trip is over. Thank you for travelling with us!"),
    "lost": _("This reservation is closed."),
}
_MORE = n_("… and {count} more", "… and {count} more")


def trip_told(desk: Desk, deal: Deal) -> Sentence:
    """The text of the card."""
    return lines(
        _("<b>{title}</b> · № {number}")(title=deal.called, number=deal.id),
        *_journey(deal),
        "",
        _("▸ {stands}")(stands=stands(deal)),
        *_set_apart(_party(deal)),
        *_set_apart(_money(desk, deal)),
        *_ours(desk, deal),
    )


def _set_apart(told: Sequence[Sentence]) -> Sequence[Sentence | str]:
    return ["", *told] if told else ()


def stands(deal: Deal) -> Sentence:
    """Where it stands, as the client sees it."""
    if deal.stage == "voucher" and deal.voucher_sent_at:
        return _("Everything is ready, and you have your voucher.")
    if deal.step_key == "documents.data" and deal.all_told:
        return _("We have the travellers' data and look through them.")
    if deal.step_key == "documents.sent" and deal.all_told and not deal.without_passport:
        return _STANDS["documents.received"]
    if deal.step_key == "documents.received" and _sent_back(deal):
        return _STANDS["documents.sent"]
    return _STANDS.get(deal.step_key) or _STANDS.get(deal.stage) or _("We look after your trip.")


def _sent_back(deal: Deal) -> bool:
    """Whether it is the client's turn again: a document was rejected, and none waits for us."""
    states = {document.state for document in deal.documents}
    return DocumentState.REJECTED in states and DocumentState.SENT not in states


def _journey(deal: Deal) -> Sequence[Sentence]:
    trip = deal.trip
    if trip is None:
        return ()
    departs = _("🕖 {day}, {time}")(day=Weekday(trip.departs.date()), time=trip.departs.time())
    return (
        departs,
        _("📍 {place}")(place=trip.words("place")),
        _("↩️ Back on {day}")(day=Weekday(trip.returns)),
    )


def _party(deal: Deal) -> Sequence[Sentence]:
    shown = [paper_line(deal, traveller) for traveller in deal.party[:MOST_NAMES]]
    if len(deal.party) > MOST_NAMES:
        shown.append(_MORE(count=len(deal.party) - MOST_NAMES))
    missing = seats_to_enter(deal) if deal.is_open else None
    return [*shown, *([missing] if missing else [])]


def _money(desk: Desk, deal: Deal) -> Sequence[Sentence]:
    """Nothing is owed for a trip that does not take place."""
    if deal.is_lost:
        return [_("💶 Paid: {paid}")(paid=deal.paid)] if deal.paid else []
    if not deal.price:
        return [_("💶 The price is not set yet.")]
    sums = _("💶 Price {price} · paid {paid} · owed <b>{owed}</b>")(
        price=deal.price, paid=deal.paid, owed=_not_below_zero(deal.owed)
    )
    trip = deal.trip
    if not deal.is_open or deal.owed.minor <= 0:
        return [sums]
    if deal.deposit_owed:
        day = trip.deposit_due if trip else None
        due = due_words(deposit_dues(deal), deal.deposit_owed, day, desk.today)
    else:
        due = due_words(balance_dues(deal), deal.owed, trip.balance_due if trip else None, desk.today)
    how = how_to_pay(desk.agency)
    return [sums, due, *([how] if how else [])]


def _not_below_zero(owed: Money) -> Money:
    return owed if owed.minor > 0 else Money.zero(owed.currency)


def _ours(desk: Desk, deal: Deal) -> Sequence[Sentence]:
    who = deal.responsible
    if who is None or deal.is_lost:
        return ()
    if desk.agency.phone:
        return (_("🙋 {name} looks after you · {phone}")(name=who.name, phone=desk.agency.phone),)
    return (_("🙋 {name} looks after you")(name=who.name),)
