"""Kinds of trips: which there are, which stages their deals go through, and of which kind a trip is."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, pairs, turn
from bot.conversation.widgets.listing import listing
from bot.conversation.widgets.picker import picker
from bot.flows.pipelines.trip_kinds import NameKind, NewKind
from bot.links.pipelines import (
    KIND_NAMES,
    KIND_PIPELINE,
    KIND_STAGES,
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
from locales.terms.deals import pipeline_words
from locales.terms.languages import LANGUAGES, this_one_first

routes = Routes()

SIZE = 5
STAGES = 7
"""Pipelines, or kinds, on a page of which one is chosen."""


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
        empty=_("None yet. Trips of one kind, like pilgrimages, can have their own stages."),
        below=column([ask(_("➕ New kind"), NewKind), back(PIPELINES, 0)]),
        size=SIZE,
    )


@routes.draws(TRIP_KIND)
def kind_card(exchange: Exchange, key: str, _page: int = 0) -> Screen:
    kind, seen = kind_to_see(exchange.desk, key)
    all_ = exchange.desk.agency.pipelines.all
    ends = act(_("♻️ Bring back") if kind.retired else _("🗄 Retire"), RETIRE_KIND, key, seen, not kind.retired)
    text = lines(
        _("<b>🏷 {name}</b>")(name=kind_name(kind)),
        _("Retired: no new trips of this kind.") if kind.retired else None,
        _("Deals on such trips go through: {stages}")(stages=pipeline_words(kind.pipeline, all_)),
    )
    buttons = [go(_("🗂 Stages"), KIND_STAGES, key, 0), go(_("✏️ Name"), KIND_NAMES, key), ends]
    return Screen(text, (*pairs(buttons), (back(TRIP_KINDS, 0),)))


@routes.draws(KIND_STAGES)
def kind_stages(exchange: Exchange, key: str, page: int) -> Screen:
    kind, seen = kind_to_see(exchange.desk, key)
    all_ = exchange.desk.agency.pipelines.all
    shown = [name for name, one in all_.items() if not one.retired]

    def uses(name: str) -> Button:
        label = _("✓ {choice}") if kind.pipeline == name else _("🗂 {choice}")
        return act(label(choice=pipeline_words(name, all_)), KIND_PIPELINE, key, seen, name)

    text = lines(
        _("Which stages do deals on such trips go through: {name}?")(name=kind_name(kind)),
        _("It applies to deals opened from now on."),
    )
    return listing(
        text,
        shown[page * STAGES :],
        page,
        opens=uses,
        turns=lambda label, other: turn(label, KIND_STAGES, key, other),
        below=column([back(TRIP_KIND, key, 0)]),
        size=STAGES,
    )


@routes.draws(KIND_NAMES)
def kind_names(exchange: Exchange, key: str) -> Screen:
    kind, seen = kind_to_see(exchange.desk, key)

    def language(code: Language) -> Button:
        label = _("{language}: {name}")(language=LANGUAGES[code], name=kind.labels.get(code, "—"))
        return ask(label, NameKind, trip_kind=key, seen=seen, language=code.value)

    text = _("Its name in each language. Readers of a language without a name see the first one.")
    return picker(text, this_one_first(exchange.voice.language), language, back(TRIP_KIND, key, 0))


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
    return go(_("🏷 Kind"), KINDS_OF_TRIP, _trip.id, 0)


@TRIP_SLOTS.lines(65, Right.PLAN_TRIPS)
def kind_told(exchange: Exchange, trip: Trip) -> list[Sentence]:
    kind = kind_of(exchange.desk, trip)
    return [_("🏷 {kind}")(kind=kind_name(kind))] if kind else []


@routes.draws(KINDS_OF_TRIP)
def kinds_of_trip(exchange: Exchange, number: TripNumber, page: int = 0) -> Screen:
    trip, found = kinds_to_choose(exchange.desk, number)

    def choice(key: str | None) -> Button:
        name = kind_name(found[key]) if key else _("no kind")
        label = _("✓ {choice}") if trip.kind == key else _("🏷 {choice}")
        return act(label(choice=name), SET_KIND, number, key)

    text = lines(
        _("What kind of trip is {trip}?")(trip=trip.title),
        _("It decides which stages new deals go through."),
    )
    return listing(
        text,
        [None, *found][page * STAGES :],
        page,
        opens=choice,
        turns=lambda label, other: turn(label, KINDS_OF_TRIP, number, other),
        below=column([back(TRIP, number)]),
        size=STAGES,
    )


@routes.does(SET_KIND)
def set_kind(exchange: Exchange, number: TripNumber, kind: str | None) -> None:
    set_trip_kind(exchange.desk, number, kind)
    exchange.show(TRIP, number)
