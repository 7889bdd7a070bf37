"""Pipelines are made, copied and named: a name, and for a pipeline its stages, one on each line.

Olga: [➕ New stages]
Bot:  What are these stages for? For example: Pilgrimages
Olga: Pilgrimages
Bot:  Please type the stages in order, one per line. The last one means the trip is over.
Olga: Blessing, Papers, Paid, On the way, Home
Bot:  🗂 Pilgrimages
      1. Blessing
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.pipelines import PIPELINE, STEP_NAMES
from domain.queries.pipelines import pipeline_to_see, pipelines_to_see
from domain.usecases.settings.pipelines import copy_pipeline, make_pipeline, name_pipeline
from domain.usecases.settings.steps import name_step
from domain.values.labels import Labels, read_label
from domain.values.language import Language
from locales import Sentence, Voice, _
from locales.terms.deals import STAGES, STEPS
from locales.terms.languages import IN_LANGUAGE, this_one_first

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


def in_language(_exchange: Exchange, answers: Any) -> Sentence:
    return _("What is it called {in_language}?")(in_language=IN_LANGUAGE[Language(answers.language)])


FOR_WHAT = Words(
    name="name",
    asks=_("What are these stages for? For example: Pilgrimages"),
    label=_("Name"),
    reads=read_label,
)


@routes.flow
class NewPipeline(AskOnce[PipelineAnswers]):
    name = "new_pipeline"
    called = _("new set of stages")
    answers_type = PipelineAnswers
    questions = (
        FOR_WHAT,
        Lines(
            name="stages",
            asks=_("Please type the stages in order, one per line. The last one means the trip is over."),
            label=_("Stages"),
        ),
    )

    def prepare(self, exchange: Exchange, answers: PipelineAnswers) -> None:  # noqa: ARG002
        pipelines_to_see(exchange.desk)

    def finish(self, exchange: Exchange, answers: PipelineAnswers) -> None:
        key = make_pipeline(exchange.desk, exchange.voice.language, answers.name, answers.stages)
        exchange.show(PIPELINE, key, 0)


@dataclass(kw_only=True)
class CopyAnswers:
    pipeline: str
    name: str = asked()


@routes.flow
class CopyPipeline(AskOnce[CopyAnswers]):
    """Olga: [📄 Copy]
    Bot:  What are these stages for? For example: Pilgrimages
    Olga: Weddings
    Bot:  🗂 Weddings
          1. New
    """

    name = "copy_pipeline"
    called = _("copied stages")
    answers_type = CopyAnswers
    questions = (FOR_WHAT,)

    def prepare(self, exchange: Exchange, answers: CopyAnswers) -> None:
        pipeline_to_see(exchange.desk, answers.pipeline)

    def finish(self, exchange: Exchange, answers: CopyAnswers) -> None:
        language = exchange.voice.language
        key = copy_pipeline(exchange.desk, answers.pipeline, language, answers.name, _our_words(language))
        exchange.show(PIPELINE, key, 0)


def _our_words(language: Language) -> Mapping[str, Labels]:
    """What the shipped stages are called, in every language, the owner's first."""
    said: dict[str, dict[Language, str]] = {}
    for one in this_one_first(language):
        voice = Voice(one, UTC, None)
        for stage, words in STAGES.items():
            said.setdefault(stage, {})[one] = voice.plain(words)
        for step, words in STEPS.items():
            # Their stage is said before them, whatever it is called then.
            stage = said[step.partition(".")[0]][one]
            said.setdefault(step, {})[one] = voice.plain(words).removeprefix(stage).strip(":： （）")
    return said


@dataclass(kw_only=True)
class NameAnswers:
    pipeline: str
    step: str
    """Empty: the pipeline itself is named."""
    seen: int
    language: str
    name: str = asked()


@routes.flow
class NameStage(AskOnce[NameAnswers]):
    name = "name_stage"
    called = _("name of a stage")
    answers_type = NameAnswers
    questions = (Words(name="name", asks=in_language, label=_("Name"), reads=read_label),)

    def prepare(self, exchange: Exchange, answers: NameAnswers) -> None:
        pipeline_to_see(exchange.desk, answers.pipeline)

    def finish(self, exchange: Exchange, answers: NameAnswers) -> None:
        desk, language = exchange.desk, Language(answers.language)
        if answers.step:
            name_step(desk, answers.pipeline, answers.seen, answers.step, language, answers.name)
        else:
            name_pipeline(desk, answers.pipeline, answers.seen, language, answers.name)
        exchange.show(STEP_NAMES, answers.pipeline, answers.step)
