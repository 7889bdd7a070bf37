"""The notices that clients get: what each is called, what it is about, and our own words with the places of the agency's."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.entities.notices import NoticeKind
from domain.notices.clients import ANSWER
from domain.notices.deals import DEAL_CHANGED, DEAL_CLOSED, DEAL_CONFIRMED, JOURNEY_AHEAD, VOUCHER_SENT
from domain.notices.documents import DOCUMENT_REJECTED, PASSPORTS_WANTED
from domain.notices.inquiries import INQUIRY_CLOSED
from domain.notices.payments import (
    BALANCE_WANTED,
    DEPOSIT_WANTED,
    PAYMENT_GIVEN_BACK,
    PAYMENT_RECORDED,
    PAYMENT_TAKEN_BACK,
)
from domain.notices.reminders import (
    BALANCE_DUE,
    DEPOSIT_DUE,
    NAMES_DUE,
    NAMES_OVERDUE,
    PASSPORTS_DUE,
    PASSPORTS_OVERDUE,
    PAYMENT_OVERDUE,
)
from domain.notices.travellers import TRAVELLERS_WANTED
from domain.notices.trips import (
    DEPARTURE,
    DEPARTURE_CHANGED,
    PUT_IN_LINE,
    SEAT_FREE,
    TRIP_CANCELLED,
    TRIP_CHANGED,
    TRIP_NEWS,
)
from locales.sentence import Sentence, _, lines

ABOUT: Mapping[str, Sentence] = {
    "trips": _("🚌 Trips"),
    "deals": _("🗂 Deals"),
    "money": _("💶 Money"),
    "papers": _("📄 Papers"),
    "reminders": _("⏰ Reminders"),
}


@dataclass(frozen=True)
class NoticeWords:
    """`ours` is a beginning: the words that are shipped, as far as places can tell them."""

    about: str
    called: Sentence
    ours: Sentence


def _at(english: Sentence, *places: str, **others: str) -> Sentence:
    """A sentence of ours with places in place of facts."""
    return english(
        **{name: f"{{{name}}}" for name in places}, **{fact: f"{{{of}}}" for fact, of in others.items()}
    )


_WHEN = _at(_("{day}, {time}"), "day", "time")
_HERE = _at(_("{place}"), "place")
_BRING = _at(_("🎒 Bring: {bring}"), "bring")
_LEFT = _at(_("💶 Left to pay: {owed}"), "owed")
_TITLE = _at(_("💶 <b>{title}</b>"), title="trip")
_PHOTO = _at(_("📷 <b>{title}</b>"), title="trip")
_CHANGED = _at(_("❗️ <b>The departure has changed: {trip}</b>"), "trip")
_WAS = _at(_("It was: {place}"), place="was")
_VOUCHER = _at(_("{place}"), place="voucher")
_HOW = _at(_("{place}"), place="how_to_pay")
_SUMS = (
    _at(_("{title} · № {number}"), "number", title="trip"),
    _at(_("Paid: {paid}"), "paid"),
    _at(_("💶 Left to pay: {owed}"), "owed"),
)
_SURPRISE = _("If that is a surprise, write to us here.")
_NAMES = _at(_("📝 <b>{title}</b>"), title="trip")
_STILL = _at(_("Data are still missing for {people}."), people="missing")
_WANTED = _at(_("We still need the passport photo of: {names}"), names="travellers")
_BY = _at(_("By {day}, please."), day="due")
_OVER = _at(_("It was due on {day}: please do it as soon as you can."), day="due")
_PAID_ALREADY = _("Paid already? Thank you: we will tell you here as soon as it has arrived.")
_ARRIVED = _("We will tell you here as soon as it has arrived.")

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    DEPARTURE: NoticeWords(
        "trips",
        _("Before the departure"),
        lines(
            _at(_("🚌 <b>{when}: {trip}</b>"), "when", "trip"),
            _WHEN,
            _HERE,
            _BRING,
            _LEFT,
            "",
            _("Will you be there?"),
        ),
    ),
    DEPARTURE_CHANGED: NoticeWords(
        "trips",
        _("Departure changed"),
        lines(_CHANGED, _WHEN, _HERE, _WAS, _VOUCHER, _BRING, _LEFT, "", _("Will you be there?")),
    ),
    TRIP_CHANGED: NoticeWords(
        "trips", _("Changed long before"), lines(_CHANGED, _WHEN, _HERE, _WAS, _VOUCHER)
    ),
    TRIP_CANCELLED: NoticeWords(
        "trips",
        _("Trip cancelled"),
        lines(
            _at(_("❌ <b>{trip} does not take place</b>"), "trip"),
            _("We are sorry."),
            _("What would you like instead?"),
        ),
    ),
    TRIP_NEWS: NoticeWords("trips", _("Changed, for who has not booked"), lines(_CHANGED, _WHEN, _HERE)),
    PUT_IN_LINE: NoticeWords(
        "trips",
        _("Put in the line"),
        _at(
            _("You are number {turn} in the line for {trip}: {seats}. We write to you when they are free."),
            "turn",
            "trip",
            "seats",
        ),
    ),
    SEAT_FREE: NoticeWords(
        "trips",
        _("Seats are free"),
        lines(
            _at(_("🎉 <b>{trip}</b>"), "trip"),
            _at(_("What you waited for is free: {seats}."), "seats"),
        ),
    ),
    DEAL_CONFIRMED: NoticeWords(
        "deals",
        _("Reservation made"),
        lines(
            _at(_("🧳 <b>{title}</b>"), title="trip"),
            _("We are working on your reservation."),
            _at(_("№ {number} · {seats} · {price}"), "number", "seats", "price"),
            _at(_("{name} looks after it; we write to you here at every step."), name="responsible"),
        ),
    ),
    DEAL_CHANGED: NoticeWords(
        "deals",
        _("Reservation changed"),
        lines(
            _at(_("❗️ <b>Your reservation has changed: {title}</b>"), title="trip"),
            _at(_("№ {number} · {seats} · {price}"), "number", "seats", "price"),
            _LEFT,
        ),
    ),
    JOURNEY_AHEAD: NoticeWords(
        "deals",
        _("Before a tailor-made journey"),
        lines(
            _at(_("🧳 <b>Soon: {title}</b>"), title="trip"),
            _at(_("🗓 From {day}"), "day"),
            _LEFT,
            _("If anything is unclear, write to us here."),
        ),
    ),
    TRAVELLERS_WANTED: NoticeWords(
        "deals",
        _("Who travels?"),
        lines(
            _at(_("📝 <b>{title}</b>"), title="trip"),
            _at(_("Who travels? Data are missing for {people}."), people="missing"),
            _at(_("By {day}. It takes a minute or two for each."), day="due"),
        ),
    ),
    VOUCHER_SENT: NoticeWords(
        "deals",
        _("Voucher"),
        lines(
            _at(_("🎫 <b>Your voucher: {title}</b>"), title="trip"),
            _("Show it at the departure; on the phone is enough."),
        ),
    ),
    DEAL_CLOSED: NoticeWords(
        "deals",
        _("Reservation closed"),
        lines(
            _at(_("Your reservation № {number} is closed: {title}."), "number", title="trip"),
            _at(_("Paid: {paid}"), "paid"),
            _SURPRISE,
        ),
    ),
    INQUIRY_CLOSED: NoticeWords(
        "deals",
        _("Inquiry closed"),
        lines(
            _at(_("Your inquiry № {number} is closed."), "number"),
            _at(_("{place}"), place="wish"),
            _SURPRISE,
        ),
    ),
    DEPOSIT_WANTED: NoticeWords(
        "money",
        _("Deposit wanted"),
        lines(
            _TITLE,
            _at(_("Next comes the deposit: <b>{amount}</b>, by {day}."), "amount", day="due"),
            _HOW,
            _ARRIVED,
        ),
    ),
    BALANCE_WANTED: NoticeWords(
        "money",
        _("Balance wanted"),
        lines(_TITLE, _at(_("Left to pay: <b>{amount}</b>, by {day}."), "amount", day="due"), _HOW, _ARRIVED),
    ),
    PAYMENT_RECORDED: NoticeWords(
        "money",
        _("Payment arrived"),
        lines(_at(_("✅ We have received <b>{amount}</b>. Thank you!"), "amount"), *_SUMS),
    ),
    PAYMENT_GIVEN_BACK: NoticeWords(
        "money",
        _("Money given back"),
        lines(_at(_("↩️ We have given back <b>{amount}</b>."), "amount"), *_SUMS, _SURPRISE),
    ),
    PAYMENT_TAKEN_BACK: NoticeWords(
        "money",
        _("Payment taken back"),
        lines(
            _at(
                _(
                    "↩️ The payment of <b>{amount}</b> does not count any more: it was returned, or recorded by mistake."
                ),
                "amount",
            ),
            *_SUMS,
            _SURPRISE,
        ),
    ),
    PASSPORTS_WANTED: NoticeWords(
        "papers",
        _("Passports wanted"),
        lines(
            _PHOTO,
            _at(_("Now we need the passport photo of: {names}"), names="travellers"),
            _at(_("By {day}, please: the page with the photo, as a photo or a PDF."), day="due"),
        ),
    ),
    DOCUMENT_REJECTED: NoticeWords(
        "papers",
        _("Paper rejected"),
        lines(
            _PHOTO,
            _at(_("We cannot use the paper of {name}: {reason}"), "reason", name="traveller"),
            _("Please send it once more."),
        ),
    ),
    ANSWER: NoticeWords(
        "papers",
        _("Answer to a client"),
        lines(
            _at(_("💬 <b>{name}</b>, {agency}"), "agency", name="responsible"),
            _at(_("{place}"), place="text"),
        ),
    ),
    DEPOSIT_DUE: NoticeWords(
        "reminders",
        _("Deposit reminder"),
        lines(
            _TITLE,
            _at(_("Please pay the deposit of <b>{amount}</b> by {day}."), "amount", day="due"),
            _HOW,
            _PAID_ALREADY,
        ),
    ),
    BALANCE_DUE: NoticeWords(
        "reminders",
        _("Balance reminder"),
        lines(
            _TITLE,
            _at(_("Left to pay: <b>{amount}</b>, by {day}."), "amount", day="due"),
            _HOW,
            _PAID_ALREADY,
        ),
    ),
    PAYMENT_OVERDUE: NoticeWords(
        "reminders",
        _("Payment overdue"),
        lines(
            _TITLE,
            _at(
                _("Left to pay: <b>{amount}</b>. It was due on {day}: please pay it as soon as you can."),
                "amount",
                day="due",
            ),
            _HOW,
            _PAID_ALREADY,
        ),
    ),
    NAMES_DUE: NoticeWords("reminders", _("Data reminder"), lines(_NAMES, _STILL, _BY)),
    NAMES_OVERDUE: NoticeWords("reminders", _("Data overdue"), lines(_NAMES, _STILL, _OVER)),
    PASSPORTS_DUE: NoticeWords("reminders", _("Passports due"), lines(_PHOTO, _WANTED, _BY)),
    PASSPORTS_OVERDUE: NoticeWords("reminders", _("Passports overdue"), lines(_PHOTO, _WANTED, _OVER)),
}
