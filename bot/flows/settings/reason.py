"""The owner adds a reason for which deals are lost, or inquiries closed: in their own language first, then in the others.

Olga: /settings
Olga: [✉️ Texts]
Olga: [✖ Reasons]
Olga: [➕ Add a reason]
Bot:  What is the reason, in a few words?
Olga: 😀
Bot:  A name needs at least one letter or digit.
Olga: Wanted another hotel
Bot:  And in Russian?
Olga: Хотели другой отель
Bot:  And in Bulgarian?
Olga: [Skip]
Bot:  And in Chinese?
Olga: [Skip]
Bot:  Offered when somebody closes one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.agency import REASONS as SCREEN
from domain.entities.reasons import REASONS
from domain.queries.settings import agency_reasons
from domain.usecases.settings.reasons import add_reason
from domain.values.labels import read_label
from domain.values.language import Language
from locales import Sentence, _
from locales.terms.languages import IN_LANGUAGE, LANGUAGES

routes = Routes()


@dataclass(kw_only=True)
class ReasonAnswers:
    seen: int
    of: str
    language: str = asked()
    label: str = asked()
    en: str | None = asked()
    ru: str | None = asked()
    bg: str | None = asked()
    zh: str | None = asked()


def _other_than(language: Language) -> Callable[[ReasonAnswers], bool]:
    return lambda answers: answers.language != language


def _and_in(language: Language) -> Words:
    asks: Sentence = _("And {in_language}?")(in_language=IN_LANGUAGE[language])
    return Words(
        name=language.value,
        asks=asks,
        label=_("{choice}")(choice=LANGUAGES[language]),
        optional=True,
        reads=read_label,
        when=_other_than(language),
    )


@routes.flow
class AddReason(Changing[ReasonAnswers]):
    name = "add_reason"
    called = _("new reason")
    answers_type = ReasonAnswers
    kind = REASONS
    questions = (
        Words(
            name="label", asks=_("What is the reason, in a few words?"), label=_("Reason"), reads=read_label
        ),
        *map(_and_in, Language),
    )

    def key(self, exchange: Exchange, answers: ReasonAnswers) -> str:  # noqa: ARG002
        return answers.of

    def prepare(self, exchange: Exchange, answers: ReasonAnswers) -> None:
        agency_reasons(exchange.desk, answers.of)
        answers.language = exchange.voice.language.value

    def finish(self, exchange: Exchange, answers: ReasonAnswers) -> None:
        others = {one: getattr(answers, one.value) for one in Language if one.value != answers.language}
        labels = {Language(answers.language): answers.label}
        labels |= {one: text for one, text in others.items() if text}
        add_reason(exchange.desk, answers.seen, answers.of, labels)
        exchange.show_origin(SCREEN, answers.of)
