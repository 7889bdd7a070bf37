"""Kinds of trips are made and named.

Olga: [➕ New kind]
Bot:  What is this kind of trip called? For example: Pilgrimage
Olga: Pilgrimage
Bot:  🏷 Pilgrimage
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.pipelines.stages import in_language
from bot.links.pipelines import KIND_NAMES, TRIP_KIND
from domain.queries.pipelines import kind_to_see, pipelines_to_see
from domain.usecases.settings.trip_kinds import change_kind, make_kind
from domain.values.labels import read_label
from domain.values.language import Language
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class KindAnswers:
    name: str = asked()


@routes.flow
class NewKind(AskOnce[KindAnswers]):
    name = "new_trip_kind"
    called = _("new kind of trip")
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
    called = _("name of a kind of trip")
    answers_type = KindNameAnswers
    questions = (Words(name="name", asks=in_language, label=_("Name"), reads=read_label),)

    def prepare(self, exchange: Exchange, answers: KindNameAnswers) -> None:
        kind_to_see(exchange.desk, answers.trip_kind)

    def finish(self, exchange: Exchange, answers: KindNameAnswers) -> None:
        labels = {Language(answers.language): answers.name}
        change_kind(exchange.desk, answers.trip_kind, answers.seen, labels=labels)
        exchange.show(KIND_NAMES, answers.trip_kind)
