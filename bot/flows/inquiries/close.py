"""An inquiry ends without a deal; the reason is the confirmation.

Kalina: [✖ Close]
Bot:    Why is it closed? Choose, or type it.
Kalina: [Went elsewhere]
Bot:    Inquiry #1 is closed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.questions.suggestions import UsualWords
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.inquiries import INQUIRY
from domain.ports.desk import Desk
from domain.queries.inquiries import inquiry_to_close
from domain.usecases.inquiries.intake import close_inquiry
from locales import Sentence, _
from locales.terms.reasons import SHIPPED, offered_reasons

routes = Routes()


@dataclass(kw_only=True)
class CloseInquiryAnswers:
    inquiry: int
    reason: str = asked()


def _why(usual: Mapping[str, Sentence]) -> UsualWords:
    asks = _("Why is it closed? Choose, or type it.")
    return UsualWords(name="reason", asks=asks, label=_("Reason"), usual=usual, most=200)


@routes.flow
class CloseInquiry(AskOnce[CloseInquiryAnswers]):
    name = "close_inquiry"
    called = _("closing an inquiry")
    answers_type = CloseInquiryAnswers
    questions = (_why(SHIPPED),)

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:
        return (_why(offered_reasons(desk.agency.definitions, "inquiry")),)

    def prepare(self, exchange: Exchange, answers: CloseInquiryAnswers) -> None:
        inquiry_to_close(exchange.desk, answers.inquiry)

    def finish(self, exchange: Exchange, answers: CloseInquiryAnswers) -> None:
        inquiry = close_inquiry(exchange.desk, answers.inquiry, answers.reason)
        exchange.head(_("Inquiry #{number} is closed.")(number=inquiry.id))
        exchange.show(INQUIRY, inquiry.id)
