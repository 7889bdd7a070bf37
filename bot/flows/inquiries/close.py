"""An inquiry ends without a deal; the reason is the confirmation.

Kalina: [✖ Close]
Bot:    Why is it closed? Choose, or write it.
Kalina: [Went elsewhere]
Bot:    Inquiry № 1 is closed.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.suggestions import SuggestedWords
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.inquiries import INQUIRY
from domain.queries.inquiries import inquiry_to_close
from domain.usecases.inquiries.intake import close_inquiry
from locales import _

routes = Routes()

REASONS = (
    _("Went elsewhere"),
    _("Too expensive"),
    _("Changed their mind"),
    _("Cannot be reached"),
    _("Not serious"),
)


@dataclass(kw_only=True)
class CloseInquiryAnswers:
    inquiry: int
    reason: str = asked()


def _reasons(exchange: Exchange, _answers: CloseInquiryAnswers) -> list[str]:
    """Said in the words of whoever closes it: a reason is kept as text."""
    return [exchange.voice.plain(reason) for reason in REASONS]


@routes.flow
class CloseInquiry(AskOnce[CloseInquiryAnswers]):
    name = "close_inquiry"
    answers_type = CloseInquiryAnswers
    questions = (
        SuggestedWords(
            name="reason",
            asks=_("Why is it closed? Choose, or write it."),
            label=_("Reason"),
            offers=_reasons,
            most=200,
        ),
    )

    def prepare(self, exchange: Exchange, answers: CloseInquiryAnswers) -> None:
        inquiry_to_close(exchange.desk, answers.inquiry)

    def finish(self, exchange: Exchange, answers: CloseInquiryAnswers) -> None:
        inquiry = close_inquiry(exchange.desk, answers.inquiry, answers.reason)
        exchange.head(_("Inquiry № {number} is closed.")(number=inquiry.id))
        exchange.show(INQUIRY, inquiry.id)
