"""An answer that is translated before it goes to the client; whoever wrote it sees both texts first.

Boris has tapped the button under a translated question.

Bot:   Your answer, in your own language?
Boris: Yes, of course.
Bot:   🌐 Your answer to Анна, translated. Shall it go like this?
       Да, конечно.
       Yes, of course.
Boris: [✅ Send both]
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.clients import CLIENT
from domain.entities.translations import LONGEST
from domain.queries.messages import question_card, question_to_answer
from domain.usecases.bridge.translating import answer_translated
from locales import Sentence, _, lines
from locales.terms.clients import what_was_said

routes = Routes()


@dataclass(kw_only=True)
class AnswerTranslatedAnswers:
    interaction: int
    text: str = asked()


def _question(exchange: Exchange, answers: AnswerTranslatedAnswers) -> Sentence:
    asked_ = question_card(exchange.desk, answers.interaction).question
    said = what_was_said(asked_, asked_.text[:1500])
    return lines(
        _("<b>{name}</b>: {text}")(name=asked_.client.name, text=said),
        _("Your answer, in your own language? I translate it and show you both before it goes."),
    )


@routes.flow
class AnswerTranslated(AskOnce[AnswerTranslatedAnswers]):
    name = "answer_translated"
    called = _("answer to a client")
    answers_type = AnswerTranslatedAnswers
    questions = (Words(name="text", asks=_question, label=_("Answer"), most=LONGEST),)

    def prepare(self, exchange: Exchange, answers: AnswerTranslatedAnswers) -> None:
        question_to_answer(exchange.desk, answers.interaction)

    def finish(self, exchange: Exchange, answers: AnswerTranslatedAnswers) -> None:
        draft = answer_translated(exchange.desk, answers.interaction, answers.text)
        exchange.head(_("🌐 Your answer is being translated. Nothing has been sent yet."))
        exchange.show(CLIENT, draft.client.id)
