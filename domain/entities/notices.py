"""Notices: everything said unasked. A row with a unique key, written in the transaction that made it true; delivered later."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from domain.entities.people import Person


class NoticeKind(StrEnum):
    """What a notice is about; its words and buttons are in `scheduler/notices`."""

    INQUIRY_ARRIVED = "inquiry_arrived"
    INQUIRY_HANDED_OVER = "inquiry_handed_over"
    INQUIRY_WITHDRAWN = "inquiry_withdrawn"
    INQUIRY_CLOSED = "inquiry_closed"
    INQUIRY_DONE = "inquiry_done"
    DEAL_ASSIGNED = "deal_assigned"
    DEAL_CONFIRMED = "deal_confirmed"
    TRAVELLERS_WANTED = "travellers_wanted"
    TRAVELLERS_ENTERED = "travellers_entered"
    PASSPORTS_WANTED = "passports_wanted"
    DOCUMENTS_ARRIVED = "documents_arrived"
    DOCUMENT_REJECTED = "document_rejected"
    DEPOSIT_WANTED = "deposit_wanted"
    BALANCE_WANTED = "balance_wanted"
    PAYMENT_RECORDED = "payment_recorded"
    PAYMENT_TAKEN_BACK = "payment_taken_back"
    VOUCHER = "voucher"
    TRIP_CHANGED = "trip_changed"
    DEPARTURE = "departure"
    DEPARTURE_CHANGED = "departure_changed"
    DEPARTURE_UNREACHED = "departure_unreached"
    QUESTION = "question"
    ANSWER = "answer"
    PUT_IN_LINE = "put_in_line"
    SEAT_FREE = "seat_free"
    SEAT_FREE_STAFF = "seat_free_staff"
    DEAL_CLOSED = "deal_closed"
    PAID_TO_COLLEAGUE = "paid_to_colleague"
    CLOSED_BY_COLLEAGUE = "closed_by_colleague"
    INVITATION_USED = "invitation_used"
    ROLE_CHANGED = "role_changed"
    DISMISSED = "dismissed"
    ALARM = "alarm"


FOR_STAFF = frozenset(
    {
        NoticeKind.INQUIRY_ARRIVED,
        NoticeKind.INQUIRY_HANDED_OVER,
        NoticeKind.INQUIRY_WITHDRAWN,
        NoticeKind.INQUIRY_DONE,
        NoticeKind.DEAL_ASSIGNED,
        NoticeKind.TRAVELLERS_ENTERED,
        NoticeKind.DOCUMENTS_ARRIVED,
        NoticeKind.DEPARTURE_UNREACHED,
        NoticeKind.QUESTION,
        NoticeKind.SEAT_FREE_STAFF,
        NoticeKind.PAID_TO_COLLEAGUE,
        NoticeKind.CLOSED_BY_COLLEAGUE,
        NoticeKind.INVITATION_USED,
        NoticeKind.ALARM,
    }
)
"""What is said to colleagues about their work; everything else is for clients, or about that person alone."""

OF_DEPARTURE = (NoticeKind.DEPARTURE, NoticeKind.DEPARTURE_CHANGED)
"""What tells a client where to be and when."""


VERBS: dict[NoticeKind, frozenset[str]] = {
    NoticeKind.INQUIRY_ARRIVED: frozenset({"open_inquiry"}),
    NoticeKind.INQUIRY_HANDED_OVER: frozenset({"open_inquiry"}),
    NoticeKind.INQUIRY_WITHDRAWN: frozenset({"open_inquiry"}),
    NoticeKind.INQUIRY_DONE: frozenset({"open_inquiry"}),
    NoticeKind.DEAL_ASSIGNED: frozenset({"open_deal", "advance"}),
    NoticeKind.DEAL_CONFIRMED: frozenset({"my_deal"}),
    NoticeKind.TRAVELLERS_WANTED: frozenset({"enter_travellers"}),
    NoticeKind.TRAVELLERS_ENTERED: frozenset({"open_deal", "advance"}),
    NoticeKind.PASSPORTS_WANTED: frozenset({"send_passport"}),
    NoticeKind.DOCUMENTS_ARRIVED: frozenset({"check_papers"}),
    NoticeKind.DOCUMENT_REJECTED: frozenset({"send_passport"}),
    NoticeKind.DEPOSIT_WANTED: frozenset({"my_deal", "ask_question"}),
    NoticeKind.BALANCE_WANTED: frozenset({"my_deal", "ask_question"}),
    NoticeKind.PAYMENT_RECORDED: frozenset({"my_deal"}),
    NoticeKind.PAYMENT_TAKEN_BACK: frozenset({"my_deal", "ask_question"}),
    NoticeKind.VOUCHER: frozenset({"my_deal"}),
    NoticeKind.TRIP_CHANGED: frozenset({"my_deal", "ask_question"}),
    NoticeKind.DEPARTURE: frozenset({"be_there", "ask_question"}),
    NoticeKind.DEPARTURE_CHANGED: frozenset({"be_there", "ask_question"}),
    NoticeKind.DEPARTURE_UNREACHED: frozenset({"departure_of"}),
    NoticeKind.QUESTION: frozenset({"answer_client", "open_deal", "open_inquiry"}),
    NoticeKind.ANSWER: frozenset({"ask_question"}),
    NoticeKind.INQUIRY_CLOSED: frozenset({"ask_question"}),
    NoticeKind.PUT_IN_LINE: frozenset({"leave_place"}),
    NoticeKind.SEAT_FREE: frozenset({"take_seat", "leave_place"}),
    NoticeKind.PAID_TO_COLLEAGUE: frozenset({"open_deal"}),
    NoticeKind.CLOSED_BY_COLLEAGUE: frozenset({"open_deal"}),
    NoticeKind.SEAT_FREE_STAFF: frozenset({"open_trip"}),
    NoticeKind.DEAL_CLOSED: frozenset({"ask_question"}),
}
"""What may be done from a notice of each kind. A tap on anything else was not made with one of our buttons."""


class NoticeState(StrEnum):
    """Where a notice stands; `unreached` when Telegram said this person cannot be written to.

    `uncertain` after a restore: due by then, and perhaps said by the program that was lost.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNREACHED = "unreached"
    FAILED = "failed"
    DROPPED = "dropped"
    UNCERTAIN = "uncertain"


@dataclass(eq=False)
class Notice:
    """Something to be said to one person at a time. The same key is never said twice."""

    key: str
    kind: NoticeKind
    person: Person
    due_at: datetime
    created_at: datetime
    facts: dict[str, Any] = field(default_factory=dict)
    """Plain JSON: numbers of deals and trips, and words that must stay as they were."""
    useless_after: datetime | None = None
    state: NoticeState = NoticeState.WAITING
    attempts: int = 0
    leased_until: datetime | None = None
    sent_at: datetime | None = None
    message_id: int | None = None
    error: str | None = None
    trace: str | None = None
    """What made it, as the logs name it."""
    id: int = field(default=0)
