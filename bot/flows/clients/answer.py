"""The answer to a client's question; it comes in the client's chat.

Boris has tapped the button under the question.

Bot:   May I bring my dog?
Boris: Yes, of course.
Bot:   Sent to Anna.
"""

from dataclasses import dataclass

from bot.conversation.contents import Content
from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.clients.question import MOST
from bot.flows.interactions.answering import send_answer
from bot.flows.saved_replies.choose import WithReplies
from domain.entities.interactions import Interaction
from domain.queries.answering import SeenBefore, taken_unseen
from domain.queries.messages import question_card, question_to_answer
from locales import Sentence, _, lines
from locales.terms.clients import what_was_said

routes = Routes()


@dataclass(kw_only=True)
class AnswerClientAnswers:
    """`seen` is the newest answer that was shown above the question, `holder` the colleague who had taken it."""

    interaction: int
    seen: int | None = None
    holder: int | None = None
    content: Content = asked()


def _question(exchange: Exchange, answers: AnswerClientAnswers) -> Sentence:
    """The question, and what colleagues have answered since."""
    found = question_card(exchange.desk, answers.interaction)
    taken = taken_unseen(exchange.desk, answers.interaction, 0)
    return lines(
        _("<b>{name}</b>: {text}")(name=found.question.client.name, text=_asked(found.question)),
        *map(_answered, found.since),
        _("✍️ {name} sees to it")(name=taken.name) if taken else None,
        _("Your answer?"),
    )


def _asked(question: Interaction) -> Sentence:
    text = what_was_said(question, question.words[:1500])
    if question.now_reads is None:
        return text
    return _("{text} (before: “{before}”)")(text=text, before=question.text[:300])


def _answered(said: Interaction) -> Sentence:
    name = said.staff.name if said.staff else ""
    return _("{name} answers: “{text}”")(name=name, text=said.text[:300])


def _whom(exchange: Exchange, answers: AnswerClientAnswers) -> tuple[int, int | None]:
    question = question_card(exchange.desk, answers.interaction).question
    return question.client.id, question.deal.id if question.deal else None


@routes.flow
class AnswerClient(AskOnce[AnswerClientAnswers]):
    name = "answer_client"
    called = _("answer to a client")
    answers_type = AnswerClientAnswers
    questions = (WithReplies(name="content", asks=_question, label=_("Answer"), most=MOST, whom=_whom),)

    def prepare(self, exchange: Exchange, answers: AnswerClientAnswers) -> None:
        question_to_answer(exchange.desk, answers.interaction)
        since = question_card(exchange.desk, answers.interaction).since
        answers.seen = since[-1].id if since else None
        taken = taken_unseen(exchange.desk, answers.interaction, 0)
        answers.holder = taken.id if taken else None

    def finish(self, exchange: Exchange, answers: AnswerClientAnswers) -> None:
        seen = SeenBefore(answers.seen or 0, answers.holder or 0)
        send_answer(exchange, answers.interaction, answers.content, seen)
