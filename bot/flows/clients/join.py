"""Joining a client's file with another by hand: whom it is, before the two stand side by side.

Boris: [🤝 Join with another]
Bot:   Who on file is the same person as Rosa? Write a name or a phone number.
Boris: 765413
Boris: [Rosa Ivanova · +359 88 876 5413]
Bot:   Same person?
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Find
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.clients.others import other_clients
from bot.links.merging import SAME
from domain.queries.doubts import file_to_join
from locales import Sentence, _

routes = Routes()


@dataclass(kw_only=True)
class JoinAnswers:
    client: int
    other: int = asked()


def _with_whom(exchange: Exchange, answers: JoinAnswers) -> Sentence:
    file = file_to_join(exchange.desk, answers.client)
    return _("Who on file is the same person as <b>{name}</b>? Write a name or a phone number.")(
        name=file.name
    )


@routes.flow
class JoinFiles(AskOnce[JoinAnswers]):
    name = "join_files"
    called = _("joining two files")
    answers_type = JoinAnswers
    questions = (Find(name="other", asks=_with_whom, label=_("Client"), finds=other_clients),)

    def prepare(self, exchange: Exchange, answers: JoinAnswers) -> None:
        answers.client = file_to_join(exchange.desk, answers.client).id

    def finish(self, exchange: Exchange, answers: JoinAnswers) -> None:
        exchange.show(SAME, answers.client, answers.other)
