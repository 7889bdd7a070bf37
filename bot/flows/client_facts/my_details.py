"""A client says something of themselves: e-mail, birthday, or how they like to be reached.

Anna: [🙋 About me]
Anna: [✏️ E-mail]
Bot:  E-mail
      Please write it like anna@example.com.
Anna: anna@example.com
Bot:  E-mail: anna@example.com
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.client_facts.fact_questions import fact_answered, fact_questions
from bot.links.client_facts import MY_DETAILS
from domain.entities.client_facts import OWN
from domain.ports.desk import Desk
from domain.queries.client_facts import my_facts
from domain.usecases.clients.facts import tell_fact
from domain.values.refusals import NotFound
from locales import Sentence, _, lines
from locales.terms.client_facts import FACTS, value_of

routes = Routes()


@dataclass(kw_only=True)
class MyDetailAnswers:
    fact: str


def _prompt(exchange: Exchange, _answers: MyDetailAnswers, key: str, wanted: Sentence) -> Sentence:
    now = value_of(my_facts(exchange.desk), key)
    return lines(
        _("<b>{label}</b>")(label=FACTS[key]), None if now is None else _("Now: {value}")(value=now), wanted
    )


def _may_be_empty(exchange: Exchange, _answers: MyDetailAnswers, key: str) -> bool:
    return value_of(my_facts(exchange.desk), key) is not None


def _wanted(key: str, answers: MyDetailAnswers) -> bool:
    return key == answers.fact


QUESTIONS = fact_questions(OWN, _prompt, _may_be_empty, when=_wanted)


@routes.flow
class MyDetails(AskOnce[MyDetailAnswers]):
    name = "my_details"
    called = _("something about you")
    answers_type = MyDetailAnswers

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:  # noqa: ARG002
        return QUESTIONS

    def due(self, answers: MyDetailAnswers) -> list[Question]:
        return [question for question in QUESTIONS if question.when(answers)]

    def prepare(self, exchange: Exchange, answers: MyDetailAnswers) -> None:
        my_facts(exchange.desk)
        if answers.fact not in OWN:
            raise NotFound("not_found")

    def finish(self, exchange: Exchange, answers: MyDetailAnswers) -> None:
        kept = vars(answers).get(answers.fact)
        if kept is not None:
            tell_fact(exchange.desk, answers.fact, fact_answered(answers.fact, kept))
        exchange.show(MY_DETAILS)
