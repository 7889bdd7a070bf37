"""Going on although something is missing: only for those who may, and with a reason that stays in the history.

Boris: [⋯ More]
Boris: [⏭ Move on anyway]
Bot:   #1 · Anna · Ohrid 29.10
       Missing: €200 of the deposit
       Why move it on to “Full payment” anyway?
Boris: She pays all of it on Friday
Bot:   #1 is now at “Full payment”.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.deals.named import deal_named
from bot.links.deals import DEAL
from domain.queries import deal_steps, deals
from domain.usecases.deals.stages import advance
from locales import Joined, Sentence, _, lines
from locales.terms.deals import stage_words
from locales.terms.requirements import gap_words

routes = Routes()


@dataclass(kw_only=True)
class OverrideAnswers:
    deal: int
    step: str
    """Where the deal was seen."""
    reason: str = asked()


def _why_anyway(exchange: Exchange, answers: OverrideAnswers) -> Sentence:
    deal = deals.deal(exchange.desk, answers.deal)
    gaps = Joined([gap_words(gap) for gap in deal_steps.waits_for(exchange.desk, deal)])
    following = deal_steps.stands_after(exchange.desk, deal)
    return lines(
        deal_named(deal),
        _("Missing: {missing}")(missing=gaps),
        _("Why move it on to “{stage}” anyway?")(
            stage=stage_words(following.key, exchange.desk.agency.pipelines.names)
        ),
    )


@routes.flow
class Override(AskOnce[OverrideAnswers]):
    name = "override"
    called = _("moving a deal on")
    answers_type = OverrideAnswers
    questions = (Words(name="reason", asks=_why_anyway, label=_("Reason")),)

    def prepare(self, exchange: Exchange, answers: OverrideAnswers) -> None:
        deals.deal_to_override(exchange.desk, answers.deal, answers.step)

    def finish(self, exchange: Exchange, answers: OverrideAnswers) -> None:
        deal = advance(exchange.desk, answers.deal, answers.step, answers.reason)
        stage = stage_words(deal.step_key, exchange.desk.agency.pipelines.names)
        exchange.head(_("#{number} is now at “{stage}”.")(number=deal.id, stage=stage))
        exchange.show(DEAL, deal.id)
