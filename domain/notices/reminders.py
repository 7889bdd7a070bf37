"""Notices about what is due: to the client who has it still to do, and to the colleague who calls or decides."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

_MONEY, _PAPERS = "trip number due how_to_pay", "trip number due"
DEPOSIT_DUE = notice_kind(
    "deposit_due", Audience.CLIENT, "my_deal", "ask_question", needs="amount", places=_MONEY
)
BALANCE_DUE = notice_kind(
    "balance_due", Audience.CLIENT, "my_deal", "ask_question", needs="amount", places=_MONEY
)
PAYMENT_OVERDUE = notice_kind(
    "payment_overdue", Audience.CLIENT, "my_deal", "ask_question", needs="amount", places=_MONEY
)
NAMES_DUE = notice_kind(
    "names_due", Audience.CLIENT, "enter_travellers", needs="trip", places="number missing due"
)
NAMES_OVERDUE = notice_kind(
    "names_overdue", Audience.CLIENT, "enter_travellers", needs="trip", places="number missing due"
)
PASSPORTS_DUE = notice_kind(
    "passports_due", Audience.CLIENT, "send_passport", needs="travellers", places=_PAPERS
)
PASSPORTS_OVERDUE = notice_kind(
    "passports_overdue", Audience.CLIENT, "send_passport", needs="travellers", places=_PAPERS
)

CALL_CLIENT = notice_kind("call_client", Audience.STAFF, "client_called", "open_deal", right=Right.MOVE_DEALS)
DEAL_TO_DECIDE = notice_kind(
    "deal_to_decide", Audience.STAFF, "deal_done", "open_deal", "lose_deal", right=Right.MOVE_DEALS
)
# Those of the release before, which may still wait to be told: `domain/notices/conversations.py` has what is told now.
INQUIRY_WAITS = notice_kind(
    "inquiry_waits", Audience.STAFF, "take_inquiry", "open_inquiry", right=Right.TAKE_INQUIRIES, urgent=True
)
QUESTION_WAITS = notice_kind(
    "question_waits",
    Audience.STAFF,
    "answer_client",
    "no_answer",
    "open_deal",
    right=Right.ANSWER_CLIENTS,
    urgent=True,
)
