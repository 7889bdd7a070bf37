"""Kinds of trips: which there are, which stages their deals go through, and of which kind a trip is."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, pairs, turn
from bot.conversation.widgets.listing import listing, turning
from bot.conversation.widgets.picker import picker
from bot.flows.settings.stages import NameKind, NewKind
from bot.handlers.settings.pipelines import pipeline_name
from bot.links.pipelines import (
    KIND_PIPELINE,
    KINDS_OF_TRIP,
    PIPELINES,
    RETIRE_KIND,
    SET_KIND,
    TRIP_KIND,
    TRIP_KINDS,
)
from bot.links.trips import TRIP, TRIP_SLOTS
from domain.entities import pipeline as entities
from domain.entities.people import Right
from domain.entities.pipeline import TripKind
from domain.entities.trips import Trip, TripNumber
from domain.queries.pipelines import kind_of, kind_to_see, kinds_to_choose, pipelines_to_see
from domain.usecases.settings.trip_kinds import change_kind, set_trip_kind
from domain.values.labels import said
from domain.values.language import Language
from locales import Sentence, _, lines, verbatim
from locales.terms.languages import LANGUAGES

routes = Routes()

SIZE = 5
STAGES = 3
"""Pipelines on a page of one kind."""


def kind_name(kind: TripKind) -> Sentence:
    return verbatim(said(kind.labels))


@routes.draws(TRIP_KINDS)
def kinds(exchange: Exchange, page: int) -> Screen:
    pipelines_to_see(exchange.desk)
    found = [*exchange.desk.agency.definitions.all(entities.TRIP_KIND).items()]
    return listing(
        _("<b>🚌 Kinds of trips</b>"),
        found[page * SIZE :],
        page,
        opens=lambda one: go(_("🏷 {name}")(name=kind_name(one[1])), TRIP_KIND, one[0], 0),
        turns=lambda label, other: turn(label, TRIP_KINDS, other),
        empty=_("None yet. With a kind, like pilgrimages, trips can have stages of their own."),
        below=column([ask(_("➕ New kind"), NewKind), back(PIPELINES)]),
        size=SIZE,
    )


@routes.draws(TRIP_KIND)
def kind_card(exchange: Exchange, key: str, page: int) -> Screen:
    kind, seen = kind_to_see(exchange.desk, key)
    all_ = exchange.desk.agency.pipelines.all
    shown = [(name, one) for name, one in all_.items() if not one.retired]

    def uses(name: str, one: entities.Pipeline) -> Button:
        label = _("✓ {choice}") if kind.pipeline == name else _("🗂 {choice}")
        return act(label(choice=pipeline_name(name, one)), KIND_PIPELINE, key, seen, name)

    def language(code: Language) -> Button:
        label = _("✏️ {language}")(language=LANGUAGES[code])
        return ask(label, NameKind, trip_kind=key, seen=seen, language=code.value)

    ends = act(_("♻️ Bring back") if kind.retired else _("🗄 Retire"), RETIRE_KIND, key, seen, not kind.retired)
    text = lines(
        _("<b>🏷 {name}</b>")(name=kind_name(kind)),
        _("Retired: no trip is made of it any more.") if kind.retired else None,
        _("Deals on such a trip go through: {stages}")(
            stages=pipeline_name(kind.pipeline, all_[kind.pipeline])
        ),
    )
    rows = column([uses(*one) for one in shown[page * STAGES : (page + 1) * STAGES]])
    more = len(shown) > (page + 1) * STAGES
    turns = turning(lambda label, other: turn(label, TRIP_KIND, key, other), page, more=more)
    return Screen(
        text, (*rows, *turns, *pairs([language(one) for one in Language]), (ends, back(TRIP_KINDS, 0)))
    )


@routes.does(KIND_PIPELINE)
def kind_pipeline(exchange: Exchange, key: str, seen: int, name: str) -> None:
    change_kind(exchange.desk, key, seen, pipeline=name)
    exchange.show(TRIP_KIND, key, 0)


@routes.does(RETIRE_KIND)
def retire_kind(exchange: Exchange, key: str, seen: int, retired: bool) -> None:  # noqa: FBT001 (as a button keeps it)
    change_kind(exchange.desk, key, seen, retired=retired)
    exchange.show(TRIP_KIND, key, 0)


@TRIP_SLOTS.button(65, Right.PLAN_TRIPS)
def kind_of_trip(exchange: Exchange, _trip: Trip) -> Button | None:
    """Once the owner has named kinds."""
    if not exchange.desk.agency.definitions.all(entities.TRIP_KIND):
        return None
    return go(_("🏷 Kind"), KINDS_OF_TRIP, _trip.id)


@TRIP_SLOTS.lines(65, Right.PLAN_TRIPS)
def kind_told(exchange: Exchange, trip: Trip) -> list[Sentence]:
    kind = kind_of(exchange.desk, trip)
    return [_("🏷 {kind}")(kind=kind_name(kind))] if kind else []


@routes.draws(KINDS_OF_TRIP)
def kinds_of_trip(exchange: Exchange, number: TripNumber) -> Screen:
    trip, found = kinds_to_choose(exchange.desk, number)

    def choice(key: str | None) -> Button:
        name = kind_name(found[key]) if key else _("no kind")
        label = _("✓ {choice}") if trip.kind == key else _("🏷 {choice}")
        return act(label(choice=name), SET_KIND, number, key)

    text = lines(
        _("Of which kind is {trip}?")(trip=trip.title),
        _("It decides which stages deals go through that are opened from now on."),
    )
    return picker(text, [None, *[*found][:6]], choice, back(TRIP, number))


@routes.does(SET_KIND)
def set_kind(exchange: Exchange, number: TripNumber, kind: str | None) -> None:
    set_trip_kind(exchange.desk, number, kind)
    exchange.show(TRIP, number)
