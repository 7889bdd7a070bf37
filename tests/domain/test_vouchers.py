"""When a voucher may go out, and who may ask for it once more."""

from dataclasses import replace

import pytest

from domain.entities.clients import Client
from domain.entities.people import Role
from domain.usecases.deals.stages import lose
from domain.usecases.deals.vouchers import send_voucher, voucher_again, voucher_handed_over
from domain.values.refusals import Forbidden, NotFound, Refusal
from tests.domain.one_deal import AGENCY, ANNA, NOW, OneDeal, a_deal

EVE = Client("Eve", None, NOW)


@pytest.mark.parametrize("step", [step.key for step in AGENCY.pipelines.of("new").steps[:-1]])
def test_before_its_stage_it_needs_a_reason(step: str) -> None:
    papers = OneDeal(a_deal(step=step))
    if AGENCY.pipelines.of(step).may_have_voucher(step):
        send_voucher(papers.desk(Role.OPERATOR), 1)
    else:
        with pytest.raises(Refusal, match="voucher_too_early"):
            send_voucher(papers.desk(), 1)
        with pytest.raises(Forbidden):
            send_voucher(papers.desk(Role.OPERATOR), 1, "her bank needs it")
        assert papers.told == []
        send_voucher(papers.desk(), 1, "her bank needs it")
    assert [notice.kind for notice in papers.told if not notice.kind.endswith("_wanted")] == ["voucher"]
    assert [entry.what for entry in papers.written if entry.what != "passed"] == ["voucher_sent"]


def test_it_is_sent_twice_only_when_that_is_meant() -> None:
    papers = OneDeal(a_deal(step="voucher"))
    send_voucher(papers.desk(), 1)
    for once_more in (send_voucher, voucher_handed_over):
        with pytest.raises(Refusal, match="voucher_sent_already"):
            once_more(papers.desk(), 1)
    later = replace(papers.desk(), now=NOW.replace(hour=11))
    send_voucher(later, 1, again=True)
    assert len({notice.key for notice in papers.told}) == 2


def test_it_is_handed_over_to_whom_we_cannot_write() -> None:
    papers = OneDeal(a_deal(step="voucher"))
    papers.deal.client.person = None
    with pytest.raises(Refusal, match="client_unreachable"):
        send_voucher(papers.desk(), 1)
    assert papers.written == []
    assert voucher_handed_over(papers.desk(), 1).voucher_sent_at == NOW
    assert papers.told == []


def test_clients_ask_once_more_for_their_own_only() -> None:
    papers = OneDeal(a_deal(step="voucher"))
    anna = replace(
        papers.desk(None), actor=replace(papers.desk(None).actor, person=ANNA, client=papers.deal.client)
    )
    eve = replace(anna, actor=replace(anna.actor, client=EVE))
    with pytest.raises(Refusal, match="voucher_not_sent"):
        voucher_again(anna, 1)
    send_voucher(papers.desk(), 1)
    for stranger in (eve, papers.desk(), papers.desk(None)):
        with pytest.raises(NotFound):
            voucher_again(stranger, 1)
    assert voucher_again(anna, 1) is papers.deal
    assert papers.written[-1].what == "voucher_asked_again"

    lose(papers.desk(), 1, "plans_changed")
    with pytest.raises(Refusal, match="voucher_not_sent"):
        voucher_again(anna, 1)
