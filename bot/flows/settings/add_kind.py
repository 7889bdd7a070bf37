"""The owner makes up a list: what it is called, what one thing on it is called, and its sign; then it is named anew.

Olga: [➕ New list]
Bot:   What is the list called?
Olga: Coaches
Bot:   What is “Coaches” in Russian?
Olga: [Skip]
Bot:   What is “Coaches” in Bulgarian?
Olga: Автобуси
Bot:   What is “Coaches” in Chinese?
Olga: [Skip]
Bot:   What is a single one called?
Olga: Coach
Bot:   What is “Coach” in Russian?
Olga: [Skip]
Bot:   What is “Coach” in Bulgarian?
Olga: Автобус
Bot:   What is “Coach” in Chinese?
Olga: [Skip]
Bot:   Which emoji stands before its name?
Olga: 🚍
Bot:   🚍 Coaches
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.questions.basic import Words
from bot.conversation.questions.suggestions import SuggestedWords
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.settings.field_questions import WHICH_LANGUAGE, name_questions, said_in
from bot.links.own_kinds import OWN_KIND_CARD
from domain.entities.own_kinds import OwnKind
from domain.queries.own_kinds import kind_to_change, kinds_defined
from domain.usecases.settings.own_kinds import add_kind, must_be_a_new_name, read_icon, rename_kind
from domain.values.labels import read_label, said
from domain.values.language import Language
from locales import Sentence, _

routes = Routes()

ICONS = ("🚍", "🏫", "🏨", "🧭", "🍽", "⛪", "📍", "🗃")


@dataclass(kw_only=True)
class AddKindAnswers:
    language: str = asked()
    many: str = asked()
    many_en: str | None = asked()
    many_ru: str | None = asked()
    many_bg: str | None = asked()
    many_zh: str | None = asked()
    one: str = asked()
    one_en: str | None = asked()
    one_ru: str | None = asked()
    one_bg: str | None = asked()
    one_zh: str | None = asked()
    icon: str = asked()


def _is_new(exchange: Exchange, label: str, answers: Any) -> None:
    must_be_a_new_name(exchange.desk, {Language(answers.language): label})


def _icon(name: str) -> Question:
    return SuggestedWords(
        name=name,
        asks=_("Which emoji stands before its name?"),
        label=_("Sign"),
        offers=lambda _exchange, _answers: ICONS,
        columns=4,
        most=40,
        reads=read_icon,
    )


@routes.flow
class AddKind(AskOnce[AddKindAnswers]):
    name = "add_kind"
    called = _("new list")
    answers_type = AddKindAnswers
    questions = (
        *name_questions("many", _("What is the list called?"), _("List"), _is_new),
        *name_questions("one", _("What is a single one called?"), _("One of them")),
        _icon("icon"),
    )

    def prepare(self, exchange: Exchange, answers: AddKindAnswers) -> None:
        kinds_defined(exchange.desk)
        answers.language = exchange.voice.language.value

    def finish(self, exchange: Exchange, answers: AddKindAnswers) -> None:
        value = OwnKind(said_in(answers, "one"), said_in(answers, "many"), answers.icon)
        exchange.show(OWN_KIND_CARD, add_kind(exchange.desk, value))


@dataclass(kw_only=True)
class RenameKindAnswers:
    key: str
    seen: int
    language: Language = asked()
    many: str = asked()
    one: str = asked()


def _named(words: Sentence, which: Callable[[OwnKind], Any]) -> Callable[[Exchange, Any], Sentence]:
    def asks(exchange: Exchange, answers: Any) -> Sentence:
        return words(label=said(which(kind_to_change(exchange.desk, answers.key))))

    return asks


@routes.flow
class RenameKind(AskOnce[RenameKindAnswers]):
    name = "rename_kind"
    called = _("name of a list")
    answers_type = RenameKindAnswers
    questions = (
        WHICH_LANGUAGE,
        Words(
            name="many",
            asks=_named(_("What should “{label}” be called now?"), lambda kind: kind.many),
            label=_("List"),
            most=1000,
            reads=read_label,
        ),
        Words(
            name="one",
            asks=_named(_("What should “{label}” be called now?"), lambda kind: kind.one),
            label=_("One of them"),
            most=1000,
            reads=read_label,
        ),
    )

    def prepare(self, exchange: Exchange, answers: RenameKindAnswers) -> None:
        kind_to_change(exchange.desk, answers.key)

    def finish(self, exchange: Exchange, answers: RenameKindAnswers) -> None:
        many, one = {answers.language: answers.many}, {answers.language: answers.one}
        rename_kind(exchange.desk, answers.key, answers.seen, many, one)
        exchange.show(OWN_KIND_CARD, answers.key)
