"""The owner makes a new field: what kind it is, its name and options in several languages, who sees it and who is asked.

Olga: [➕ New field]
Bot:   What kind of answer is it?
Olga: [🔘 Choice]
Bot:   What is the field called?
Olga: T-shirt size
Bot:   What is “T-shirt size” in Russian?
Olga: [Skip]
Bot:   What is “T-shirt size” in Bulgarian?
Olga: Размер тениска
Bot:   What is “T-shirt size” in Chinese?
Olga: [Skip]
Bot:   Which options are there? One on each line, please.
Olga: S;M;L
Bot:   What is “S, M, L” in Russian?
Olga: [Only in English]
Bot:   Who sees the answer?
Olga: [🙋 The client too]
Bot:   Who is asked for it at the start?
Olga: [🙋 The client]
Bot:   At which stage must it be filled in?
Olga: [Documents]
Bot:   Name: T-shirt size
Olga: [✅ Save]
Bot:   T-shirt size
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Choice
from bot.conversation.routes import Routes
from bot.flows.settings.field_questions import (
    STAGE_QUESTION,
    WHO_QUESTIONS,
    InLanguages,
    is_choice,
    label_questions,
    labels_of,
    option_questions,
    options_of,
    stage_of,
)
from bot.links.fields import FIELD_CARD
from domain.entities.fields import AskedOf, Field, FieldType, Sees
from domain.queries.field_definitions import fields_defined
from domain.usecases.settings.fields import add_field, new_options
from locales import Sentence, _, lines
from locales.terms.fields import FIELD_TYPES

routes = Routes()


@dataclass(kw_only=True)
class AddFieldAnswers(InLanguages):
    subject: str
    type: FieldType = asked()
    sees: Sees = asked()
    asked_of: AskedOf = asked()
    stage: str = asked()


@routes.flow
class AddField(Flow[AddFieldAnswers]):
    name = "add_field"
    called = _("new field")
    answers_type = AddFieldAnswers
    send = _("✅ Save")
    questions = (
        Choice(
            name="type",
            asks=_("What kind of answer is it?"),
            label=_("Kind"),
            options=tuple((one.value, words) for one, words in FIELD_TYPES.items()),
            of=FieldType,
            shows=lambda kind: FIELD_TYPES[kind],
            spoils=("options",),
        ),
        *label_questions(_("What is the field called?"), subject=lambda answers: answers.subject),
        *option_questions(is_choice),
        *WHO_QUESTIONS,
        STAGE_QUESTION,
    )

    def prepare(self, exchange: Exchange, answers: AddFieldAnswers) -> None:
        fields_defined(exchange.desk, answers.subject)
        answers.language = exchange.voice.language.value

    def review(self, exchange: Exchange, answers: AddFieldAnswers) -> Sentence:
        """Without the languages that were skipped."""
        due = [one for one in self.due(answers) if not one.optional or getattr(answers, one.name)]
        return lines(
            *(LINE(label=one.label, value=one.shown_at(exchange, getattr(answers, one.name))) for one in due)
        )

    def finish(self, exchange: Exchange, answers: AddFieldAnswers) -> None:
        options = new_options(options_of(answers)) if is_choice(answers) else ()
        value = Field(
            answers.subject,
            answers.type,
            labels_of(answers),
            options,
            answers.sees,
            answers.asked_of,
            stage_of(answers),
        )
        exchange.show(FIELD_CARD, add_field(exchange.desk, value))
