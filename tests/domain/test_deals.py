"""Whatever is done to a deal, in whatever order: the sums add up, it only goes forward, and all of it is written down."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.payments import PaymentMethod
from domain.entities.people import Right, Role
from domain.entities.pipeline import PIPELINE, Pipeline
from domain.entities.stages import LOST, Stage
from domain.ports.desk import Desk
from domain.queries.deal_steps import waits_for
from domain.queries.deals import deal_card
from domain.usecases.deals.changing import set_price
from domain.usecases.deals.stages import advance, hand_over, lose
from domain.usecases.deals.vouchers import send_voucher
from domain.usecases.payments.payments import record_payment, take_back
from domain.usecases.settings.defining import define
from domain.values.money import Money
from domain.values.refusals import Forbidden, Refusal
from tests.domain.one_deal import AGENCY, NOW, OneDeal, a_deal
from tests.things import enter

STEPS = [step.key for step in AGENCY.pipelines.of("new").steps]


@dataclass(frozen=True)
class Pay:
    minor: int

    def do(self, desk: Desk) -> None:
        record_payment(desk, 1, Money(self.minor, "EUR"), PaymentMethod.BANK, desk.today)


@dataclass(frozen=True)
class TakeBack:
    number: int

    def do(self, desk: Desk) -> None:
        take_back(desk, 1, self.number, "typed twice")


@dataclass(frozen=True)
class Advance:
    expected: str
    reason: str | None

    def do(self, desk: Desk) -> None:
        advance(desk, 1, self.expected, self.reason)


@dataclass(frozen=True)
class AdvanceFromHere:
    """By somebody who sees the card as it is."""

    reason: str | None

    def do(self, desk: Desk) -> None:
        advance(desk, 1, desk.repositories.deals.get(1).step_key, self.reason)


@dataclass(frozen=True)
class Lose:
    def do(self, desk: Desk) -> None:
        lose(desk, 1, "plans_changed")


@dataclass(frozen=True)
class Price:
    price: int
    deposit: int

    def do(self, desk: Desk) -> None:
        set_price(desk, 1, Money(self.price, "EUR"), Money(self.deposit, "EUR"))


@dataclass(frozen=True)
class Send:
    def do(self, desk: Desk) -> None:
        send_voucher(desk, 1)


Act = Pay | TakeBack | Advance | AdvanceFromHere | Lose | Price | Send
REASONS = st.one_of(st.none(), st.just("asked for by phone"))
USUAL: st.SearchStrategy[Act] = st.one_of(
    st.builds(Pay, st.one_of(st.sampled_from([200_00, 400_00]), st.integers(-100, 700_00))),
    st.builds(AdvanceFromHere, REASONS),
    st.builds(AdvanceFromHere, st.just("asked for by phone")),
    st.builds(TakeBack, st.integers(1, 6)),
    st.builds(Advance, st.sampled_from(STEPS), REASONS),
    st.builds(Price, st.integers(0, 1000_00), st.integers(0, 500_00)),
    st.builds(Send),
)


@given(st.lists(USUAL, max_size=30), st.sampled_from([[], [Lose()]]))
def test_sums_order_and_history_hold_whatever_happens(acts: list[Act], ends: list[Act]) -> None:
    papers = OneDeal(a_deal())
    for act in [*acts, *ends, *acts[:3]]:
        _do(papers, act)
    _history_tells_it_all(papers)


def _do(papers: OneDeal, act: Act) -> None:
    """The act either happens and is written down, with each step that is passed by itself, or leaves everything as it was."""
    deal = papers.deal
    before, written = _state(deal), len(papers.written)
    step = deal.step_key
    try:
        act.do(papers.desk(Role.MANAGER))
    except Refusal:
        assert _state(deal) == before
        assert len(papers.written) == written
    else:
        first, *others = [entry.what for entry in papers.written[written:]]
        assert first != "passed"
        assert set(others) <= {"passed"}
    assert deal.paid + deal.owed == deal.price
    assert Money.zero("EUR") <= deal.paid
    assert deal.to_give_back == max(
        deal.paid - (Money.zero("EUR") if deal.is_lost else deal.price), Money.zero("EUR")
    )
    _went_forward(step, deal)
    _stands_where_something_is_missing(papers, step)


def _stands_where_something_is_missing(papers: OneDeal, before: str) -> None:
    """Or where it is taken up by somebody, or at the end; nothing that waits for nothing was come to."""
    deal = papers.deal
    if deal.is_open and deal.step_key != before and deal.step_key != STEPS[-2]:
        assert waits_for(papers.desk(), deal)


def _state(deal: Deal) -> object:
    payments = [(one.amount, one.cancelled_at, one.cancel_reason) for one in deal.payments]
    return (
        deal.step_key,
        deal.closed_at,
        deal.lost_reason,
        deal.price,
        deal.deposit,
        deal.voucher_sent_at,
        payments,
    )


def _went_forward(before: str, deal: Deal) -> None:
    """It stayed, went on, or was lost; a closed deal stays where it is."""
    if deal.step_key == before:
        return
    assert before not in (LOST, STEPS[-1])
    if deal.step_key != LOST:
        assert STEPS.index(deal.step_key) > STEPS.index(before)
    assert deal.is_open == (deal.step_key not in (LOST, STEPS[-1]))


def _history_tells_it_all(papers: OneDeal) -> None:
    """Played again from the first entry, the history arrives at the same step, price and sums."""
    step, paid, price = "new", 0, "600.00 EUR"
    for entry in papers.written:
        assert (entry.subject, entry.subject_id, entry.actor, entry.at) == ("deal", 1, "Boris", NOW)
        facts = entry.facts
        match entry.what:
            case "advanced" | "overridden" | "passed":
                assert facts["from"] == step
                step = facts["to"]
            case "lost":
                assert facts["from"] == step
                step = LOST
            case "paid":
                paid += _cents(facts["amount"])
            case "payment_taken_back":
                paid -= _cents(facts["amount"])
            case "priced":
                price = facts["price"]
    assert papers.deal.step_key == step
    assert papers.deal.paid == Money(paid, "EUR")
    assert str(papers.deal.price) == price


def _cents(money: str) -> int:
    return int(money.removesuffix(" EUR").replace(".", ""))


def test_nothing_is_moved_past_what_is_missing_without_a_reason() -> None:
    papers = OneDeal(a_deal(step="deposit"))
    with pytest.raises(Refusal) as refused:
        advance(papers.desk(), 1, "deposit")
    assert refused.value.kind == "not_ready"
    assert [gap.kind for gap in refused.value.facts["missing"]] == ["deposit_paid"]

    paid = record_payment(papers.desk(), 1, Money(200_00, "EUR"), PaymentMethod.CASH, papers.desk().today)
    assert paid.step_key == "payment"
    with pytest.raises(Refusal, match="already_moved"):
        advance(papers.desk(), 1, "deposit")


def test_a_reason_where_nothing_is_missing_overrides_nothing() -> None:
    papers = OneDeal(a_deal(price=0, deposit=0))
    advance(papers.desk(), 1, "new", "just because")
    assert [entry.what for entry in papers.written] == ["advanced"]


def test_what_waits_for_nothing_is_passed_and_the_client_told_once_what_is_wanted_at_the_end() -> None:
    papers = OneDeal(a_deal(seats=1))
    advance(papers.desk(), 1, "new")
    assert [(one.what, one.facts) for one in papers.written] == [
        ("advanced", {"from": "new", "to": "inquiry"}),
        ("passed", {"from": "inquiry", "to": "documents.data"}),
    ]
    assert [one.kind for one in papers.told] == ["travellers_wanted"]


@pytest.mark.parametrize("deposit", [0, 200_00])
@pytest.mark.parametrize("step", [one.key for one in AGENCY.pipelines.of("new").steps[:-1]])
def test_the_way_on_leads_to_where_the_deal_will_stand(step: str, deposit: int) -> None:
    papers = OneDeal(a_deal(step=step, deposit=deposit, seats=1))
    enter(papers.deal, "Anna Petrova", DocumentState.ACCEPTED, NOW)
    promised = deal_card(papers.desk(), 1).following
    assert promised is not None
    advance(papers.desk(Role.OWNER), 1, step, "we know them")
    assert papers.deal.step_key == promised.key


def test_what_comes_while_a_deal_is_new_leaves_it_among_the_new_ones() -> None:
    papers = OneDeal(a_deal())
    record_payment(papers.desk(), 1, Money(200_00, "EUR"), PaymentMethod.CASH, papers.desk().today)
    assert papers.deal.step_key == "new"


def test_nobody_is_notified_before_they_are_told() -> None:
    """Of a departure that is still ahead; whose day nobody knows is moved by whoever knows better."""
    papers = OneDeal(a_deal(price=0, deposit=0, step="voucher"))
    papers.deal.starts = papers.desk().today + timedelta(days=28)
    send_voucher(papers.desk(), 1)
    assert papers.deal.step_key == "voucher"
    [gap] = waits_for(papers.desk(), papers.deal)
    assert (gap.kind, gap.facts) == ("client_told", {"day": papers.desk().today + timedelta(days=27)})
    with pytest.raises(Refusal, match="not_ready"):
        advance(papers.desk(), 1, "voucher")

    undated = OneDeal(a_deal(price=0, deposit=0, step="voucher"))
    send_voucher(undated.desk(), 1)
    assert undated.deal.step_key == "notified"


@pytest.mark.parametrize(("step", "waits"), [("wish", "client_told"), ("ready", "departed")])
def test_stages_of_the_owners_own_are_at_their_end_no_sooner_than_ours(step: str, waits: str) -> None:
    papers = OneDeal(a_deal(price=0, deposit=0, step=step))
    desk = papers.desk(Role.OWNER)
    own = Pipeline((Stage("wish"), Stage("ready", told=True), Stage("home")))
    define(desk, PIPELINE, own, 0, "pipeline_made", key="own", label="")
    papers.deal.starts = desk.today + timedelta(days=28)
    assert [gap.kind for gap in waits_for(desk, papers.deal)] == [waits]
    with pytest.raises(Refusal, match="not_ready"):
        advance(desk, 1, step)
    begun = replace(desk, now=desk.now + timedelta(days=29))
    assert waits_for(begun, papers.deal) == []
    assert advance(begun, 1, step).step_key != step


def test_each_step_asks_the_client_for_what_it_wants_and_for_nothing_paid_already() -> None:
    deal = a_deal(step="inquiry", seats=1)
    papers = OneDeal(deal)
    advance(papers.desk(), 1, "inquiry")
    assert [(one.kind, one.facts) for one in papers.told] == [("travellers_wanted", {"deal": 1})]

    enter(deal, "Anna", DocumentState.ACCEPTED, NOW)
    papers.told.clear()
    record_payment(papers.desk(), 1, Money(200_00, "EUR"), PaymentMethod.CASH, papers.desk().today)
    assert deal.step_key == "payment"
    assert [(one.kind, one.facts) for one in papers.told if one.kind != "payment_recorded"] == [
        ("balance_wanted", {"deal": 1, "amount": "400.00 EUR", "due": None})
    ]


@pytest.mark.parametrize("role", [*Role, None])
def test_every_door_asks_for_the_right(role: Role | None) -> None:
    papers = OneDeal(a_deal())
    desk = papers.desk(role)
    for right, act in (
        (Right.MOVE_DEALS, Advance("new", None)),
        (Right.OVERRIDE, Advance("new", "she asked for it")),
        (Right.OPEN_DEALS, Price(500_00, 0)),
        (Right.RECORD_PAYMENTS, Pay(100_00)),
        (Right.RECORD_PAYMENTS, TakeBack(1)),
        (Right.MOVE_DEALS, Lose()),
    ):
        papers.deal = a_deal(step="new")
        record_payment(papers.desk(), 1, Money(1_00, "EUR"), PaymentMethod.CASH, desk.today)
        if desk.actor.may(right) and desk.actor.may(Right.MOVE_DEALS if right is Right.OVERRIDE else right):
            act.do(desk)
        else:
            with pytest.raises(Forbidden):
                act.do(desk)


def test_only_who_may_move_deals_is_handed_one() -> None:
    papers = OneDeal(a_deal())
    guide, operator = papers.desk(Role.GUIDE).actor.staff, papers.desk(Role.OPERATOR).actor.staff
    assert guide is not None
    assert operator is not None
    for number, member in enumerate((guide, operator), 1):
        member.id = number
        papers.memory.staff.add(member)
    with pytest.raises(Refusal, match="cannot_lead"):
        hand_over(papers.desk(), 1, 1)
    hand_over(papers.desk(), 1, 2)
    hand_over(papers.desk(), 1, 2)
    assert papers.deal.responsible is operator
    assert [(entry.what, entry.facts) for entry in papers.written] == [
        ("handed_over", {"was": None, "name": "Boris"})
    ]
    assert len(papers.told) == 1


def test_a_closed_deal_waits_for_nothing() -> None:
    papers = OneDeal(a_deal(step="deposit"))
    lose(papers.desk(), 1, "no_answer")
    assert waits_for(papers.desk(), papers.deal) == []
    with pytest.raises(Refusal, match="deal_closed"):
        lose(papers.desk(), 1, "no_answer")
    with pytest.raises(Refusal, match="deal_closed"):
        advance(papers.desk(), 1, "deposit", "once more")
