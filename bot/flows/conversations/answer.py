"""The answer to what waits with a client, from the inbox or from a notice that it waits for too long.

Boris: /inbox
Boris: [🟡 Anna · 3 min]
Boris: [✉️ Answer]
Bot:   “May I bring my dog?”
Boris: (Kalina takes it)
Boris: Yes, of course.
Bot:   ✍️ Kalina sees to it
Bot:   Send it all the same?
Boris: [✉️ Send anyway]
Bot:   Sent to Anna.

It is sent at once when no colleague has answered or taken it while he was writing.
"""

from dataclasses import dataclass

from bot.conversation.contents import Content
from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import Flow
from bot.conversation.routes import Routes
from bot.flows.clients.question import MOST
from bot.flows.conversations.twice import SEND_ANYWAY, told_meanwhile
from bot.flows.saved_replies.choose import WithReplies
from bot.links.conversations import INBOX
from domain.queries.answering import SeenBefore, seen_now
from domain.queries.conversations import conversation_card
from domain.usecases.conversations.answering import answer_conversation
from locales import Sentence, _, lines
from locales.terms.conversations import words_line

routes = Routes()


@dataclass(kw_only=True)
class AnswerConversationAnswers:
    client: int
    said: int | None = None
    holder: int | None = None
    content: Content = asked()

    @property
    def shown(self) -> SeenBefore:
        return SeenBefore(self.said or 0, self.holder or 0)


def _waits(exchange: Exchange, answers: AnswerConversationAnswers) -> Sentence:
    found = conversation_card(exchange.desk, answers.client)
    taken = found.conversation.taken_by
    others = taken is not None and taken is not exchange.desk.actor.staff
    return lines(
        _("<b>{name}</b>")(name=found.client.name),
        words_line(found.conversation),
        _("✍️ {name} sees to it")(name=taken.name) if taken and others else None,
        _("Your answer?"),
    )


def _whom(exchange: Exchange, answers: AnswerConversationAnswers) -> tuple[int, int | None]:
    return answers.client, conversation_card(exchange.desk, answers.client).conversation.deal


@routes.flow
class AnswerConversation(Flow[AnswerConversationAnswers]):
    name = "answer_conversation"
    called = _("answer to a client")
    answers_type = AnswerConversationAnswers
    questions = (WithReplies(name="content", asks=_waits, label=_("Answer"), most=MOST, whom=_whom),)
    send = SEND_ANYWAY

    def prepare(self, exchange: Exchange, answers: AnswerConversationAnswers) -> None:
        conversation_card(exchange.desk, answers.client).client.must_be_reachable()
        shown = seen_now(exchange.desk, answers.client)
        answers.said, answers.holder = shown.said, shown.holder

    def review(self, exchange: Exchange, answers: AnswerConversationAnswers) -> Sentence | None:
        return told_meanwhile(exchange, answers.client, answers.shown, answers.content)

    def finish(self, exchange: Exchange, answers: AnswerConversationAnswers) -> None:
        content = answers.content
        answer = answer_conversation(exchange.desk, answers.client, content.text, content.sent)
        exchange.head(_("Sent to {name}.")(name=answer.client.name))
        exchange.show(INBOX, "", 0)
