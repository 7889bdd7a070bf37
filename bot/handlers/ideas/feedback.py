"""How colleagues find the program: the means of their marks, and their words."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, back, column, go
from bot.conversation.widgets.listing import turning
from bot.flows.ideas.feedback import GiveFeedback
from bot.links.ideas import FEEDBACK, IDEAS
from domain.entities.ideas import FeedbackMeans
from domain.entities.notices import Notice
from domain.queries.ideas import feedback_report
from locales import Sentence, _, lines, n_
from locales.terms.ideas import mean_words

routes = Routes()

SIZE = 8
ANSWERS = n_("{count} answer", "{count} answers")


@routes.draws(FEEDBACK)
def feedback(exchange: Exchange, page: int) -> Screen:
    report = feedback_report(exchange.desk, SIZE, page * SIZE)
    words = [_("{name}: “{text}”")(name=one.member.name, text=one.word) for one in report.words]
    means = _means(exchange, report.means) if report.means.count else ()
    text = lines(
        _("<b>📊 How colleagues find it</b>"),
        ANSWERS(count=report.means.count),
        *means,
        "" if words else None,
        *words,
    )
    turns = turning(lambda label, other: go(label, FEEDBACK, other), page, more=report.more)
    return Screen(text, (*turns, *column([back(IDEAS, "all", 0)])))


def _means(exchange: Exchange, means: FeedbackMeans) -> list[Sentence]:
    told = (
        (_("⚡️ Speed: {mean} of 5"), means.speed),
        (_("👌 Ease of use: {mean} of 5"), means.ease),
        (_("😌 Rarely annoys: {mean} of 5"), means.calm),
    )
    return [words(mean=mean_words(mean, exchange.voice.locale)) for words, mean in told]


@routes.verb("give_feedback")
def give(exchange: Exchange, _notice: Notice) -> None:
    begin(exchange, GiveFeedback)
