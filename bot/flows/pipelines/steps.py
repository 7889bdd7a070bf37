"""A stage or a sub-stage is added, and the client is told something of our own at a stage.

Olga: [➕ Stage]
Bot:  What is the new stage called? It comes before the last one.
Olga: Visa
Bot:  Visa
      From here a colleague moves the deal on.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.pipelines import STEP, STEP_READS
from domain.entities.stages import LONGEST_READ
from domain.queries.pipelines import labels_at, pipeline_to_see, step_to_see
from domain.usecases.settings.steps import add_stage, add_substage, say_to_client
from domain.values.labels import read_label
from domain.values.language import Language
from locales import _
from locales.terms.deals import stage_words
from locales.terms.languages import IN_LANGUAGE

routes = Routes()


@dataclass(kw_only=True)
class StageAnswers:
    pipeline: str
    seen: int
    name: str = asked()


@routes.flow
class NewStage(AskOnce[StageAnswers]):
    name = "new_stage"
    called = _("new stage")
    answers_type = StageAnswers
    questions = (
        Words(
            name="name",
            asks=_("What is the new stage called? It comes before the last one."),
            label=_("Stage"),
            reads=read_label,
        ),
    )

    def prepare(self, exchange: Exchange, answers: StageAnswers) -> None:
        pipeline_to_see(exchange.desk, answers.pipeline)

    def finish(self, exchange: Exchange, answers: StageAnswers) -> None:
        language = exchange.voice.language
        step = add_stage(exchange.desk, answers.pipeline, answers.seen, language, answers.name)
        exchange.show(STEP, answers.pipeline, step)


@dataclass(kw_only=True)
class SubstageAnswers:
    pipeline: str
    stage: str
    seen: int
    name: str = asked()


@routes.flow
class NewSubstage(AskOnce[SubstageAnswers]):
    """Olga: [➕ Sub-stage]
    Bot:  What is the new sub-stage of “Papers” called?
    Olga: sent to the bishop
    Bot:  Papers: sent to the bishop
    """

    name = "new_substage"
    called = _("new step")
    answers_type = SubstageAnswers
    questions = (
        Words(
            name="name",
            asks=lambda exchange, answers: _(
                "What is the new sub-stage of “{stage}” called? A deal goes through them one after the other."
            )(stage=stage_words(answers.stage, exchange.desk.agency.pipelines.names)),
            label=_("Sub-stage"),
            reads=read_label,
        ),
    )

    def prepare(self, exchange: Exchange, answers: SubstageAnswers) -> None:
        labels_at(pipeline_to_see(exchange.desk, answers.pipeline)[0], answers.stage)

    def finish(self, exchange: Exchange, answers: SubstageAnswers) -> None:
        desk, language, key = exchange.desk, exchange.voice.language, answers.pipeline
        step = add_substage(desk, key, answers.seen, answers.stage, language, answers.name)
        exchange.show(STEP, key, step)


@dataclass(kw_only=True)
class ReadsAnswers:
    pipeline: str
    step: str
    seen: int
    language: str
    text: str = asked()


@routes.flow
class SayToClient(AskOnce[ReadsAnswers]):
    """Olga: [✏️ English]
    Bot:  What does the client read there in English?
    Olga: We have asked the bishop for his blessing.
    Bot:  English: We have asked the bishop for his blessing.
    """

    name = "say_to_client"
    called = _("words for clients")
    answers_type = ReadsAnswers
    questions = (
        Words(
            name="text",
            asks=lambda _exchange, answers: _("What does the client read at this stage {in_language}?")(
                in_language=IN_LANGUAGE[Language(answers.language)]
            ),
            label=_("Words"),
            most=LONGEST_READ,
        ),
    )

    def prepare(self, exchange: Exchange, answers: ReadsAnswers) -> None:
        step_to_see(exchange.desk, answers.pipeline, answers.step)

    def finish(self, exchange: Exchange, answers: ReadsAnswers) -> None:
        desk, key, language = exchange.desk, answers.pipeline, Language(answers.language)
        say_to_client(desk, key, answers.seen, answers.step, language, answers.text)
        exchange.show(STEP_READS, key, answers.step)
