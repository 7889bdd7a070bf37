"""Another client is of the family: who it is, before the two are joined as one.

Boris: [➕ Another client]
Bot:   Who else on file is of Rosa's family? Write a name or a phone number.
Boris: Petar
Boris: [Petar Ivanov]
Bot:   One family?
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Find
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.clients.others import other_clients
from bot.links.families import MAYBE_FAMILY
from domain.queries.companions import must_change_companions
from locales import Sentence, _

routes = Routes()


@dataclass(kw_only=True)
class JoinFamilyAnswers:
    client: int
    other: int = asked()


def _with_whom(exchange: Exchange, answers: JoinFamilyAnswers) -> Sentence:
    file = must_change_companions(exchange.desk, answers.client)
    return _("Who else on file is of <b>{name}</b>'s family? Write a name or a phone number.")(name=file.name)


@routes.flow
class JoinFamily(AskOnce[JoinFamilyAnswers]):
    name = "join_family"
    called = _("a family")
    answers_type = JoinFamilyAnswers
    questions = (Find(name="other", asks=_with_whom, label=_("Client"), finds=other_clients),)

    def prepare(self, exchange: Exchange, answers: JoinFamilyAnswers) -> None:
        answers.client = must_change_companions(exchange.desk, answers.client).id

    def finish(self, exchange: Exchange, answers: JoinFamilyAnswers) -> None:
        exchange.show(MAYBE_FAMILY, answers.client, answers.other)
