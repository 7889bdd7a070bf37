"""The owner answers an idea; the author hears the words as they are written.

Olga: [✉️ Answer]
Bot:  Boris: “The list of deals should show the phone”
      What should I answer?
Olga: Good thought, next week
Bot:  Sent to Boris.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.ideas import IDEA
from domain.queries.ideas import idea_to_answer
from domain.usecases.ideas.ideas import answer_idea
from locales import Sentence, _, lines

routes = Routes()

MOST = 1000


@dataclass(kw_only=True)
class IdeaAnswerAnswers:
    idea: int
    text: str = asked()


def _what(exchange: Exchange, answers: IdeaAnswerAnswers) -> Sentence:
    idea = idea_to_answer(exchange.desk, answers.idea)
    return lines(
        _("{name}: “{text}”")(name=idea.author, text=idea.text),
        _("What should I answer?"),
    )


@routes.flow
class AnswerIdea(AskOnce[IdeaAnswerAnswers]):
    name = "answer_idea"
    called = _("answer to an idea")
    answers_type = IdeaAnswerAnswers
    questions = (Words(name="text", asks=_what, label=_("Answer"), most=MOST),)

    def prepare(self, exchange: Exchange, answers: IdeaAnswerAnswers) -> None:
        idea_to_answer(exchange.desk, answers.idea)

    def finish(self, exchange: Exchange, answers: IdeaAnswerAnswers) -> None:
        idea = answer_idea(exchange.desk, answers.idea, answers.text)
        exchange.head(_("Sent to {name}.")(name=idea.author))
        exchange.show(IDEA, idea.id)
