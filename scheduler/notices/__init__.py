"""The words and buttons of everything said unasked, by the kind of notice: made of how things are now."""

from domain.entities.notices import Notice, NoticeKind
from domain.ports.desk import Desk
from scheduler.notices import alarms, inquiries, seats, staff_deals
from scheduler.notices import deals as reservations
from scheduler.notices import documents as papers
from scheduler.notices import messages as talk
from scheduler.notices import payments as money
from scheduler.notices import staff as colleagues
from scheduler.notices import trips as departures
from scheduler.notices.message_content import MessageContent, Words

WORDS: dict[NoticeKind, Words] = {
    NoticeKind.INQUIRY_ARRIVED: inquiries.arrived,
    NoticeKind.INQUIRY_HANDED_OVER: inquiries.handed_over,
    NoticeKind.INQUIRY_WITHDRAWN: inquiries.withdrawn,
    NoticeKind.INQUIRY_CLOSED: inquiries.closed,
    NoticeKind.INQUIRY_DONE: inquiries.done,
    NoticeKind.DEAL_ASSIGNED: staff_deals.assigned,
    NoticeKind.DEAL_CONFIRMED: reservations.confirmed,
    NoticeKind.TRAVELLERS_WANTED: reservations.travellers_wanted,
    NoticeKind.TRAVELLERS_ENTERED: staff_deals.travellers_entered,
    NoticeKind.PASSPORTS_WANTED: papers.wanted,
    NoticeKind.DOCUMENTS_ARRIVED: papers.arrived,
    NoticeKind.DOCUMENT_REJECTED: papers.rejected,
    NoticeKind.DEPOSIT_WANTED: money.deposit_wanted,
    NoticeKind.BALANCE_WANTED: money.balance_wanted,
    NoticeKind.PAYMENT_RECORDED: money.payment_recorded,
    NoticeKind.PAYMENT_TAKEN_BACK: money.payment_taken_back,
    NoticeKind.VOUCHER: papers.voucher_sent,
    NoticeKind.TRIP_CHANGED: departures.trip_changed,
    NoticeKind.DEPARTURE: departures.departure,
    NoticeKind.DEPARTURE_CHANGED: departures.changed,
    NoticeKind.DEPARTURE_UNREACHED: departures.unreached,
    NoticeKind.QUESTION: talk.question,
    NoticeKind.ANSWER: talk.answer,
    NoticeKind.PUT_IN_LINE: seats.put_in_line,
    NoticeKind.SEAT_FREE: seats.free,
    NoticeKind.SEAT_FREE_STAFF: seats.free_for_staff,
    NoticeKind.DEAL_CLOSED: reservations.closed,
    NoticeKind.PAID_TO_COLLEAGUE: staff_deals.paid,
    NoticeKind.CLOSED_BY_COLLEAGUE: staff_deals.closed,
    NoticeKind.INVITATION_USED: colleagues.invitation_used,
    NoticeKind.ROLE_CHANGED: colleagues.role_changed,
    NoticeKind.DISMISSED: colleagues.dismissed,
    NoticeKind.ALARM: alarms.alarm,
}


def content_for(desk: Desk, notice: Notice) -> MessageContent:
    """What this notice says now. Raises NothingToSay, or NotFound when its subject is gone."""
    return WORDS[notice.kind](desk, notice)
