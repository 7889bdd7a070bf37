"""Extra fields are filled in, one by one; what is not known is skipped, and stays as it was.

Boris: [✍️ Fill in]
Bot:   Ohrid 29.10: Hotel wishes
       Please write it.
Boris: sea view
Bot:   Ohrid 29.10: Group discount
       Please write an amount.
Boris: [Skip]
Bot:   🧩 Hotel wishes: sea view
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.fields.questions import answered, field_questions
from bot.links.fields import FIELDS
from domain.entities.fields import Field
from domain.ports.desk import Desk
from domain.queries.fields import all_fields, field_to_fill, thing_with_fields
from domain.usecases.fields.filling import fill_fields
from domain.values.labels import said
from domain.values.refusals import Forbidden
from locales import Sentence, _, lines
from locales.terms.fields import read_words

routes = Routes()


@dataclass(kw_only=True)
class FillAnswers:
    subject: str
    number: int
    part: int = 0
    only: str | None = None
    """The key of the field that is changed; None: all that are empty are asked for."""
    keys: list[str] | None = None
    """Those that are asked for, in this order."""


def _wanted(answers: FillAnswers, key: str) -> bool:
    return key in (answers.keys or ())


def _prompt(exchange: Exchange, answers: FillAnswers, one: Field) -> Sentence:
    found = thing_with_fields(exchange.desk, answers.subject, answers.number, answers.part)
    asks = _("<b>{called}</b>: {label}")(called=found.called, label=said(one.labels))
    if answers.only is None:
        return asks
    now = found.one(answers.only)
    kept = None if now.kept is None else _("Now: {value}")(value=read_words(now.read))
    return lines(asks, kept)


@routes.flow
class FillFields(AskOnce[FillAnswers]):
    """The fields of one thing."""

    name = "fill_fields"
    called = _("filling in fields")
    answers_type = FillAnswers

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:
        return field_questions(
            all_fields(desk), when=_wanted, prompt=_prompt, empties=lambda answers: answers.only is not None
        )

    def prepare(self, exchange: Exchange, answers: FillAnswers) -> None:
        found = thing_with_fields(exchange.desk, answers.subject, answers.number, answers.part)
        if answers.only is None:
            answers.keys = found.empty
        else:
            field_to_fill(exchange.desk, answers.subject, answers.number, answers.part, answers.only)
            answers.keys = [answers.only]
        if not answers.keys:
            raise Forbidden("forbidden")

    def due(self, answers: FillAnswers) -> list[Question]:
        """In the order of the thing's fields: what it waits for now stands first."""
        order = answers.keys or []
        return sorted(super().due(answers), key=lambda question: order.index(question.name.partition(" ")[2]))

    def finish(self, exchange: Exchange, answers: FillAnswers) -> None:
        wanted = {key: one for key, one in all_fields(exchange.desk).items() if _wanted(answers, key)}
        values = answered(answers, wanted)
        fill_fields(exchange.desk, answers.subject, answers.number, values, answers.part)
        exchange.show_origin(FIELDS, answers.subject, answers.number, answers.part, 0)
