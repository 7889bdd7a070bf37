"""Staff write to a client first: about an inquiry, a deal, or nothing in particular.

Boris: [✉️ Write to client]
Bot:   What should I tell Anna?
Boris: Hello, Anna! Lisbon it is.
Bot:   Sent to Anna.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation.contents import Content
from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Instead, asked
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.clients.question import MOST
from bot.flows.later.write import WriteLater
from bot.flows.saved_replies.choose import WithReplies
from bot.links.clients import CLIENT
from bot.links.deals import DEAL
from bot.links.inquiries import INQUIRY
from domain.queries.clients import client_called, client_to_write_to
from domain.usecases.clients.messages import write_to_client
from locales import Sentence, _

routes = Routes()

LATER = "later"


@dataclass(kw_only=True)
class WriteClientAnswers:
    client: int
    inquiry: int | None = None
    deal: int | None = None
    content: Content = asked()


def _what_to_tell(exchange: Exchange, answers: WriteClientAnswers) -> Sentence:
    return _("What should I tell {name}?")(name=client_called(exchange.desk, answers.client).name)


@dataclass(frozen=True, kw_only=True)
class NowOrLater(WithReplies):
    """What is sent at once, unless [🕒 Send later] is tapped first."""

    def beside(self, exchange: "Exchange", answers: Any) -> tuple[Row, ...]:  # noqa: ARG002
        return ((Button(_("🕒 Send later"), "answer", (LATER,)),),)

    def tapped(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any], kept: Any) -> Any:
        if kept != LATER:
            return super().tapped(exchange, answers, scratch, kept)
        raise Instead(WriteLater.name, client=answers.client, inquiry=answers.inquiry, deal=answers.deal)


def _whom(_exchange: Exchange, answers: WriteClientAnswers) -> tuple[int, int | None]:
    return answers.client, answers.deal


@routes.flow
class WriteClient(AskOnce[WriteClientAnswers]):
    name = "write_client"
    called = _("message to a client")
    answers_type = WriteClientAnswers
    questions = (NowOrLater(name="content", asks=_what_to_tell, label=_("Message"), most=MOST, whom=_whom),)

    def prepare(self, exchange: Exchange, answers: WriteClientAnswers) -> None:
        client_to_write_to(exchange.desk, answers.client)

    def finish(self, exchange: Exchange, answers: WriteClientAnswers) -> None:
        """Shown afterwards is what it was about."""
        content = answers.content
        said = write_to_client(
            exchange.desk, answers.client, content.text, answers.inquiry, answers.deal, content.sent
        )
        exchange.head(_("Sent to {name}.")(name=said.client.name))
        if answers.inquiry:
            exchange.show(INQUIRY, answers.inquiry)
        elif answers.deal:
            exchange.show(DEAL, answers.deal)
        else:
            exchange.show(CLIENT, answers.client)
