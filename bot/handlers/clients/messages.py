"""Messages between clients and the agency: replies to what was passed on, what was asked, and the buttons under notices."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go
from bot.flows.clients.answer import AnswerClient
from bot.flows.clients.question import QuestionFlow
from bot.handlers.clients.words import short
from bot.links.clients import ASKED, CLIENT
from bot.links.home import HOME
from domain.entities.clients import Interaction, InteractionNumber
from domain.entities.notices import Notice
from domain.queries.messages import message_of_mine, question_of_mine, told_as
from domain.usecases.clients.messages import answer_question, ask_agency
from locales import Sentence, _, lines

routes = Routes(rank=350)


@routes.command("write", _("Write to the agency"), for_clients=True, for_staff=False, rank=40)
def write(exchange: Exchange, _argument: str) -> None:
    begin(exchange, QuestionFlow)


@routes.takes_unasked
def reply_to_ours(exchange: Exchange) -> bool:
    """Telegram's own reply to a question or an answer that we passed on: it belongs there, and goes there at once."""
    event, desk = exchange.event, exchange.desk
    if event.reply_to is None or event.text is None or event.file is not None or event.command:
        return False
    said = told_as(desk, event.reply_to)
    if said is None:
        return False
    if desk.actor.is_staff:
        answer = answer_question(desk, said.id, event.text)
        exchange.head(_("Sent to {name}.")(name=answer.client.name))
        exchange.show(CLIENT, answer.client.id)
    else:
        exchange.show(ASKED, ask_agency(desk, event.text, reply=said.id).id, said.id)
    return True


@routes.draws(ASKED)
def asked(exchange: Exchange, number: InteractionNumber, reply: int | None = None) -> Screen:
    """What a client has sent us, perhaps in `reply` to a message of ours, and what happens next."""
    said = question_of_mine(exchange.desk, number)
    answered = message_of_mine(exchange.desk, reply) if reply else None
    names = [member.first_name for member in said.addressees(answered)]
    who: Sentence | str = names[0] if names else exchange.desk.agency.name
    if names[1:]:
        who = _("{name} or a colleague")(name=who)
    return Screen(
        lines(
            _("We have it: “{text}”")(text=short(said.text, 300)),
            _("{who} will answer you here.")(who=who),
        ),
        column([_write_more(said, answered), go(_("🏠 Home"), HOME)]),
    )


def _write_more(said: Interaction, answered: Interaction | None) -> Button:
    """It goes on with what this was about."""
    label = _("💬 Write more")
    if answered is not None:
        return ask(label, QuestionFlow, reply=answered.id)
    if said.deal is not None:
        return ask(label, QuestionFlow, deal=said.deal.id)
    return ask(label, QuestionFlow, inquiry=said.inquiry.id if said.inquiry else None)


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
