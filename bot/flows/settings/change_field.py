"""The owner changes a field: its name in one language, who sees it and is asked, the stage, and more options.

Olga: [✏️ Name]
Bot:   In which language?
Olga: [English]
Bot:   What should “T-shirt size” be called now?
Olga: Size of the T-shirt
Bot:   Size of the T-shirt
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.settings.field_questions import (
    STAGE_QUESTION,
    WHICH_LANGUAGE,
    WHO_QUESTIONS,
    InLanguages,
    option_questions,
    options_of,
    stage_of,
)
from bot.links.fields import FIELD_CARD, FIELD_OPTION, FIELD_OPTIONS
from domain.entities.fields import AskedOf, Sees, must_have_option
from domain.queries.field_definitions import field_to_change
from domain.usecases.settings.fields import add_options, change_field, rename_field, rename_option
from domain.values.labels import read_label, said
from domain.values.language import Language
from locales import Sentence, _
from locales.terms.languages import IN_LANGUAGE

routes = Routes()


@dataclass(kw_only=True)
class RenameFieldAnswers:
    key: str
    seen: int
    language: Language = asked()
    label: str = asked()


def _asks_name(exchange: Exchange, answers: Any) -> Sentence:
    label = said(field_to_change(exchange.desk, answers.key).labels)
    return _("What should “{label}” be called now?")(label=label)


@routes.flow
class RenameField(AskOnce[RenameFieldAnswers]):
    name = "rename_field"
    called = _("name of a field")
    answers_type = RenameFieldAnswers
    questions = (
        WHICH_LANGUAGE,
        Words(name="label", asks=_asks_name, label=_("Name"), most=1000, reads=read_label),
    )

    def prepare(self, exchange: Exchange, answers: RenameFieldAnswers) -> None:
        field_to_change(exchange.desk, answers.key)

    def finish(self, exchange: Exchange, answers: RenameFieldAnswers) -> None:
        rename_field(exchange.desk, answers.key, answers.seen, {answers.language: answers.label})
        exchange.show(FIELD_CARD, answers.key)


@dataclass(kw_only=True)
class RenameOptionAnswers:
    key: str
    seen: int
    option: str
    language: str
    label: str = asked()


def _asks_option(exchange: Exchange, answers: Any) -> Sentence:
    one = must_have_option(field_to_change(exchange.desk, answers.key), answers.option)
    return _("What is “{text}” {in_language}?")(
        text=said(one.labels), in_language=IN_LANGUAGE[Language(answers.language)]
    )


@routes.flow
class RenameOption(AskOnce[RenameOptionAnswers]):
    """Olga: [Български: S]
    Bot:  What is “S” called in Bulgarian?
    Olga: Малка
    """

    name = "rename_option"
    called = _("name of a choice")
    answers_type = RenameOptionAnswers
    questions = (Words(name="label", asks=_asks_option, label=_("Name"), most=1000, reads=read_label),)

    def prepare(self, exchange: Exchange, answers: RenameOptionAnswers) -> None:
        must_have_option(field_to_change(exchange.desk, answers.key), answers.option)

    def finish(self, exchange: Exchange, answers: RenameOptionAnswers) -> None:
        language = Language(answers.language)
        rename_option(exchange.desk, answers.key, answers.seen, answers.option, language, answers.label)
        exchange.show(FIELD_OPTION, answers.key, answers.option, 0)


@dataclass(kw_only=True)
class WhoSeesAnswers:
    key: str
    seen: int
    subject: str = asked()
    sees: Sees = asked()
    asked_of: AskedOf = asked()


@routes.flow
class WhoSeesField(AskOnce[WhoSeesAnswers]):
    name = "who_sees_field"
    called = _("who sees a field")
    answers_type = WhoSeesAnswers
    questions = WHO_QUESTIONS

    def prepare(self, exchange: Exchange, answers: WhoSeesAnswers) -> None:
        answers.subject = field_to_change(exchange.desk, answers.key).subject

    def finish(self, exchange: Exchange, answers: WhoSeesAnswers) -> None:
        changes = {"sees": answers.sees, "asked_of": answers.asked_of}
        change_field(exchange.desk, answers.key, answers.seen, **changes)
        exchange.show(FIELD_CARD, answers.key)


@dataclass(kw_only=True)
class FieldStageAnswers:
    key: str
    seen: int
    subject: str = asked()
    stage: str = asked()


@routes.flow
class FieldStage(AskOnce[FieldStageAnswers]):
    name = "field_stage"
    called = _("stage of a field")
    answers_type = FieldStageAnswers
    questions = (STAGE_QUESTION,)

    def prepare(self, exchange: Exchange, answers: FieldStageAnswers) -> None:
        answers.subject = field_to_change(exchange.desk, answers.key).subject

    def finish(self, exchange: Exchange, answers: FieldStageAnswers) -> None:
        change_field(exchange.desk, answers.key, answers.seen, stage=stage_of(answers))
        exchange.show(FIELD_CARD, answers.key)


@dataclass(kw_only=True)
class AddOptionsAnswers(InLanguages):
    key: str
    seen: int


@routes.flow
class AddOptions(AskOnce[AddOptionsAnswers]):
    name = "add_options"
    called = _("more choices")
    answers_type = AddOptionsAnswers
    questions = option_questions(lambda _answers: True)

    def prepare(self, exchange: Exchange, answers: AddOptionsAnswers) -> None:
        field_to_change(exchange.desk, answers.key)
        answers.language = exchange.voice.language.value

    def finish(self, exchange: Exchange, answers: AddOptionsAnswers) -> None:
        add_options(exchange.desk, answers.key, answers.seen, options_of(answers))
        exchange.show(FIELD_OPTIONS, answers.key, 0)
