"""Stages that are refused through whatever door they come, and deals that stand where the end has come to be."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.entities.people import Role
from domain.entities.pipeline import PIPELINE, SHIPPED, Pipeline
from domain.entities.stages import Stage
from domain.queries.deals import deal_card
from domain.usecases.deals.stages import advance
from domain.usecases.settings.defining import define
from domain.usecases.settings.steps import retire_step, switch_flag, switch_need
from domain.values.language import Language
from domain.values.refusals import Refusal
from tests.domain.one_deal import OneDeal, a_deal

END = Stage("end", {Language.ENGLISH: "Home"})


@pytest.mark.parametrize(
    ("first", "why"),
    [
        (Stage("a", {Language.ENGLISH: "x" * 300}), "label_too_long"),
        (Stage("a", {Language.BULGARIAN: "⛪"}), "label_empty"),
        (Stage("two words", {Language.ENGLISH: "A"}), "stage_key_wrong"),
        (Stage("a.b", {Language.ENGLISH: "A"}), "stage_key_wrong"),
        (Stage("a" * 25, {Language.ENGLISH: "A"}), "stage_key_wrong"),
        (Stage("a", {Language.ENGLISH: "A"}, needs=("fully_paid",), told=True), "told_waits"),
    ],
)
def test_a_file_cannot_bring_what_the_chat_refuses(first: Stage, why: str) -> None:
    desk = OneDeal(a_deal()).desk(Role.OWNER)
    with pytest.raises(Refusal, match=why):
        define(desk, PIPELINE, Pipeline((first, END)), 0, "taken_over", key="own")
    good = replace(first, key="a", labels={Language.ENGLISH: "A"}, needs=())
    define(desk, PIPELINE, Pipeline((good, END)), 0, "taken_over", key="own")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda desk: switch_need(desk, SHIPPED, 0, "notified", "fully_paid"), "told_waits"),
        (lambda desk: switch_flag(desk, SHIPPED, 0, "travelled", "told"), "told_at_the_end"),
        (lambda desk: retire_step(desk, SHIPPED, 0, "travelled"), "told_at_the_end"),
    ],
)
def test_deals_go_on_by_themselves_when_the_trip_is_over(change: Callable[..., object], why: str) -> None:
    """Nothing that a person would have to bring keeps them, and something follows."""
    with pytest.raises(Refusal, match=why):
        change(OneDeal(a_deal(step="notified")).desk(Role.OWNER))


def test_a_deal_that_stands_where_the_end_has_come_to_be_is_closed_there() -> None:
    shop = OneDeal(a_deal(step="voucher"))
    desk = shop.desk(Role.OWNER)
    retire_step(desk, SHIPPED, 0, "notified")
    retire_step(desk, SHIPPED, 1, "travelled")
    following = deal_card(desk, 1).following
    assert following is not None
    assert following.key == "voucher"
    advance(desk, 1, "voucher", "nothing follows")
    assert (shop.deal.step_key, shop.deal.is_open) == ("voucher", False)
