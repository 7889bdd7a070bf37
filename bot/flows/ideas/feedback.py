"""How a colleague finds the program, asked once: three marks, and a word if they like.

Boris has tapped the button under the notice.

Bot:   How quick is it? 1 is poor, 5 is very good.
Boris: [4]
Bot:   How easy is it to use?
Boris: [5]
Bot:   How rarely does it annoy you?
Boris: [2]
Bot:   What annoys you most? You may skip this.
Boris: Too many taps
Bot:   Thank you. Olga will read it.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Choice, Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.home import HOME
from domain.queries.ideas import feedback_wanted, who_reads
from domain.usecases.ideas.feedback import give_feedback
from locales import Joined, Sentence, _, verbatim

routes = Routes()

MOST = 500
MARKS = tuple((mark, verbatim(str(mark))) for mark in range(1, 6))


@dataclass(kw_only=True)
class FeedbackAnswers:
    speed: int = asked()
    ease: int = asked()
    calm: int = asked()
    word: str | None = asked()


def _mark(name: str, asks: Sentence, label: Sentence) -> Choice:
    return Choice(name=name, asks=asks, label=label, options=MARKS, columns=len(MARKS))


@routes.flow
class GiveFeedback(AskOnce[FeedbackAnswers]):
    name = "feedback"
    called = _("feedback")
    answers_type = FeedbackAnswers
    questions = (
        _mark("speed", _("How quick is it? 1 is poor, 5 is very good."), _("Speed")),
        _mark("ease", _("How easy is it to use? 1 is hard, 5 is very easy."), _("Ease")),
        _mark("calm", _("How rarely does it annoy you? 1 is all the time, 5 is never."), _("Calm")),
        Words(
            name="word",
            asks=_("What annoys you most? You may skip this."),
            label=_("What annoys most"),
            optional=True,
            most=MOST,
        ),
    )

    def prepare(self, exchange: Exchange, answers: FeedbackAnswers) -> None:  # noqa: ARG002
        feedback_wanted(exchange.desk)

    def finish(self, exchange: Exchange, answers: FeedbackAnswers) -> None:
        give_feedback(exchange.desk, answers.speed, answers.ease, answers.calm, answers.word)
        readers = who_reads(exchange.desk)
        exchange.head(
            _("Thank you. {names} will read it.")(names=Joined(readers)) if readers else _("Thank you.")
        )
        exchange.show_origin(HOME)
