"""A deal moves to its next step: from its card, or straight from the notice that says it may."""

from bot.conversation.exchange import Exchange
from bot.conversation.refusals import words_for
from bot.conversation.routes import Routes
from bot.links.deals import ADVANCE, DEAL
from domain.entities.deals import Deal, DealNumber
from domain.entities.notices import Notice
from domain.queries.messages import deal_of
from domain.usecases.deals import stages as deals
from domain.values.refusals import Forbidden, NotFound, Refusal
from locales import Sentence, _
from locales.terms.deals import stage_words

routes = Routes()


@routes.does(ADVANCE)
def advance(exchange: Exchange, number: DealNumber, expected: str) -> None:
    deal = deals.advance(exchange.desk, number, expected)
    exchange.note(_moved(exchange, deal))
    exchange.show(DEAL, number)


@routes.verb("advance")
def advance_announced(exchange: Exchange, notice: Notice) -> None:
    """Whoever comes second is told, and sees how things stand."""
    number = notice.facts["deal"]
    try:
        deal = deals.advance(exchange.desk, number, notice.facts["step"])
    except Forbidden:
        raise
    except Refusal as why:  # raised before anything was changed
        exchange.note(words_for(why), alert=True)
    else:
        exchange.note(_moved(exchange, deal))
    exchange.show(DEAL, number)


def _moved(exchange: Exchange, deal: Deal) -> Sentence:
    stage = stage_words(deal.step_key, exchange.desk.agency.pipelines.names)
    return _("#{number} is now at “{stage}”.")(number=deal.id, stage=stage)


@routes.verb("open_deal")
def open_deal(exchange: Exchange, notice: Notice) -> None:
    number = deal_of(exchange.desk, notice)
    if number is None:
        raise NotFound("not_found")
    exchange.show(DEAL, number)
