"""Trips in any chat: what a colleague finds behind the bot's name, and the card that is posted for clients."""

from collections.abc import Iterator, Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.inline import InlineResult, found_inline
from bot.conversation.searches import Page
from bot.flows.joining.offer import offer_lines
from bot.handlers.home.free_words import SearchWords
from domain.entities.people import Right
from domain.queries.joining import join_link
from domain.queries.settings import languages_to_choose
from domain.queries.trip_lists import trips_ahead
from domain.queries.trips import TripLine
from domain.values.language import Language
from locales import Sentence, _, verbatim
from locales.terms.languages import LANGUAGES
from locales.terms.trips import trip_line

JOIN = _("✅ Join")
WAIT = _("🕐 Waiting list")


@found_inline(rank=10, right=Right.SEE_TRIPS)
def trips_inline(exchange: Exchange, page: Page) -> Sequence[InlineResult]:
    """Those ahead, soonest first; of one that is found alone, its card in each language that clients may read."""
    words = SearchWords.of(page.text).text
    found = trips_ahead(exchange.desk, words, page.limit, page.offset)
    if len(found) == 1 and words and not page.number:
        return [*_in_each_language(exchange, found[0])]
    return [_card(exchange, one) for one in found]


def _in_each_language(exchange: Exchange, one: TripLine) -> Iterator[InlineResult]:
    own = exchange.voice.language
    for language in (own, *(other for other in languages_to_choose(exchange.desk) if other is not own)):
        yield _card(exchange, one, language)


def _card(exchange: Exchange, one: TripLine, language: Language | None = None) -> InlineResult:
    trip = one.trip
    label, address = _way_in(exchange, one)
    return InlineResult(
        f"trip_{trip.id}_{language or ''}",
        _("🚌 {trip}")(trip=trip_line(trip, one.taken)),
        verbatim(LANGUAGES[language]) if language else _about(one),
        offer_lines(one),
        label,
        address,
        language,
    )


def _about(one: TripLine) -> Sentence:
    return _("{price}, back on {returns}")(price=one.trip.price, returns=one.trip.returns)


def _way_in(exchange: Exchange, one: TripLine) -> tuple[Sentence | None, str]:
    """The join link, for whoever may pass it on; none when it is closed."""
    if not exchange.desk.actor.may(Right.OPEN_DEALS):
        return None, ""
    payload = join_link(exchange.desk, one.trip.id).payload
    if payload is None:
        return None, ""
    return (JOIN if one.free else WAIT), exchange.deep_link(payload)
