"""The pipeline as the file in the house has it, and as an agency may write its own."""

from pathlib import Path

import pytest

from domain.entities.pipeline import LOST, Pipeline

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


def test_reached_counts_stages_and_never_a_lost_deal() -> None:
    assert PIPELINE.reached("documents.data", "documents")
    assert PIPELINE.reached("voucher", "documents")
    assert not PIPELINE.reached("documents.received", "deposit")
    assert not PIPELINE.reached(LOST, "new")


def test_what_is_not_in_the_pipeline_has_no_step() -> None:
    for key in (LOST, "documents", "documents.lost", ""):
        with pytest.raises(KeyError):
            PIPELINE.step(key)


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
