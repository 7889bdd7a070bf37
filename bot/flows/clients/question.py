"""A client's question: whatever they would like to tell us, about a trip, an inquiry or nothing in particular.

Anna:  /write
Bot:   What would you like to tell us?
Anna:  May I bring my dog?
Bot:   ✉️ Sent. Tourdesk will answer you here.
"""

from dataclasses import dataclass

from bot.conversation.contents import sent_in
from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.clients import SENT
from domain.queries.inquiries import inquiry_of_mine
from domain.queries.messages import message_of_mine
from domain.queries.my_deals import mine
from domain.usecases.clients.messages import ask_agency
from locales import Sentence, _

routes = Routes()

MOST = 4096
"""Characters of a message between client and agency: as many as one of Telegram's can have."""


@dataclass(kw_only=True)
class QuestionAnswers:
    """`deal`, `inquiry` or `reply`, a message of ours, is what they came from, if anything."""

    deal: int | None = None
    inquiry: int | None = None
    reply: int | None = None
    text: str = asked()


def _what_to_tell(exchange: Exchange, answers: QuestionAnswers) -> Sentence:
    if answers.deal:
        deal = mine(exchange.desk, answers.deal)
        return _("What would you like to know about {title}?")(title=deal.called)
    ours = message_of_mine(exchange.desk, answers.reply) if answers.reply else None
    if ours is not None and ours.staff is not None:
        return _("What would you like to tell {name}?")(name=ours.staff.first_name)
    return _("What would you like to tell us?")


@routes.flow
class QuestionFlow(AskOnce[QuestionAnswers]):
    name = "question"
    called = _("message to us")
    answers_type = QuestionAnswers
    questions = (Words(name="text", asks=_what_to_tell, label=_("Message"), most=MOST),)

    def prepare(self, exchange: Exchange, answers: QuestionAnswers) -> None:
        """Only about what is theirs."""
        if answers.deal:
            mine(exchange.desk, answers.deal)
        if answers.inquiry:
            inquiry_of_mine(exchange.desk, answers.inquiry)
        if answers.reply:
            message_of_mine(exchange.desk, answers.reply)

    def finish(self, exchange: Exchange, answers: QuestionAnswers) -> None:
        question = ask_agency(
            exchange.desk, answers.text, answers.deal, answers.inquiry, answers.reply, sent_in(exchange.event)
        )
        exchange.show(SENT, [question.id])
