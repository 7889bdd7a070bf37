"""Messages between clients and the agency: replies to what was passed on, what was asked, and the buttons under notices."""

from bot.conversation.contents import Content, sent_in, words_of
from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.flows.clients.answer import AnswerClient
from bot.flows.clients.question import QuestionFlow
from bot.flows.interactions.answering import send_answer
from bot.handlers.clients.passing_on import send_to_agency
from domain.entities.notices import Notice
from domain.queries.messages import told_as
from domain.usecases.clients.messages import show_again
from locales import _

routes = Routes(rank=350)


@routes.command("write", _("Write to the agency"), for_clients=True, for_staff=False, rank=40)
def write(exchange: Exchange, _argument: str) -> None:
    begin(exchange, QuestionFlow)


@routes.takes_unasked
def reply_to_ours(exchange: Exchange) -> bool:
    """Telegram's own reply to a question or an answer that we passed on: it belongs there, and goes there at once."""
    event, desk = exchange.event, exchange.desk
    if event.reply_to is None or event.command:
        return False
    if event.file is not None and not desk.actor.is_staff:
        return False  # it may be a passport
    said = told_as(desk, event.reply_to)
    if said is None:
        return False
    if desk.actor.is_staff:
        send_answer(exchange, said.id, Content(words_of(event), sent_in(event)))
    else:
        send_to_agency(exchange, reply=said.id)
    return True


@routes.verb("ask_question")
def ask_question(exchange: Exchange, notice: Notice) -> None:
    """To an answer of ours it is the reply."""
    facts = notice.facts
    begin(
        exchange,
        QuestionFlow,
        reply=facts.get("interaction"),
        deal=facts.get("deal"),
        inquiry=facts.get("inquiry"),
    )


@routes.verb("answer_client")
def answer_client(exchange: Exchange, notice: Notice) -> None:
    begin(exchange, AnswerClient, interaction=notice.facts["interaction"])


@routes.verb("open_sent")
def open_sent(exchange: Exchange, notice: Notice) -> None:
    """It comes once more, as a message of its own."""
    show_again(exchange.desk, notice.facts["interaction"])
    exchange.note(_("Here it comes."))
