"""A note on a client, an inquiry or a deal: in words, by voice, as a photo, or pasted.

Boris: [✍️ Note]
Bot:   What should be noted about Anna? Write, say, photograph or paste it.
Boris: She would like a sea view.
Bot:   Noted.
"""

from dataclasses import dataclass

from bot.conversation.contents import Content
from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.anything import Anything
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.interactions import MESSAGE
from domain.queries.clients import client_called
from domain.queries.interactions import whose_to_note
from domain.usecases.interactions.noting import note_down
from locales import Sentence, _

routes = Routes()


@dataclass(kw_only=True)
class NoteAnswers:
    client: int
    inquiry: int | None = None
    deal: int | None = None
    content: Content = asked()


def _what_to_note(exchange: Exchange, answers: NoteAnswers) -> Sentence:
    name = client_called(exchange.desk, answers.client).name
    return _("What should be noted about {name}? Write, say, photograph or paste it.")(name=name)


@routes.flow
class NoteDown(AskOnce[NoteAnswers]):
    name = "note_down"
    called = _("note on a client")
    answers_type = NoteAnswers
    questions = (Anything(name="content", asks=_what_to_note, label=_("Note")),)

    def prepare(self, exchange: Exchange, answers: NoteAnswers) -> None:
        whose_to_note(exchange.desk, answers.client, answers.inquiry, answers.deal)

    def finish(self, exchange: Exchange, answers: NoteAnswers) -> None:
        content = answers.content
        said = note_down(
            exchange.desk, answers.client, content.text, answers.inquiry, answers.deal, content.sent
        )
        exchange.head(_("Noted."))
        exchange.show(MESSAGE, said.id)
