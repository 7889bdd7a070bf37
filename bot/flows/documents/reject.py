"""Saying no to a document: a usual reason in one tap, or any other in own words; the client is told and asked again.

Boris: (taps [❌ Reject] under a passport photo)
Bot:   What is wrong with Anna's passport photo? Choose, or type it.
Boris: [Blurred]
Bot:   Rejected. Anna has been asked for another one.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.suggestions import UsualWords
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.documents.checking import go_on
from domain.entities.deals import Deal
from domain.queries.documents import document_to_reject, document_to_see
from domain.usecases.documents.documents import reject_document
from locales import Sentence, _
from locales.terms.documents import REJECT_REASONS
from locales.terms.phones import pretty_phone

routes = Routes()


@dataclass(kw_only=True)
class RejectionAnswers:
    document: int
    reason: str = asked()
    """A usual one by its name, or in own words."""


def _why(exchange: Exchange, answers: RejectionAnswers) -> Sentence:
    document = document_to_see(exchange.desk, answers.document)
    name = document.traveller.name if document.traveller else document.deal.client.name
    return _("What is wrong with {name}'s passport photo? Choose, or type it.")(name=name)


@routes.flow
class RejectDocumentFlow(AskOnce[RejectionAnswers]):
    name = "reject_document"
    called = _("rejecting a document")
    answers_type = RejectionAnswers
    questions = (UsualWords(name="reason", asks=_why, label=_("Reason"), usual=REJECT_REASONS, most=200),)

    def prepare(self, exchange: Exchange, answers: RejectionAnswers) -> None:
        document_to_reject(exchange.desk, answers.document)

    def finish(self, exchange: Exchange, answers: RejectionAnswers) -> None:
        document = reject_document(exchange.desk, answers.document, answers.reason)
        exchange.note(_told(document.deal))
        go_on(exchange, document.deal)


def _told(deal: Deal) -> Sentence:
    if deal.client.reachable:
        return _("Rejected. {name} has been asked for another one.")(name=deal.client.name)
    phone = pretty_phone(deal.client.phone)
    return _("Rejected. {name} is not on Telegram, please call: {phone}.")(name=deal.client.name, phone=phone)
