"""A trip in another language: whoever travels reads its name, its place and what to bring in their own, where it was given.

Boris: [🌐 Languages]
Bot:   Ohrid 29.10 in other languages
Boris: [✏️ Русский]
Bot:   What is “Ohrid” in Russian?
Boris: Охрид
Bot:   The place, “Plovdiv, Central Station”, in Russian?
Boris: Пловдив, Центральный вокзал
Bot:   Name: Охрид
Boris: [✅ Save]
Bot:   Ohrid 29.10 in other languages
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Name, Words
from bot.conversation.routes import Routes
from bot.links.trips import TRIP_LANGUAGES
from domain.entities.trips import Trip
from domain.queries.trip_changes import trip_to_change
from domain.usecases.trips.planning import translate
from domain.values.language import Language
from locales import Sentence, _
from locales.terms.languages import IN_LANGUAGE

routes = Routes()


@dataclass(kw_only=True)
class TranslateAnswers:
    trip: int
    language: str
    """Its code."""
    has_bring: bool = asked()
    name: str | None = asked()
    place: str | None = asked()
    bring: str | None = asked()


def _trip(exchange: Exchange, answers: TranslateAnswers) -> Trip:
    return trip_to_change(exchange.desk, answers.trip).trip


def _asks_name(exchange: Exchange, answers: TranslateAnswers) -> Sentence:
    asks = _("What is “{text}” {in_language}?")
    return asks(text=_trip(exchange, answers).name, in_language=IN_LANGUAGE[Language(answers.language)])


def _asks_place(exchange: Exchange, answers: TranslateAnswers) -> Sentence:
    asks = _("The place, “{text}”, {in_language}?")
    return asks(text=_trip(exchange, answers).place, in_language=IN_LANGUAGE[Language(answers.language)])


def _asks_bring(exchange: Exchange, answers: TranslateAnswers) -> Sentence:
    asks = _("What to bring, “{text}”, {in_language}?")
    return asks(text=_trip(exchange, answers).bring, in_language=IN_LANGUAGE[Language(answers.language)])


@routes.flow
class TranslateTrip(Flow[TranslateAnswers]):
    """What is skipped is read as it was written."""

    name = "translate_trip"
    called = _("translation of a trip")
    answers_type = TranslateAnswers
    send = _("✅ Save")
    questions = (
        Name(name="name", asks=_asks_name, label=_("Name"), optional=True),
        Words(name="place", asks=_asks_place, label=_("Place"), optional=True, most=300),
        Words(
            name="bring",
            asks=_asks_bring,
            label=_("What to bring"),
            optional=True,
            most=1000,
            when=lambda answers: answers.has_bring,
        ),
    )

    def prepare(self, exchange: Exchange, answers: TranslateAnswers) -> None:
        answers.has_bring = _trip(exchange, answers).bring is not None

    def finish(self, exchange: Exchange, answers: TranslateAnswers) -> None:
        texts = {"name": answers.name, "place": answers.place, "bring": answers.bring}
        translate(exchange.desk, answers.trip, Language(answers.language), texts)
        exchange.show(TRIP_LANGUAGES, answers.trip)
