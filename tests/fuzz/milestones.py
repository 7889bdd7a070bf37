"""How far a history went: what only a few of them would reach if nobody looked."""

from collections import Counter

from sqlalchemy import select

from storage import SqlUnit
from storage.mapping import notices

TOLD = {
    "a deal opened": ("deal opened",),
    "a payment": ("deal paid",),
    "a payment taken back": ("deal payment_taken_back",),
    "a paper checked": ("deal document_accepted", "deal document_rejected"),
    "a voucher": ("deal voucher_sent", "deal voucher_handed_over"),
    "a deal lost": ("deal lost",),
    "a departure confirmed": ("deal confirmed",),
    "a place in line": ("client waits",),
}
"""By the words of the history."""
SOLD_OUT, NOTICE = "a trip sold out", "a departure notice"
ALL = (*TOLD, SOLD_OUT, NOTICE)


def reached(unit: SqlUnit, told: Counter[str], sold_out: bool) -> set[str]:  # noqa: FBT001
    """Which of ALL."""
    sent = select(notices.c.id).where(notices.c.kind == "departure", notices.c.state == "sent").limit(1)
    found = {what for what, words in TOLD.items() if any(told[word] for word in words)}
    found |= {SOLD_OUT} if sold_out else set()
    return found | ({NOTICE} if unit.session.scalar(sent) is not None else set())
