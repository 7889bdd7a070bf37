"""Questions by which a field is defined: its name and options in several languages, who sees it, where it is waited for."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Heard, Question, asked
from bot.conversation.questions.basic import Choice, Words
from bot.conversation.screen import Button, Row
from domain.entities.fields import INQUIRY, OF_A_DEAL, SUBJECTS, TRIP, AskedOf, FieldType, Sees
from domain.queries.field_definitions import stages_to_wait_at
from domain.usecases.settings.fields import must_be_free, must_be_options
from domain.values.labels import Labels, read_label
from domain.values.language import Language
from domain.values.refusals import Refusal
from locales import Fact, Sentence, _, lines, verbatim
from locales.terms.deals import stage_of_pipeline
from locales.terms.fields import ASKED_OF, SEEN_BY
from locales.terms.languages import IN_LANGUAGE, LANGUAGES

NO_STAGE = "-"
NO_MORE = "no more"
"""A tap that says in no other language what was said in one."""
_BETWEEN = re.compile(r"\n|(?<=.)[;；](?=.)")


WHICH_LANGUAGE = Choice(
    name="language",
    asks=_("In which language?"),
    label=_("Language"),
    options=tuple((one.value, verbatim(name)) for one, name in LANGUAGES.items()),
    of=Language,
)


@dataclass(kw_only=True)
class InLanguages:
    """A name, and perhaps options, said first in the owner's language and then in others."""

    language: str = asked()
    """Code of the language in which it is said first."""
    label: str = asked()
    label_en: str | None = asked()
    label_ru: str | None = asked()
    label_bg: str | None = asked()
    label_zh: str | None = asked()
    options: str = asked()
    options_en: str | None = asked()
    options_ru: str | None = asked()
    options_bg: str | None = asked()
    options_zh: str | None = asked()


def labels_of(answers: Any) -> Labels:
    """The name, in the owner's language first."""
    return said_in(answers, "label")


def options_of(answers: Any) -> list[Labels]:
    """The options in their order, each with the languages it was said in."""
    said = said_in(answers, "options")
    rows = {language: parted(text) for language, text in said.items()}
    first = next(iter(rows.values()))
    return [{language: row[place] for language, row in rows.items()} for place in range(len(first))]


def said_in(answers: Any, name: str) -> dict[Language, str]:
    """What was answered under this name, in the owner's language first."""
    first = Language(answers.language)
    said = {first: str(getattr(answers, name))}
    for language in Language:
        text = getattr(answers, f"{name}_{language.value}")
        if text and language is not first:
            said[language] = text
    return said


def parted(text: str) -> list[str]:
    """One option a line."""
    return [line.strip() for line in _BETWEEN.split(text) if line.strip()]


@dataclass(frozen=True, kw_only=True)
class InAnotherLanguage(Words):
    """The same words in one more language. One tap skips it with all the languages that would be asked after it."""

    language: Language
    of: str
    """The name of the question that was answered in the owner's language."""

    def rows(self, exchange: Exchange, answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        if not self._after(answers):
            return ()
        first = Language(answers.language)
        label = _("In no other language")
        if len(said_in(answers, self.of)) == 1:
            label = _("Only {in_language}")(in_language=IN_LANGUAGE[first])
        return ((Button(label, "answer", (NO_MORE,)),),)

    def tapped(self, exchange: Exchange, answers: Any, scratch: dict[str, Any], kept: Any) -> Any:  # noqa: ARG002
        return Heard(None, also={f"{self.of}_{one.value}": None for one in self._after(answers)})

    def _after(self, answers: Any) -> list[Language]:
        languages = [*Language]
        later = languages[languages.index(self.language) + 1 :]
        return [one for one in later if one.value != answers.language]


def label_questions(asks: Any, *, subject: Callable[[Any], str]) -> tuple[Question, ...]:
    """The name, and the same in the other languages for whoever likes."""

    def check(exchange: Exchange, label: str, answers: Any) -> None:
        must_be_free(exchange.desk, subject(answers), {Language(answers.language): label})

    return name_questions("label", asks, _("Name"), check)


def name_questions(
    name: str, asks: Any, label: Sentence, check: Callable[[Exchange, Any, Any], None] | None = None
) -> tuple[Question, ...]:
    """A name, and the same in the other languages for whoever likes."""
    first = Words(name=name, asks=asks, label=label, most=1000, reads=read_label, check=check)
    others = (
        InAnotherLanguage(
            name=f"{name}_{language.value}",
            language=language,
            of=name,
            asks=_in_language(language, lambda answers: getattr(answers, name)),
            label=_("{label}, {language}")(label=label, language=LANGUAGES[language]),
            optional=True,
            most=1000,
            reads=read_label,
            check=check,
            when=_other(language),
        )
        for language in Language
    )
    return (first, *others)


def option_questions(when: Callable[[Any], bool]) -> tuple[Question, ...]:
    """One option a line, and the same in the other languages for whoever likes."""
    asks = _("Which options are there? One on each line, please.")
    first = Words(
        name="options",
        asks=asks,
        label=_("Options"),
        most=4096,
        reads=_read_options,
        shows=_in_a_row,
        when=when,
    )
    others = (
        InAnotherLanguage(
            name=f"options_{language.value}",
            language=language,
            of="options",
            asks=_in_language(language, lambda answers: ", ".join(parted(answers.options))),
            label=_("Options, {language}")(language=LANGUAGES[language]),
            optional=True,
            most=4096,
            reads=_read_options,
            shows=_in_a_row,
            check=_same_count,
            when=_both(when, _other(language)),
        )
        for language in Language
    )
    return (first, *others)


def _in_a_row(written: str | None) -> str | None:
    return None if written is None else ", ".join(parted(written))


def _read_options(text: str) -> str:
    """Raises Refusal: too_many_options, option_twice, label_too_long, label_empty."""
    options = parted(text)
    must_be_options([{Language.ENGLISH: option} for option in options])
    return "\n".join(read_label(option) for option in options)


def _same_count(_exchange: Exchange, text: str, answers: Any) -> None:
    count = len(parted(answers.options))
    if len(parted(text)) != count:
        raise Refusal("other_count_of_options", count=count)


def _other(language: Language) -> Callable[[Any], bool]:
    return lambda answers: answers.language != language.value


def _both(one: Callable[[Any], bool], other: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda answers: one(answers) and other(answers)


def _in_language(language: Language, what: Callable[[Any], str]) -> Callable[[Exchange, Any], Sentence]:
    def asks(_exchange: Exchange, answers: Any) -> Sentence:
        again = _("What is “{text}” {in_language}? If you skip this, it is shown as it is.")
        return again(in_language=IN_LANGUAGE[language], text=what(answers))

    return asks


def _asked_of(_exchange: Exchange, answers: Any) -> Sequence[tuple[str, Sentence]]:
    """Who does not see it is not asked, and a trip has no client."""
    client = answers.sees is Sees.CLIENT_TOO and answers.subject in SUBJECTS and answers.subject != TRIP
    return [(one.value, words) for one, words in ASKED_OF.items() if client or one is not AskedOf.CLIENT]


def stages(exchange: Exchange, _answers: Any) -> list[tuple[str, Sentence]]:
    """Where a deal can be made to wait."""
    pipelines = exchange.desk.agency.pipelines
    stages = [(one, stage_of_pipeline(one, pipelines)) for one in stages_to_wait_at(exchange.desk)]
    return [*stages, (NO_STAGE, _("✖ At none"))]


def has_stage(answers: Any) -> bool:
    return answers.subject in OF_A_DEAL


def _is_seen_by(_exchange: Exchange, answers: Any) -> Sequence[tuple[str, Sentence]]:
    client = answers.subject in {*OF_A_DEAL, INQUIRY} and answers.subject != TRIP
    return [(one.value, words) for one, words in SEEN_BY.items() if client or one is not Sees.CLIENT_TOO]


WHO_QUESTIONS: tuple[Question, ...] = (
    Choice(
        name="sees",
        asks=_("Who sees the answer?"),
        label=_("Seen by"),
        options=_is_seen_by,
        of=Sees,
        columns=1,
        shows=lambda sees: SEEN_BY[sees],
    ),
    Choice(
        name="asked_of",
        asks=_("Who is asked for it at the start? Colleagues can always fill it in later."),
        label=_("Asked of"),
        options=_asked_of,
        of=AskedOf,
        columns=1,
        shows=lambda asked_of: ASKED_OF[asked_of],
    ),
)


@dataclass(frozen=True, kw_only=True)
class StageChoice(Choice):
    """A stage of whatever pipeline, said as the owner calls it."""

    def shown_at(self, exchange: Exchange, value: Any) -> Fact:
        return (
            _("✖ At none") if value == NO_STAGE else stage_of_pipeline(value, exchange.desk.agency.pipelines)
        )


STAGE_QUESTION = StageChoice(
    name="stage",
    asks=lines(_("At which stage must it be filled in? A deal waits there until it is.")),
    label=_("Waited for at"),
    options=stages,
    when=has_stage,
    columns=1,
)


def is_choice(answers: Any) -> bool:
    return bool(answers.type is FieldType.CHOICE)


def stage_of(answers: Any) -> str | None:
    return None if answers.stage in (None, NO_STAGE) else answers.stage
