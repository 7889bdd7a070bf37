"""Observations of the market: the newest, and those of one destination or supplier."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, back, column, go, turn
from bot.conversation.slots import home_button
from bot.conversation.widgets.listing import listing
from bot.flows.observations.note import NoteObservation
from bot.links.home import HOME
from bot.links.observations import (
    OBSERVATION,
    OBSERVATIONS,
    OBSERVATIONS_OF_TRIP,
    OBSERVATIONS_UNDER,
    OBSERVED,
)
from bot.links.trips import TRIP
from domain.entities.observations import Observation, Watched
from domain.entities.people import Right
from domain.entities.trips import TripNumber
from domain.queries.observations import (
    names_noted,
    observations_of_trip,
    observations_shown,
    observations_under,
)
from domain.queries.trips import trip_card
from domain.values.refusals import NotFound
from domain.values.text import first_name
from locales import Sentence, _
from locales.terms.observations import WATCHED_ALL, short_observation

routes = Routes(rank=455)

SIZE = 4
"""Beside them stand up to four other buttons."""


@home_button(rank=855, right=Right.NOTE_MARKET)
def observations_at_home(_exchange: Exchange) -> Button:
    return go(_("🔭 Observations"), OBSERVATIONS, 0)


@routes.draws(OBSERVATIONS)
def observations(exchange: Exchange, page: int) -> Screen:
    found = observations_shown(exchange.desk, SIZE + 1, page * SIZE)
    return listing(
        _("<b>🔭 What we noticed</b>"),
        found,
        page,
        opens=_opens,
        line=_line,
        turns=lambda label, other: turn(label, OBSERVATIONS, other),
        empty=_("Nothing yet. What you see of hotels, prices and places helps those who sell."),
        below=(
            tuple(go(label, OBSERVED, about.value, 0) for about, label in WATCHED_ALL.items()),
            (ask(_("➕ Note something"), NoteObservation),),
            (back(HOME),),
        ),
        size=SIZE,
    )


@routes.draws(OBSERVED)
def observed(exchange: Exchange, about: str, page: int) -> Screen:
    """Each name under which something was noted lately."""
    watched = _watched(about)
    names = names_noted(exchange.desk, watched, SIZE * (page + 1) + 1)[page * SIZE :]
    return listing(
        _("<b>{kind}</b>")(kind=WATCHED_ALL[watched]),
        names,
        page,
        opens=lambda one: go(_("{place}")(place=one.place), OBSERVATIONS_UNDER, about, one.key, 0),
        turns=lambda label, other: turn(label, OBSERVED, about, other),
        empty=_("Nothing yet."),
        below=((back(OBSERVATIONS, 0),),),
        size=SIZE,
    )


@routes.draws(OBSERVATIONS_UNDER)
def under(exchange: Exchange, about: str, key: str, page: int) -> Screen:
    found = observations_under(exchange.desk, _watched(about), key, SIZE + 1, page * SIZE)
    head = _("<b>🔭 {place}</b>")(place=found[0].place) if found else _("<b>🔭 What we noticed</b>")
    return listing(
        head,
        found,
        page,
        opens=_opens,
        line=_line_of_place,
        turns=lambda label, other: turn(label, OBSERVATIONS_UNDER, about, key, other),
        empty=_("Nothing yet."),
        below=((back(OBSERVATIONS, 0),),),
        size=SIZE,
    )


@routes.draws(OBSERVATIONS_OF_TRIP)
def of_trip(exchange: Exchange, number: TripNumber, page: int) -> Screen:
    trip = trip_card(exchange.desk, number).trip
    found = observations_of_trip(exchange.desk, trip, SIZE + 1, page * SIZE)
    notes = ask(_("➕ Note something"), NoteObservation, about=Watched.DESTINATION, place=trip.words("name"))
    return listing(
        _("<b>🔭 {place}</b>")(place=trip.words("name")),
        found,
        page,
        opens=_opens,
        line=_line_of_place,
        turns=lambda label, other: turn(label, OBSERVATIONS_OF_TRIP, number, other),
        empty=_("Nothing yet."),
        below=column([notes, back(TRIP, number)]),
        size=SIZE,
    )


def _watched(about: str) -> Watched:
    """Raises NotFound for what an earlier button meant."""
    if about not in {*Watched}:
        raise NotFound("out_of_date")
    return Watched(about)


def _opens(one: Observation) -> Button:
    return go(_("🔭 {text}")(text=short_observation(one, 40)), OBSERVATION, one.id)


def _line(one: Observation) -> Sentence:
    return _("{place} · {name}, {day}: {text}")(place=one.place, text=short_observation(one, 120), **_by(one))


def _line_of_place(one: Observation) -> Sentence:
    return _("{name}, {day}: {text}")(text=short_observation(one, 200), **_by(one))


def _by(one: Observation) -> dict[str, object]:
    return {"name": first_name(one.author.name), "day": one.noted_at.date()}
