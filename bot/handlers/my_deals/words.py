"""A client's own trip in words: when and where, where it stands, who travels, and what is to be paid until when."""

from collections.abc import Callable, Mapping, Sequence

from bot.handlers.documents.party import paper_line, seats_to_enter
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.lateness import Expected, money_now
from domain.entities.pipeline import Pipeline
from domain.entities.stages import LOST
from domain.ports.desk import Desk
from domain.queries.contacts import contact
from domain.queries.late import dues_of, is_over
from domain.values.labels import said
from domain.values.money import Money
from domain.values.translated import Translated
from locales import Sentence, Weekday, _, lines, n_, verbatim
from locales.terms.languages import IN_LANGUAGE
from locales.terms.payments import balance_dues, deposit_dues, due_words, how_to_pay, owed_words, sums_words

MOST_NAMES = 8
"""Travellers that fit on the card; larger parties have a list."""

_STANDS = {
    "new": _("Your booking is in progress."),
    "inquiry": _("We are preparing your trip."),
    "documents": _("Your documents are in progress."),
    "documents.data": _("We are waiting for the travellers' details."),
    "documents.sent": _("We are waiting for the passport photos."),
    "documents.received": _("We are checking the passports."),
    "deposit": _("We are waiting for your deposit."),
    "payment": _("We are waiting for the balance."),
    "voucher": _("All paid. Your voucher will arrive here."),
    "notified": _("Everything is ready. Have a good trip!"),
    "travelled": _("This trip is over. Thank you for travelling with us!"),
    "lost": _("This booking is closed."),
}
_LIKE = {
    "travellers_wanted": "documents.data",
    "travellers_entered": "documents.data",
    "passports_wanted": "documents.sent",
    "passports_sent": "documents.sent",
    "passports_accepted": "documents.received",
    "deposit_wanted": "deposit",
    "deposit_paid": "deposit",
    "balance_wanted": "payment",
    "fully_paid": "payment",
    "voucher_sent": "voucher",
    "price_agreed": "inquiry",
}
"""What a stage of the owner's own asks for or waits for, and the shipped step whose words say that."""
LOOKED_AFTER = _("We are arranging your trip.")
_PAID = _("All paid. We are preparing your voucher.")


def _at_deposit(deal: Deal) -> Sentence:
    return _STANDS["deposit"] if deal.deposit_owed else _("Your deposit has arrived. Thank you!")


def _at_payment(deal: Deal) -> Sentence:
    return _money_awaited(deal) if deal.owed.minor > 0 else _PAID


def _at_voucher(deal: Deal) -> Sentence:
    return _money_awaited(deal) if deal.owed.minor > 0 else _STANDS["voucher"]


def _money_awaited(deal: Deal) -> Sentence:
    """The balance, or all of it where nothing was paid."""
    return _STANDS["payment"] if deal.paid else _("We are waiting for the payment.")


_BY_MONEY: Mapping[str, Callable[[Deal], Sentence]] = {
    "deposit": _at_deposit,
    "payment": _at_payment,
    "voucher": _at_voucher,
}
_MORE = n_("… and {count} more", "… and {count} more")


def trip_told(desk: Desk, deal: Deal) -> Sentence:
    """The text of the card."""
    return lines(
        _("<b>{title}</b> · booking #{number}")(title=deal.called, number=deal.id),
        *_journey(deal),
        "",
        _("▸ {stands}")(stands=stands(desk, deal)),
        *_set_apart(() if deal.is_lost or is_over(desk, deal) else _party(deal)),
        *_set_apart(_money(desk, deal)),
        *(() if is_over(desk, deal) else _ours(desk, deal)),
    )


def _set_apart(told: Sequence[Sentence]) -> Sequence[Sentence | str]:
    return ["", *told] if told else ()


def stands(desk: Desk, deal: Deal) -> Sentence:
    """Where it stands, as the client sees it: in the owner's words, else, or when they have done their part, in ours.

    What is over is not looked after.
    """
    if deal.is_lost:
        return _STANDS[LOST]
    if is_over(desk, deal):
        return _STANDS["travelled"]
    if deal.is_open and not deal.is_booking:
        return _STANDS["inquiry"]
    pipeline = desk.agency.pipelines.of(deal.step_key)
    like = _like(pipeline, deal.step_key)
    own = pipeline.step(deal.step_key).reads
    if own and not _has_done(deal, like):
        return _owners(desk, said(own))
    return _done(deal, like) or _STANDS.get(like, LOOKED_AFTER)


def read_as(what: Expected) -> Sentence:
    """What we wait for, of a thing that is no money."""
    return _STANDS["documents.data" if what is Expected.NAMES else "documents.sent"]


def _owners(desk: Desk, words: Translated) -> Sentence:
    """In the client's language; in the one it was written in, and marked so, where it was not said in theirs."""
    reader = desk.actor.person.language if desk.actor.person else None
    if reader is None or words.written_in is None or not words.is_fallback(reader):
        return verbatim(words)
    return _("{text} ({in_language})")(text=words, in_language=IN_LANGUAGE[words.written_in])


def _has_done(deal: Deal, like: str) -> bool:
    """Whether the client has done what the step asks of them: the owner's words do not notice it."""
    done = {
        "documents.data": deal.all_told,
        "documents.sent": deal.all_told and not deal.without_passport,
        "deposit": not deal.deposit_owed,
        "payment": deal.owed.minor <= 0,
    }
    return done.get(like, False)


def _done(deal: Deal, like: str) -> Sentence | None:
    """What a client reads instead who has done their part of this step."""
    if like == "voucher" and deal.voucher_sent_at:
        return _("Everything is ready and you have your voucher.")
    if (by_money := _BY_MONEY.get(like)) is not None:
        return by_money(deal)
    if like == "documents.data" and deal.all_told:
        return _("We have the travellers' details and are checking them.")
    if like == "documents.sent" and deal.all_told and not deal.without_passport:
        return _STANDS["documents.received"]
    if like == "documents.received" and _sent_back(deal):
        return _STANDS["documents.sent"]
    return None


def read_at(pipeline: Pipeline, step: str) -> Sentence:
    """What a client reads at this step in our own words, before they have done their part."""
    return _STANDS.get(_like(pipeline, step), LOOKED_AFTER)


def _like(pipeline: Pipeline, key: str) -> str:
    """The shipped step whose words fit: by its key, else by what it asks of the client, waits for and does."""
    step, stage = pipeline.step(key), key.partition(".")[0]
    if key in _STANDS or stage in _STANDS:
        return key if key in _STANDS else stage
    if step.told:
        return "notified"
    if key == pipeline.last.key:
        return "travelled"
    return next((_LIKE[what] for what in (*step.enters, *step.needs) if what in _LIKE), "")


def _sent_back(deal: Deal) -> bool:
    """Whether it is the client's turn again: a document was rejected, and none waits for us."""
    states = {document.state for document in deal.documents}
    return DocumentState.REJECTED in states and DocumentState.SENT not in states


def _journey(deal: Deal) -> Sequence[Sentence]:
    trip = deal.trip
    if trip is None:
        return _days(deal)
    departs = _("🗓 {day}, {time}")(day=Weekday(trip.departs.date()), time=trip.departs.time())
    return (
        departs,
        _("📍 {place}")(place=trip.words("place")),
        _("↩️ Back on {day}")(day=Weekday(trip.returns)),
    )


def _days(deal: Deal) -> Sequence[Sentence]:
    """Of a tailor-made journey."""
    if deal.starts is None:
        return ()
    begins = _("🗓 From {day}")(day=Weekday(deal.starts))
    if deal.ends is None or deal.ends == deal.starts:
        return (begins,)
    return begins, _("↩️ Back on {day}")(day=Weekday(deal.ends))


def _party(deal: Deal) -> Sequence[Sentence]:
    shown = [paper_line(deal, traveller) for traveller in deal.party[:MOST_NAMES]]
    if len(deal.party) > MOST_NAMES:
        shown.append(_MORE(count=len(deal.party) - MOST_NAMES))
    missing = seats_to_enter(deal) if deal.is_open else None
    return [*shown, *([missing] if missing else [])]


def _money(desk: Desk, deal: Deal) -> Sequence[Sentence]:
    """Nothing is owed for a trip that does not take place."""
    if deal.is_lost:
        return [_("💶 {sums}")(sums=owed_words(Money.zero(deal.currency) - deal.paid))] if deal.paid else []
    if not deal.price:
        return []
    sums = _("💶 {sums}")(sums=sums_words(deal))
    if not deal.is_open or deal.owed.minor <= 0:
        return [sums]
    how = how_to_pay(desk.agency)
    return [sums, _to_pay(desk, deal), *([how] if how else [])]


def _to_pay(desk: Desk, deal: Deal) -> Sentence:
    """One sum, of what they owe now; without a day where none is settled."""
    due = money_now(dues_of(desk, deal), desk.today)
    is_deposit = due.what is Expected.DEPOSIT if due else bool(deal.deposit_owed)
    if is_deposit:
        return due_words(deposit_dues(deal), deal.deposit_owed, due, desk.today)
    return due_words(balance_dues(deal), deal.owed, due, desk.today)


def _ours(desk: Desk, deal: Deal) -> Sequence[Sentence]:
    who = contact(desk, deal)
    if who is None or deal.is_lost:
        return ()
    if desk.agency.phone:
        return (_("🙋 Your contact: {name} · {phone}")(name=who.first_name, phone=desk.agency.phone),)
    return (_("🙋 Your contact: {name}")(name=who.first_name),)
