"""Going on although something is missing: only for those who may, and with a reason that stays in the history.

Boris: [⏭ Move on anyway]
Bot:   № 1 · Anna · Ohrid 29.10.2027
       Missing: 200.00 EUR of the deposit
       Why does it go on to “Full payment” anyway?
Boris: She pays all of it on Friday
Bot:   № 1 is now at “Full payment”.
"""

from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Words
from bot.flows.deals.lose import deal_named, deal_of
from domain.entities.people import Right
from domain.queries.deals import waits_for
from domain.usecases.deals.stages import advance
from domain.usecases.deals.vouchers import send_voucher, voucher_handed_over
from domain.values.refusals import Refusal
from locales import Joined, Sentence, _, lines
from locales.terms.deals import stage_words
from locales.terms.requirements import gap_words

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


def _why_anyway(exchange: "Exchange", answers: Answers) -> Sentence:
    deal = deal_of(exchange, answers)
    gaps = Joined([gap_words(gap) for gap in waits_for(exchange.desk, deal)])
    following = exchange.desk.agency.pipeline.after(answers["step"])
    assert following is not None
    return lines(
        deal_named(deal),
        _("Missing: {missing}")(missing=gaps),
        _("Why does it go on to “{stage}” anyway?")(stage=stage_words(following.stage, following.substage)),
    )


class Override(Flow):
    """Opened with `deal`, its `step`, and `origin`: the list the card was opened from."""

    name = "override"
    questions = (Words(name="reason", asks=_why_anyway, label=_("Reason")),)

    def opens(self, exchange: "Exchange", known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.OVERRIDE)
        deal = exchange.desk.repositories.deals.get(known["deal"])
        deal.must_be_open()
        if deal.step_key != known["step"]:
            raise Refusal("already_moved", number=deal.id, stage=deal.stage, substage=deal.substage)
        return known

    def review(self, exchange: "Exchange", answers: Answers) -> None:  # noqa: ARG002
        return None

    def finish(self, exchange: "Exchange", answers: Answers) -> None:
        deal = advance(exchange.desk, answers["deal"], answers["step"], answers["reason"])
        stage = stage_words(deal.stage, deal.substage)
        exchange.head(_("№ {number} is now at “{stage}”.")(number=deal.id, stage=stage))
        exchange.show("deal", deal.id, *(answers["origin"] or ()))


class EarlyVoucher(Flow):
    """A voucher before its stage, with the reason. Opened with `deal`."""

    name = "early_voucher"
    questions = (
        Words(
            name="reason",
            asks=_("The deal is not at the voucher yet. Why does the client get it now?"),
            label=_("Reason"),
        ),
    )

    def opens(self, exchange: "Exchange", known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.OVERRIDE)
        return known

    def review(self, exchange: "Exchange", answers: Answers) -> None:  # noqa: ARG002
        return None

    def finish(self, exchange: "Exchange", answers: Answers) -> None:
        reachable = deal_of(exchange, answers).client.reachable
        issue = send_voucher if reachable else voucher_handed_over
        deal = issue(exchange.desk, answers["deal"], answers["reason"])
        exchange.show("deal", deal.id, *(answers["origin"] or ()))
