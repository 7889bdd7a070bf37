"""Stages and pipelines are made and named: a name, and for a pipeline its stages, one on each line.

Olga: [➕ New stages]
Bot:  What are these stages for? For example: Pilgrimages
Olga: Pilgrimages
Bot:  Please write the stages in their order, one on each line. The last one is the journey done.
Olga: Blessing, Papers, Paid, On the way, Home
Bot:  🗂 Pilgrimages
      1. Blessing
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.pipelines import PIPELINE, STEP, STEP_NAMES, TRIP_KIND
from domain.queries.pipelines import kind_to_see, pipeline_to_see, pipelines_to_see
from domain.usecases.settings.pipelines import (
    add_stage,
    make_pipeline,
    name_pipeline,
    name_step,
)
from domain.usecases.settings.trip_kinds import change_kind, make_kind
from domain.values.labels import read_label
from domain.values.language import Language
from locales import Sentence, _
from locales.terms.languages import LANGUAGES

routes = Routes()


@dataclass(kw_only=True)
class PipelineAnswers:
    name: str = asked()
    stages: list[str] = asked()


@dataclass(frozen=True, kw_only=True)
class Lines(Question):
    """Several names, one on each line, or between commas."""

    def read(self, exchange: Exchange, text: str) -> list[str]:  # noqa: ARG002
        parts = text.splitlines() if "\n" in text.strip() else text.replace("，", ",").split(",")
        return [read_label(part) for part in parts if part.strip()] or [read_label(text)]


@routes.flow
class NewPipeline(AskOnce[PipelineAnswers]):
    name = "new_pipeline"
    answers_type = PipelineAnswers
    questions = (
        Words(
            name="name",
            asks=_("What are these stages for? For example: Pilgrimages"),
            label=_("Name"),
            reads=read_label,
        ),
        Lines(
            name="stages",
            asks=_(
                "Please write the stages in their order, one on each line. The last one is the journey done."
            ),
            label=_("Stages"),
        ),
    )

    def prepare(self, exchange: Exchange, answers: PipelineAnswers) -> None:  # noqa: ARG002
        pipelines_to_see(exchange.desk)

    def finish(self, exchange: Exchange, answers: PipelineAnswers) -> None:
        key = make_pipeline(exchange.desk, exchange.voice.language, answers.name, answers.stages)
        exchange.show(PIPELINE, key, 0)


@dataclass(kw_only=True)
class StageAnswers:
    pipeline: str
    seen: int
    name: str = asked()


@routes.flow
class NewStage(AskOnce[StageAnswers]):
    name = "new_stage"
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
class NameAnswers:
    pipeline: str
    step: str
    """Empty: the pipeline itself is named."""
    seen: int
    language: str
    name: str = asked()


def _in_language(_exchange: Exchange, answers: Any) -> Sentence:
    return _("What is it called in this language: {language}?")(
        language=LANGUAGES[Language(answers.language)]
    )


@routes.flow
class NameStage(AskOnce[NameAnswers]):
    name = "name_stage"
    answers_type = NameAnswers
    questions = (Words(name="name", asks=_in_language, label=_("Name"), reads=read_label),)

    def prepare(self, exchange: Exchange, answers: NameAnswers) -> None:
        pipeline_to_see(exchange.desk, answers.pipeline)

    def finish(self, exchange: Exchange, answers: NameAnswers) -> None:
        desk, language = exchange.desk, Language(answers.language)
        if answers.step:
            name_step(desk, answers.pipeline, answers.seen, answers.step, language, answers.name)
        else:
            name_pipeline(desk, answers.pipeline, answers.seen, language, answers.name)
        exchange.show(STEP_NAMES, answers.pipeline, answers.step)


@dataclass(kw_only=True)
class KindAnswers:
    name: str = asked()


@routes.flow
class NewKind(AskOnce[KindAnswers]):
    name = "new_trip_kind"
    answers_type = KindAnswers
    questions = (
        Words(
            name="name",
            asks=_("What is this kind of trip called? For example: Pilgrimage"),
            label=_("Kind"),
            reads=read_label,
        ),
    )

    def prepare(self, exchange: Exchange, answers: KindAnswers) -> None:  # noqa: ARG002
        pipelines_to_see(exchange.desk)

    def finish(self, exchange: Exchange, answers: KindAnswers) -> None:
        exchange.show(TRIP_KIND, make_kind(exchange.desk, exchange.voice.language, answers.name), 0)


@dataclass(kw_only=True)
class KindNameAnswers:
    trip_kind: str
    seen: int
    language: str
    name: str = asked()


@routes.flow
class NameKind(AskOnce[KindNameAnswers]):
    name = "name_trip_kind"
    answers_type = KindNameAnswers
    questions = (Words(name="name", asks=_in_language, label=_("Name"), reads=read_label),)

    def prepare(self, exchange: Exchange, answers: KindNameAnswers) -> None:
        kind_to_see(exchange.desk, answers.trip_kind)

    def finish(self, exchange: Exchange, answers: KindNameAnswers) -> None:
        labels = {Language(answers.language): answers.name}
        change_kind(exchange.desk, answers.trip_kind, answers.seen, labels=labels)
        exchange.show(TRIP_KIND, answers.trip_kind, 0)
