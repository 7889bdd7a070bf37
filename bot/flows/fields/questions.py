"""Questions about extra fields, one each, for whatever flow asks them. Answers are kept as the fields keep their values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Heard, Question
from bot.conversation.questions.basic import Amount, Choice, Find, OneFile, Words
from bot.conversation.questions.calendar import calendar_rows
from bot.conversation.questions.days import Day
from bot.conversation.screen import Button, Row
from domain.entities.field_values import LONGEST_TEXT, as_read
from domain.entities.fields import FIELD_FILE, Field, Fields, FieldType, fields_of
from domain.entities.files import SentFile
from domain.queries.fields import all_fields, fills_field
from domain.usecases.fields.filling import fill_fields
from domain.values.labels import said
from domain.values.reading.around import FARTHEST_YEAR, FIRST_YEAR, Around
from domain.values.reading.days import read_days
from domain.values.reading.decimals import read_number
from locales import Fact, Sentence, _, lines, verbatim
from locales.terms.fields import NO, YES, read_words

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

EMPTIED = ""
"""Stands for the answer that nothing shall stand there."""
AS_BUTTONS = 8
"""So many options have a button each; more are found as one types."""
Prompt = Callable[["Exchange", Any, Field], Sentence]

HINTS: dict[FieldType, Sentence] = {
    FieldType.TEXT: _("Please write it."),
    FieldType.NUMBER: _("Please write a number."),
    FieldType.MONEY: _("Please write an amount."),
    FieldType.DAY: _("Please write it like 17.05.2027, or choose."),
    FieldType.YES_NO: _("Please choose."),
    FieldType.CHOICE: _("Please choose."),
    FieldType.FILE: _("Please send a photo or a PDF."),
}


@dataclass(frozen=True, kw_only=True)
class Number(Question):
    """A number, with a fraction or without."""

    def read(self, exchange: "Exchange", text_: str) -> Decimal:  # noqa: ARG002
        return read_number(text_)

    def dump(self, value: Decimal) -> str:
        return f"{value:f}"

    def load(self, kept: str) -> Decimal:
        return Decimal(kept)


@dataclass(frozen=True, kw_only=True)
class AnyDay(Day):
    """A day of the past or to come; so it is typed with its year."""

    def around(self, exchange: "Exchange", answers: Any) -> Around:  # noqa: ARG002
        first, last = date(FIRST_YEAR, 1, 1), date(FARTHEST_YEAR, 12, 31)
        return Around(today=exchange.desk.today, first=first, last=last, language=exchange.voice.language)

    def calendar(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        shown = scratch.get("month") or exchange.desk.today.isoformat()
        return calendar_rows(exchange.voice, shown, self.around(exchange, answers))

    def readings(self, exchange: "Exchange", answers: Any, written: str) -> Sequence[date]:  # noqa: ARG002
        return read_days(written, Around(language=exchange.voice.language))


@dataclass(frozen=True, kw_only=True)
class FieldQuestion(Question):
    """About one field: `inner` asks as its type does; the answer is what is kept, a SentFile, or EMPTIED."""

    field: Field
    inner: Question
    empties: Callable[[Any], bool]
    """Whether it can be answered that nothing shall stand there."""

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        rows = self.inner.rows(exchange, answers, scratch)
        empty = Button(_("🗑 Leave it empty"), "answer", (EMPTIED,))
        return (*rows, (empty,)) if self.empties(answers) else rows

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        heard = self.inner.hear(exchange, answers, scratch)
        if isinstance(heard, Heard):
            return replace(heard, value=self.inner.dump(heard.value))
        return heard if isinstance(heard, SentFile) else self.inner.dump(heard)

    def shown_prompt(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Sentence:
        if scratch.get("readings"):
            return self.inner.shown_prompt(exchange, answers, scratch)
        return self.prompt(exchange, answers)

    def dump(self, value: Any) -> Any:
        return self.inner.dump(value) if isinstance(value, SentFile) else value

    def load(self, kept: Any) -> Any:
        return SentFile(**kept) if isinstance(kept, dict) else kept

    def shown(self, value: Any) -> Fact:
        if isinstance(value, SentFile):
            return value.name
        return (
            None if value in (None, EMPTIED) else read_words(as_read(self.field, value_of(self.field, value)))
        )


def field_questions(
    fields: Fields,
    *,
    when: Callable[[Any, str], bool] = lambda _answers, _key: True,
    prompt: Prompt | None = None,
    empties: Callable[[Any], bool] = lambda _answers: False,
) -> tuple[Question, ...]:
    """One for each, that may be skipped, under the name of `named`."""
    return tuple(
        FieldQuestion(
            name=named(key),
            asks=_asks(one, prompt),
            label=verbatim(said(one.labels)),
            optional=True,
            secret=one.type not in {FieldType.FILE},
            when=partial(_is_due, when, key),
            field=one,
            inner=_inner(one),
            empties=empties,
        )
        for key, one in fields.items()
    )


def named(key: str) -> str:
    return f"field {key}"


def answered(answers: Any, fields: Fields) -> dict[str, Any]:
    """What was answered, to be filled in; what was skipped is left as it is."""
    said_of = {key: vars(answers).get(named(key)) for key in fields}
    return {
        key: None if value == EMPTIED else value_of(fields[key], value)
        for key, value in said_of.items()
        if value is not None
    }


def fill_answered(exchange: "Exchange", subject: str, number: int, answers: Any, part: int = 0) -> None:
    """What was answered besides in the flow that made this thing."""
    some = fields_of(all_fields(exchange.desk), subject)
    values = answered(answers, {key: one for key, one in some.items() if fills_field(exchange.desk, one)})
    if values:
        fill_fields(exchange.desk, subject, number, values, part)


def value_of(one: Field, answer: Any) -> Any:
    """Secret answers are texts; yes and no are kept as what they are."""
    return answer == "yes" if one.type is FieldType.YES_NO else answer


def _is_due(when: Callable[[Any, str], bool], key: str, answers: Any) -> bool:
    return when(answers, key)


def _asks(one: Field, prompt: Prompt | None) -> Callable[["Exchange", Any], Sentence]:
    def asks(exchange: "Exchange", answers: Any) -> Sentence:
        if prompt is not None:
            return lines(prompt(exchange, answers, one), HINTS[one.type])
        return lines(_("<b>{label}</b>")(label=said(one.labels)), HINTS[one.type])

    return asks


def _inner(one: Field) -> Question:
    common: dict[str, Any] = {"name": "inner", "asks": HINTS[one.type], "label": HINTS[one.type]}
    if one.type is FieldType.CHOICE:
        return _choice(one, common)
    return _MAKES[one.type](common)


_MAKES: dict[FieldType, Callable[[dict[str, Any]], Question]] = {
    FieldType.TEXT: lambda common: Words(**common, most=LONGEST_TEXT),
    FieldType.NUMBER: lambda common: Number(**common),
    FieldType.MONEY: lambda common: Amount(**common),
    FieldType.DAY: lambda common: AnyDay(**common),
    FieldType.YES_NO: lambda common: Choice(**common, options=(("yes", YES), ("no", NO))),
    FieldType.FILE: lambda common: OneFile(**common, purpose=FIELD_FILE),
}


def _choice(one: Field, common: dict[str, Any]) -> Question:
    options = [(option.key, verbatim(said(option.labels))) for option in one.offered]
    if len(options) <= AS_BUTTONS:
        return Choice(**common, options=options)

    def finds(
        exchange: "Exchange", _answers: Any, text: str, limit: int, offset: int
    ) -> Sequence[tuple[Any, Sentence]]:
        wanted = text.casefold()
        found = [each for each in options if wanted in exchange.voice.plain(each[1]).casefold()]
        return found[offset : offset + limit]

    return Find(**common, finds=finds)
