"""What staff do from a notice about what is late: note a call, decide about a deal, take an inquiry, let a question rest."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.refusals import words_for
from bot.conversation.routes import Routes
from bot.flows.deals.lose import LoseDeal
from bot.links.deals import DEAL
from bot.links.inquiries import INQUIRY
from domain.entities.notices import Notice
from domain.usecases.inquiries.intake import take_charge
from domain.usecases.reminders.acting import conclude, needs_no_answer, note_called
from domain.values.refusals import Forbidden, Refusal
from locales import _

routes = Routes()


@routes.verb("client_called")
def client_called(exchange: Exchange, notice: Notice) -> None:
    deal = note_called(exchange.desk, notice.facts["deal"])
    exchange.note(_("Noted: you called {name}.")(name=deal.client.name))
    exchange.show(DEAL, deal.id)


@routes.verb("deal_done")
def deal_done(exchange: Exchange, notice: Notice) -> None:
    """Whoever comes second is told, and sees how things stand."""
    number = notice.facts["deal"]
    try:
        conclude(exchange.desk, number)
    except Forbidden:
        raise
    except Refusal as why:  # raised before anything was changed
        exchange.note(words_for(why), alert=True)
    else:
        exchange.note(_("Deal #{number} is done.")(number=number))
    exchange.show(DEAL, number)


@routes.verb("lose_deal")
def lose_deal(exchange: Exchange, notice: Notice) -> None:
    begin(exchange, LoseDeal, deal=notice.facts["deal"])


@routes.verb("take_inquiry")
def take_inquiry(exchange: Exchange, notice: Notice) -> None:
    """Who was faster keeps it: whoever comes second sees who has it."""
    number = notice.facts["inquiry"]
    try:
        take_charge(exchange.desk, number)
    except Forbidden:
        raise
    except Refusal as why:  # raised before anything was changed
        exchange.note(words_for(why), alert=True)
    exchange.show(INQUIRY, number)


@routes.verb("no_answer")
def no_answer(exchange: Exchange, notice: Notice) -> None:
    needs_no_answer(exchange.desk, notice.facts["interaction"])
    exchange.note(_("Noted: it needs no answer."))
