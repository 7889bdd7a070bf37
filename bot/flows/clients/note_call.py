"""The note of a call: what was said on the phone, kept on the client's card.

Boris: [☎️ Note a call]
Bot:   What did you discuss with Anna on the phone?
Boris: She would like a sea view.
Bot:   Noted.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.clients.question import MOST
from bot.links.clients import CLIENT
from bot.links.inquiries import INQUIRY
from domain.queries.clients import client_called
from domain.usecases.clients.messages import note_call
from locales import Sentence, _

routes = Routes()


@dataclass(kw_only=True)
class NoteCallAnswers:
    client: int
    inquiry: int | None = None
    text: str = asked()


def _what_was_said(exchange: Exchange, answers: NoteCallAnswers) -> Sentence:
    client = client_called(exchange.desk, answers.client)
    return _("What did you discuss with {name} on the phone?")(name=client.name)


@routes.flow
class NoteCall(AskOnce[NoteCallAnswers]):
    name = "note_call"
    called = _("call note")
    answers_type = NoteCallAnswers
    questions = (Words(name="text", asks=_what_was_said, label=_("Call"), most=MOST),)

    def prepare(self, exchange: Exchange, answers: NoteCallAnswers) -> None:
        client_called(exchange.desk, answers.client)

    def finish(self, exchange: Exchange, answers: NoteCallAnswers) -> None:
        note_call(exchange.desk, answers.client, answers.text, answers.inquiry)
        exchange.head(_("Noted."))
        if answers.inquiry:
            exchange.show(INQUIRY, answers.inquiry)
        else:
            exchange.show(CLIENT, answers.client)
