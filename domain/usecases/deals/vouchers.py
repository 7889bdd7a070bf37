"""The voucher: sent once all is paid, sent again on request, or handed over to a client without Telegram."""

from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.notices.deals import VOUCHER_SENT
from domain.ports.desk import Desk
from domain.queries.deal_steps import too_early
from domain.queries.my_deals import mine
from domain.usecases.deals.passing import pass_on
from domain.values.refusals import Refusal


def send_voucher(desk: Desk, number: int, reason: str | None = None, *, again: bool = False) -> Deal:
    """The client gets the voucher; before its stage only with a reason, once more only when `again` is meant.

    Raises Forbidden, NotFound, Refusal: deal_closed, voucher_too_early, voucher_sent_already, client_unreachable.
    """
    deal = _to_issue(desk, number, reason, again=again)
    deal.client.must_be_reachable()
    if deal.voucher_sent_at is not None:
        desk.note("deal", deal.id, "voucher_sent_again", reason=reason)
    else:
        desk.note("deal", deal.id, "voucher_sent", reason=reason)
    deal.voucher_sent_at, deal.voucher_says = desk.now, deal.for_voucher
    key = f"{deal.id}:{desk.now.isoformat()}"
    desk.notify(deal.client.person, VOUCHER_SENT, key, deal=deal.id)
    pass_on(desk, deal)
    return deal


def voucher_handed_over(desk: Desk, number: int, reason: str | None = None) -> Deal:
    """The client has it by other means than Telegram.

    Raises Forbidden, NotFound, Refusal: deal_closed, voucher_too_early, voucher_sent_already.
    """
    deal = _to_issue(desk, number, reason, again=False)
    desk.note("deal", deal.id, "voucher_handed_over", reason=reason)
    deal.voucher_sent_at, deal.voucher_says = desk.now, deal.for_voucher
    pass_on(desk, deal)
    return deal


def voucher_again(desk: Desk, number: int) -> Deal:
    """The client asks for their own voucher once more; whoever talks with them gives it.

    Raises NotFound (not theirs), Refusal: voucher_not_sent.
    """
    deal = mine(desk, number)
    if deal.voucher_sent_at is None or deal.is_lost:
        raise Refusal("voucher_not_sent")
    deal.voucher_says = deal.for_voucher
    desk.note("deal", deal.id, "voucher_asked_again")
    return deal


def _to_issue(desk: Desk, number: int, reason: str | None, *, again: bool) -> Deal:
    desk.must(Right.MOVE_DEALS)
    if reason is not None:
        desk.must(Right.OVERRIDE)
    deal = desk.repositories.deals.locked(number)
    deal.must_be_open()
    if reason is None and too_early(desk, deal):
        raise Refusal("voucher_too_early")
    if deal.voucher_sent_at is not None and not again:
        raise Refusal("voucher_sent_already", at=deal.voucher_sent_at)
    return deal
