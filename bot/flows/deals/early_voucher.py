"""A voucher before its stage: only for those who may, and with a reason that stays in the history.

Boris: [⋯ More]
Boris: [🎫 Voucher]
Boris: [📨 Send early]
Bot:   The deal is not at the voucher stage yet. Why send it now?
Boris: Her bank needs it for the loan
Bot:   #1 · Ohrid 29.10
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.deals import DEAL
from domain.queries.deals import deal_for_early_voucher
from domain.usecases.deals.vouchers import send_voucher, voucher_handed_over
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class EarlyVoucherAnswers:
    deal: int
    reason: str = asked()


@routes.flow
class EarlyVoucher(AskOnce[EarlyVoucherAnswers]):
    name = "early_voucher"
    called = _("early voucher")
    answers_type = EarlyVoucherAnswers
    questions = (
        Words(
            name="reason",
            asks=_("The deal is not at the voucher stage yet. Why send it now?"),
            label=_("Reason"),
        ),
    )

    def prepare(self, exchange: Exchange, answers: EarlyVoucherAnswers) -> None:
        deal_for_early_voucher(exchange.desk, answers.deal)

    def finish(self, exchange: Exchange, answers: EarlyVoucherAnswers) -> None:
        reachable = deal_for_early_voucher(exchange.desk, answers.deal).client.reachable
        issue = send_voucher if reachable else voucher_handed_over
        deal = issue(exchange.desk, answers.deal, answers.reason)
        exchange.show(DEAL, deal.id)
