"""One sum is asked for once a day: by the word that it is wanted, or by the reminder of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.entities.notices import Notice, NoticeKind, NoticeState
from domain.notices.payments import BALANCE_WANTED, DEPOSIT_WANTED
from domain.notices.reminders import DEPOSIT_DUE, PAYMENT_OVERDUE
from scheduler.notices import content_for
from scheduler.notices.message_content import NothingToSay
from tests.domain.one_deal import ANNA, NOW, OneDeal, a_deal

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("before", "now", "days", "said"),
    [
        (DEPOSIT_WANTED, DEPOSIT_DUE, 0, False),
        (DEPOSIT_DUE, DEPOSIT_WANTED, 0, False),
        (PAYMENT_OVERDUE, DEPOSIT_WANTED, 0, False),
        (DEPOSIT_WANTED, DEPOSIT_DUE, 1, True),
        (DEPOSIT_DUE, BALANCE_WANTED, 0, True),
    ],
)
def test_the_same_is_not_asked_twice_on_one_day(
    before: NoticeKind,
    now: NoticeKind,
    days: int,
    said: bool,  # noqa: FBT001
) -> None:
    shop = OneDeal(a_deal(step="deposit"))
    shop.deal.deposit_by = shop.deal.balance_by = NOW.date() + 9 * DAY
    shop.deal.balance_by += DAY
    desk = replace(shop.desk(), now=NOW + days * DAY)
    facts = {"deal": 1, "what": "deposit", "amount": "200.00 EUR", "due": None}
    earlier = Notice("1", before, ANNA, NOW, NOW, facts, state=NoticeState.SENT, sent_at=NOW)
    later = Notice("2", now, ANNA, desk.now, desk.now, facts)
    for notice in (earlier, later):
        desk.repositories.notices.add(notice)
    if said:
        content_for(desk, later)
    else:
        with pytest.raises(NothingToSay, match="asked for it today"):
            content_for(desk, later)
