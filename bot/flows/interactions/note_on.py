"""A note on a client who is not before one's eyes: found by name or phone first.

Boris: /note
Bot:   What is it about?
Boris: [👤 A client]
Bot:   On whose file? Write a name or a phone number.
Boris: Anna
Boris: [👤 Anna]
Bot:   What should be noted about Anna? Write, say, photograph or paste it.
Boris: She would like a sea view.
Bot:   Noted on the file of Anna.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.contents import Content
from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.anything import Anything
from bot.conversation.questions.basic import Find
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.interactions import MESSAGE
from domain.queries.clients import client_called, clients_found
from domain.queries.interactions import must_note_clients
from domain.usecases.interactions.noting import note_down
from locales import Sentence, _
from locales.terms.clients import client_label

routes = Routes()


@dataclass(kw_only=True)
class NoteOnAnswers:
    client: int = asked()
    content: Content = asked()


def _found(
    exchange: Exchange, _answers: NoteOnAnswers, text: str, limit: int, offset: int
) -> Sequence[tuple[int, Sentence]]:
    return [(one.id, client_label(one)) for one in clients_found(exchange.desk, text, limit, offset)]


def _what_to_note(exchange: Exchange, answers: NoteOnAnswers) -> Sentence:
    name = client_called(exchange.desk, answers.client).name
    return _("What should be noted about {name}? Write, say, photograph or paste it.")(name=name)


@routes.flow
class NoteOnClient(AskOnce[NoteOnAnswers]):
    name = "note_on_client"
    called = _("note on a client")
    answers_type = NoteOnAnswers
    questions = (
        Find(
            name="client",
            asks=_("On whose file? Write a name or a phone number."),
            label=_("Client"),
            finds=_found,
        ),
        Anything(name="content", asks=_what_to_note, label=_("Note")),
    )

    def prepare(self, exchange: Exchange, answers: NoteOnAnswers) -> None:  # noqa: ARG002
        must_note_clients(exchange.desk)

    def finish(self, exchange: Exchange, answers: NoteOnAnswers) -> None:
        content = answers.content
        said = note_down(exchange.desk, answers.client, content.text, sent=content.sent)
        exchange.head(_("Noted on the file of {name}.")(name=said.client.name))
        exchange.show(MESSAGE, said.id)
