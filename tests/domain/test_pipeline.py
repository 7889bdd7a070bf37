"""The pipeline as the file in the house has it, and as an agency may write its own."""

from pathlib import Path

import pytest

from domain.entities.pipeline import SHIPPED, Pipeline, Pipelines, PipelineUse, TripKind
from domain.entities.stages import LOST, Stage
from domain.values.language import Language

PIPELINE = Pipeline.read()


def test_the_stages_stand_in_the_order_of_the_trade() -> None:
    assert PIPELINE.stages == (
        "new",
        "inquiry",
        "documents",
        "deposit",
        "payment",
        "voucher",
        "notified",
        "travelled",
    )


def test_documents_have_three_steps() -> None:
    assert [step.substage for step in PIPELINE.steps if step.stage == "documents"] == [
        "data",
        "sent",
        "received",
    ]


def test_each_step_leads_to_the_next_and_the_last_nowhere() -> None:
    walked = [PIPELINE.first]
    while (following := PIPELINE.after(walked[-1].key)) is not None:
        walked.append(following)
    assert tuple(walked) == PIPELINE.steps
    assert walked[-1] == PIPELINE.last


def test_vouchers_go_out_from_their_stage_on_and_never_for_a_lost_deal() -> None:
    assert PIPELINE.may_have_voucher("voucher")
    assert PIPELINE.may_have_voucher("travelled")
    assert not PIPELINE.may_have_voucher("documents.received")
    assert not PIPELINE.may_have_voucher(LOST)
    without = Pipeline((Stage("wish"), Stage("paid")))
    assert without.may_have_voucher("wish"), "there is no place before which it would be too early"


def test_a_step_nobody_knows_any_more_waits_for_nothing_and_leads_to_the_first_of_its_stage() -> None:
    for key, follows in (
        (LOST, "new"),
        ("gone", "new"),
        ("documents", "documents.data"),
        ("documents.lost", "documents.data"),
        ("deposit.half", "deposit"),
    ):
        step = PIPELINE.step(key)
        assert (step.key, step.needs, step.retired) == (key, (), True)
        assert PIPELINE.after(key) == PIPELINE.step(follows)


def test_a_retired_stage_is_read_and_left_but_not_come_to() -> None:
    parts = (Stage("a"), Stage("b", needs=("fully_paid",), retired=True), Stage("c"))
    pipeline = Pipeline(parts)
    assert pipeline.stages == ("a", "c")
    assert pipeline.after("a") == pipeline.step("c") == pipeline.after("b")
    assert pipeline.step("b").needs == ("fully_paid",)
    assert pipeline.has("b")


def test_a_deal_goes_through_the_pipeline_its_step_is_in() -> None:
    own = Pipeline((Stage("pilgrims-1", {Language.ENGLISH: "Blessing"}), Stage("pilgrims-2")))
    kinds = {
        "pilgrimage": TripKind({Language.ENGLISH: "Pilgrimage"}, "pilgrims"),
        "lost": TripKind({}, "gone"),
    }
    all_ = Pipelines({SHIPPED: PIPELINE, "pilgrims": own}, kinds, PipelineUse(tailor_made="pilgrims"))
    assert all_.of("pilgrims-2") is own
    assert all_.of("documents.data") is all_.of("documents") is all_.of("never heard of") is PIPELINE
    assert all_.for_trip("pilgrimage") is own
    assert all_.for_trip(None) is all_.for_trip("no such kind") is all_.for_trip("lost") is PIPELINE
    assert all_.for_tailor_made() is own
    assert all_.names == {"pilgrims-1": {Language.ENGLISH: "Blessing"}}


def test_an_agency_may_have_its_own(tmp_path: Path) -> None:
    own = tmp_path / "pipeline.toml"
    own.write_text('[[stage]]\nkey = "wish"\n[[stage]]\nkey = "paid"\nneeds = ["fully_paid"]\n')
    pipeline = Pipeline.read(own)
    assert [step.key for step in pipeline.steps] == ["wish", "paid"]
    assert pipeline.last.needs == ("fully_paid",)


def test_what_is_its_own_step() -> None:
    assert all(PIPELINE.has(step.key) for step in PIPELINE.steps)
    assert not any(PIPELINE.has(key) for key in (LOST, "documents", "documents.lost", ""))


VOUCHER_AND_NOTIFIED = '[[stage]]\nkey = "voucher"\n[[stage]]\nkey = "notified"\n'


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("stage = []", "lacks notified, voucher"),
        ('[[stage]]\nkey = "voucher"\n[[stage]]\nkey = "home"', "lacks notified"),
        (VOUCHER_AND_NOTIFIED + '[[stage]]\nkey = "voucher"', "cannot have, or have twice: voucher"),
        (VOUCHER_AND_NOTIFIED + '[[stage]]\nkey = "lost"', "cannot have, or have twice: lost"),
        (VOUCHER_AND_NOTIFIED + 'needs = ["fully_payd"]', "needs nobody knows: fully_payd"),
        (VOUCHER_AND_NOTIFIED + 'needs = [["fully_paid"]]', "needs nobody knows: "),
    ],
)
def test_with_what_the_trade_cannot_work(written: str, why: str, tmp_path: Path) -> None:
    own = tmp_path / "pipeline.toml"
    own.write_text(written)
    with pytest.raises(ValueError, match=why):
        Pipeline.read(own).must_work()
    own.write_text(VOUCHER_AND_NOTIFIED)
    Pipeline.read(own).must_work()
    PIPELINE.must_work()


def test_where_no_deal_waits_for_a_voucher() -> None:
    plain = Pipeline((Stage("ask"), Stage("gone", told=True), Stage("end")))
    both = Pipelines({SHIPPED: Pipeline.read(), "plain": plain}, {}, PipelineUse())
    assert both.without_vouchers == ("notified", "gone", "ask", "end")
