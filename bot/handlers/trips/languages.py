"""A trip in other languages: what was given in which, and what is still read as it was written."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, back, column, go
from bot.flows.trips.translate import TranslateTrip
from bot.links.trips import TRIP, TRIP_LANGUAGES, TRIP_SLOTS
from domain.entities.people import Right
from domain.entities.trips import Trip, TripNumber
from domain.queries.trip_changes import trip_to_change
from domain.queries.trips import may_change
from domain.values.language import Language
from locales import Sentence, _, lines
from locales.terms.languages import LANGUAGES

routes = Routes(rank=610)


@routes.draws(TRIP_LANGUAGES)
def languages(exchange: Exchange, number: TripNumber) -> Screen:
    trip = trip_to_change(exchange.desk, number).trip
    others = [language for language in Language if language is not trip.written_in]
    text = lines(
        _("<b>{trip}</b> in other languages")(trip=trip.title.as_written()),
        "",
        *(_line(trip, language) for language in others),
    )
    buttons = [
        ask(_("✏️ {language}")(language=LANGUAGES[one]), TranslateTrip, trip=number, language=one.value)
        for one in others
    ]
    return Screen(text, (*column(buttons), (back(TRIP, number),)))


def _line(trip: Trip, language: Language) -> Sentence:
    given = [text for what in ("name", "place", "bring") if (text := trip.words(what).others.get(language))]
    if not given:
        return _("{language}: as written")(language=LANGUAGES[language])
    return _("{language}: {texts}")(language=LANGUAGES[language], texts=" · ".join(given))


@TRIP_SLOTS.button(60, Right.PLAN_TRIPS)
def languages_of_trip(exchange: Exchange, trip: Trip) -> Button | None:
    goes = trip.cancelled_at is None and may_change(exchange.desk, trip)
    return go(_("🌐 Languages"), TRIP_LANGUAGES, trip.id) if goes else None


@TRIP_SLOTS.lines(60, Right.PLAN_TRIPS)
def lacking(_exchange: Exchange, trip: Trip) -> list[Sentence]:
    """Only where somebody has begun: an agency of one language is not told of three others."""
    if not trip.translations or not (names := [LANGUAGES[one] for one in trip.words("name").lacking()]):
        return []
    return [_("🌐 Not yet in {languages}")(languages=", ".join(names))]
