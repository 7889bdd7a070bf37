"""The notices that clients get: our own words of each, with the places of the agency's."""

from collections.abc import Mapping

from domain.entities.notices import NoticeKind
from domain.notices.clients import ANSWER
from domain.notices.deals import DEAL_CHANGED, DEAL_CLOSED, DEAL_CONFIRMED, JOURNEY_AHEAD, VOUCHER_SENT
from domain.notices.documents import DOCUMENT_REJECTED, PASSPORTS_WANTED
from domain.notices.inquiries import INQUIRY_CLOSED, INQUIRY_CONFIRMED
from domain.notices.offers import OFFER_GONE, OFFER_SENT
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
    PROMISE_TAKEN_BACK,
    PUT_IN_LINE,
    SEAT_FREE,
    TRIP_CANCELLED,
    TRIP_CHANGED,
    TRIP_NEWS,
)
from locales.sentence import _, lines
from locales.terms.notice_words import NoticeWords, at

_WHEN = at(_("{day}, {time}"), "day", "time")
_HERE = at(_("{place}"), "place")
_BRING = at(_("🎒 Bring: {bring}"), "bring")
_LEFT = at(_("💶 Left to pay: {owed}"), "owed")
_TITLE = at(_("💶 <b>{title}</b>"), title="trip")
_PHOTO = at(_("📷 <b>{title}</b>"), title="trip")
_CHANGED = at(_("❗️ <b>Departure changed: {trip}</b>"), "trip")
_WAS = at(_("Before: {place}"), place="was")
_VOUCHER = at(_("{place}"), place="voucher")
_HOW = at(_("{place}"), place="how_to_pay")
_SUMS = (
    at(_("{title} · booking #{number}"), "number", title="trip"),
    at(_("Paid: {paid}"), "paid"),
    at(_("💶 Left to pay: {owed}"), "owed"),
)
_SURPRISE = _("If that is a surprise, write to us here.")
_NAMES = at(_("✍️ <b>{title}</b>"), title="trip")
_STILL = at(_("Details are still missing for {people}."), people="missing")
_WANTED = at(_("We still need the passport photos of: {names}"), names="travellers")
_BY = at(_("By {day}, please."), day="due")
_OVER = at(_("It was due on {day}: please do it as soon as possible."), day="due")
_PAID_ALREADY = _("Already paid? Thank you! We will tell you here as soon as it arrives.")
_ARRIVED = _("We will tell you here as soon as it arrives.")

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    DEPARTURE: NoticeWords(
        "trips",
        _("Before the departure"),
        lines(
            at(_("🧳 <b>{when}: {trip}</b>"), "when", "trip"),
            _WHEN,
            _HERE,
            _BRING,
            _LEFT,
            "",
            _("Are you coming? Please confirm."),
        ),
    ),
    DEPARTURE_CHANGED: NoticeWords(
        "trips",
        _("Departure changed"),
        lines(
            _CHANGED, _WHEN, _HERE, _WAS, _VOUCHER, _BRING, _LEFT, "", _("Are you coming? Please confirm.")
        ),
    ),
    TRIP_CHANGED: NoticeWords(
        "trips", _("Changed well before"), lines(_CHANGED, _WHEN, _HERE, _WAS, _VOUCHER)
    ),
    TRIP_CANCELLED: NoticeWords(
        "trips",
        _("Trip cancelled"),
        lines(
            at(_("❌ <b>{trip} is cancelled</b>"), "trip"),
            _("We are sorry."),
            _("What would you like instead?"),
        ),
    ),
    TRIP_NEWS: NoticeWords(
        "trips", _("Changed, for those who have not booked"), lines(_CHANGED, _WHEN, _HERE)
    ),
    PUT_IN_LINE: NoticeWords(
        "line",
        _("Put on the waiting list"),
        at(
            _(
                "You are number {turn} on the waiting list for {trip}: {seats}. We will write to you when they are free."
            ),
            "turn",
            "trip",
            "seats",
        ),
    ),
    SEAT_FREE: NoticeWords(
        "line",
        _("Seats are free"),
        lines(
            at(_("🎉 <b>{trip}</b>"), "trip"),
            at(_("Free for you now: {seats}."), "seats"),
        ),
    ),
    PROMISE_TAKEN_BACK: NoticeWords(
        "line",
        _("Offered seats taken back"),
        lines(
            at(_("<b>{trip}</b>"), "trip"),
            at(_("We are sorry: the seats we offered you ({seats}) are no longer free."), "seats"),
            _("You keep your place on the waiting list. We will write to you when there are seats again."),
        ),
    ),
    DEAL_CONFIRMED: NoticeWords(
        "deals",
        _("Booking made"),
        lines(
            at(_("🧳 <b>{title}</b>"), title="trip"),
            _("Your booking is in progress."),
            at(_("Booking #{number} · {seats} · {price}"), "number", "seats", "price"),
            at(
                _("Your contact is {name}: just write here. We will tell you about every step."),
                name="responsible",
            ),
        ),
    ),
    DEAL_CHANGED: NoticeWords(
        "deals",
        _("Booking changed"),
        lines(
            at(_("❗️ <b>Your booking has changed: {title}</b>"), title="trip"),
            at(_("Booking #{number} · {seats} · {price}"), "number", "seats", "price"),
            _LEFT,
        ),
    ),
    JOURNEY_AHEAD: NoticeWords(
        "deals",
        _("Before a tailor-made tour"),
        lines(
            at(_("🧳 <b>Soon: {title}</b>"), title="trip"),
            at(_("🗓 From {day}"), "day"),
            _LEFT,
            _("If anything is unclear, write to us here."),
        ),
    ),
    TRAVELLERS_WANTED: NoticeWords(
        "deals",
        _("Who is travelling?"),
        lines(
            at(_("✍️ <b>{title}</b>"), title="trip"),
            at(_("Who is travelling? Details are missing for {people}."), people="missing"),
            at(_("By {day}, please. It takes a minute or two each."), day="due"),
        ),
    ),
    VOUCHER_SENT: NoticeWords(
        "deals",
        _("Voucher"),
        lines(
            at(_("🎫 <b>Your voucher: {title}</b>"), title="trip"),
            _("Show it at the departure; on the phone is enough."),
        ),
    ),
    DEAL_CLOSED: NoticeWords(
        "deals",
        _("Booking closed"),
        lines(
            at(_("Your booking #{number} is closed: {title}."), "number", title="trip"),
            at(_("Paid: {paid}"), "paid"),
            _SURPRISE,
        ),
    ),
    INQUIRY_CONFIRMED: NoticeWords(
        "deals",
        _("Inquiry received"),
        lines(
            _("✅ <b>We have your inquiry</b>"),
            at(_("{place}"), place="wish"),
            _("Was it not you? Then please write to us here."),
        ),
    ),
    OFFER_SENT: NoticeWords("deals", _("Offer"), at(_("{place}"), place="offer")),
    OFFER_GONE: NoticeWords(
        "deals",
        _("Offer withdrawn"),
        at(
            _("ℹ️ {title} is no longer available. We will look for something else for you."),
            title="offer",
        ),
    ),
    INQUIRY_CLOSED: NoticeWords(
        "deals",
        _("Inquiry closed"),
        lines(
            _("Your inquiry is closed."),
            at(_("{place}"), place="wish"),
            _SURPRISE,
        ),
    ),
    DEPOSIT_WANTED: NoticeWords(
        "money",
        _("Deposit requested"),
        lines(
            _TITLE,
            at(_("Next step: the deposit, <b>{amount}</b>, by {day}."), "amount", day="due"),
            _HOW,
            _ARRIVED,
        ),
    ),
    BALANCE_WANTED: NoticeWords(
        "money",
        _("Balance requested"),
        lines(_TITLE, at(_("Left to pay: <b>{amount}</b>, by {day}."), "amount", day="due"), _HOW, _ARRIVED),
    ),
    PAYMENT_RECORDED: NoticeWords(
        "money",
        _("Payment arrived"),
        lines(at(_("✅ We have received <b>{amount}</b>. Thank you!"), "amount"), *_SUMS),
    ),
    PAYMENT_GIVEN_BACK: NoticeWords(
        "money",
        _("Refund"),
        lines(at(_("↩️ We have refunded <b>{amount}</b>."), "amount"), *_SUMS, _SURPRISE),
    ),
    PAYMENT_TAKEN_BACK: NoticeWords(
        "money",
        _("Payment cancelled"),
        lines(
            at(
                _(
                    "↩️ The payment of <b>{amount}</b> no longer counts: it was returned, or recorded by mistake."
                ),
                "amount",
            ),
            *_SUMS,
            _SURPRISE,
        ),
    ),
    PASSPORTS_WANTED: NoticeWords(
        "papers",
        _("Passports requested"),
        lines(
            _PHOTO,
            at(_("Now we need the passport photos of: {names}"), names="travellers"),
            at(_("By {day}, please: the photo page, as a photo or a PDF."), day="due"),
        ),
    ),
    DOCUMENT_REJECTED: NoticeWords(
        "papers",
        _("Document rejected"),
        lines(
            _PHOTO,
            at(_("{name}'s passport photo: {reason}"), "reason", name="traveller"),
            _("Please send a new one."),
        ),
    ),
    ANSWER: NoticeWords(
        "papers",
        _("Answer to a client"),
        lines(
            at(_("💬 <b>{name}</b>, {agency}"), "agency", name="responsible"),
            at(_("{place}"), place="text"),
        ),
    ),
    DEPOSIT_DUE: NoticeWords(
        "reminders",
        _("Deposit reminder"),
        lines(
            _TITLE,
            at(_("Please pay the deposit of <b>{amount}</b> by {day}."), "amount", day="due"),
            _HOW,
            _PAID_ALREADY,
        ),
    ),
    BALANCE_DUE: NoticeWords(
        "reminders",
        _("Balance reminder"),
        lines(
            _TITLE,
            at(_("Left to pay: <b>{amount}</b>, by {day}."), "amount", day="due"),
            _HOW,
            _PAID_ALREADY,
        ),
    ),
    PAYMENT_OVERDUE: NoticeWords(
        "reminders",
        _("Payment overdue"),
        lines(
            _TITLE,
            at(
                _("Left to pay: <b>{amount}</b>. It was due on {day}: please pay as soon as possible."),
                "amount",
                day="due",
            ),
            _HOW,
            _PAID_ALREADY,
        ),
    ),
    NAMES_DUE: NoticeWords("reminders", _("Details reminder"), lines(_NAMES, _STILL, _BY)),
    NAMES_OVERDUE: NoticeWords("reminders", _("Details overdue"), lines(_NAMES, _STILL, _OVER)),
    PASSPORTS_DUE: NoticeWords("reminders", _("Passports due"), lines(_PHOTO, _WANTED, _BY)),
    PASSPORTS_OVERDUE: NoticeWords("reminders", _("Passports overdue"), lines(_PHOTO, _WANTED, _OVER)),
}
