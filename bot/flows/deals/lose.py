"""Closing a deal that will not travel: the reason is asked, the client is told, the seats are free again.

Boris: [✖ Close the deal]
Bot:   Why does № 1 · Anna · Ohrid 29.10.2027 end here? Choose, or write it.
Boris: [Too expensive]
Bot:   № 1 · Anna · Ohrid 29.10.2027
       Reason: Too expensive
       The client is told that the deal is closed.
Boris: [🔒 Close it]
Bot:   № 1 · Ohrid 29.10.2027
       Stage: Lost
       Why: Too expensive
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Words
from bot.conversation.screen import Button, Row, pairs
from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.usecases.deals.stages import lose
from locales import Fact, Sentence, _, lines
from locales.terms.deals import LOST_REASONS, reason_words

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


@dataclass(frozen=True, kw_only=True)
class LostReason(Words):
    """One of the usual reasons, or any other in own words."""

    def rows(self, exchange: "Exchange", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        return pairs([Button(words, "answer", (key,)) for key, words in LOST_REASONS.items()])

    def shown(self, value: str) -> Fact:
        return reason_words(value)


def deal_of(exchange: "Exchange", answers: Answers) -> Deal:
    """The deal a flow was opened for."""
    return exchange.desk.repositories.deals.get(answers["deal"])


def deal_named(deal: Deal) -> Sentence:
    """ "№ 1 · Anna · Ohrid 29.10.2027"."""
    return _("№ {number} · {client} · {title}")(number=deal.id, client=deal.client.name, title=deal.title)


def _why(exchange: "Exchange", answers: Answers) -> Sentence:
    return _("Why does {deal} end here? Choose, or write it.")(deal=deal_named(deal_of(exchange, answers)))


class LoseDeal(Flow):
    """Opened with `deal`, and `origin`: the list the card was opened from."""

    name = "lose"
    questions = (LostReason(name="reason", asks=_why, label=_("Reason")),)
    send = _("🔒 Close it")

    def opens(self, exchange: "Exchange", known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.MOVE_DEALS)
        exchange.desk.repositories.deals.get(known["deal"]).must_be_open()
        return known

    def review(self, exchange: "Exchange", answers: Answers) -> Sentence:
        deal = deal_of(exchange, answers)
        told = _("The client is told that the deal is closed.") if deal.client.reachable else None
        paid = _("⚠️ {paid} is paid: please see to it.")(paid=deal.paid) if deal.paid else None
        return lines(
            deal_named(deal), LINE(label=_("Reason"), value=reason_words(answers["reason"])), told, paid
        )

    def finish(self, exchange: "Exchange", answers: Answers) -> None:
        deal = lose(exchange.desk, answers["deal"], answers["reason"])
        exchange.show("deal", deal.id, *(answers["origin"] or ()))
