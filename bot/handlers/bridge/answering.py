"""A colleague answers in their own language; both texts are shown before anything is sent."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.refusals import refusal_words
from bot.conversation.routes import Routes
from bot.flows.clients.answer_translated import AnswerTranslated
from bot.links.bridge import MAY_TRANSLATE
from bot.links.clients import CLIENT
from bot.links.privacy import MY_DATA
from domain.entities.notices import Notice
from domain.queries.bridge import question_translated
from domain.usecases.bridge.translating import send_draft, want_no_translation, want_translation
from locales import _

routes = Routes(rank=353)

refusal_words(
    "no_bridge", _("Messages with this client are not translated. Please answer in their language.")
)


@routes.verb("answer_translated")
def answers(exchange: Exchange, notice: Notice) -> None:
    begin(exchange, AnswerTranslated, interaction=question_translated(exchange.desk, notice))


@routes.verb("send_translation")
def sends_both(exchange: Exchange, notice: Notice) -> None:
    _send(exchange, notice, translated=True)


@routes.verb("send_as_written")
def sends_own(exchange: Exchange, notice: Notice) -> None:
    _send(exchange, notice, translated=False)


def _send(exchange: Exchange, notice: Notice, *, translated: bool) -> None:
    answer = send_draft(exchange.desk, notice.facts["translation"], translated=translated)
    exchange.strip_tapped()
    exchange.head(_("Sent to {name}.")(name=answer.client.name))
    exchange.show(CLIENT, answer.client.id)


@routes.does(MAY_TRANSLATE)
def may(exchange: Exchange, wanted: bool) -> None:  # noqa: FBT001 (as a button keeps it)
    if wanted:
        want_translation(exchange.desk)
    else:
        want_no_translation(exchange.desk)
    exchange.show(MY_DATA)
