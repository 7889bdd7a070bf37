"""Pipelines: their list, one with its stages, and which deals go through which."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, pairs, turn
from bot.conversation.widgets.listing import listing
from bot.conversation.widgets.picker import picker
from bot.flows.settings.stages import NameStage, NewPipeline, NewStage
from bot.handlers.settings.kinds import named
from bot.links.pipelines import (
    PIPELINE,
    PIPELINE_USES,
    PIPELINES,
    STEP,
    STEP_NAMES,
    TRIP_KINDS,
    USE_PIPELINE,
)
from bot.links.settings import SETTINGS, SETTINGS_SLOTS
from domain.entities import pipeline as entities
from domain.entities.definitions import ONLY
from domain.entities.people import Right
from domain.entities.pipeline import SHIPPED, Pipeline, Step
from domain.queries.pipelines import pipeline_to_see, pipelines_to_see
from domain.usecases.settings.pipelines import use_pipeline
from domain.values.labels import Names, said
from domain.values.language import Language
from domain.values.refusals import NotFound
from locales import Sentence, _, lines, verbatim
from locales.terms.deals import stage_words
from locales.terms.languages import LANGUAGES

routes = Routes()

SIZE = 4
"""Stages on a page: beside them stand up to four other buttons."""
MOST = 5
"""Pipelines on the list; more are reached through kinds of trips."""

named(entities.PIPELINE, _("Stages"))
named(entities.TRIP_KIND, _("Kinds of trips"))
named(entities.PIPELINE_USE, _("Which stages are used"))
USES: dict[str, Sentence] = {
    "tailor_made": _("tailor-made journeys"),
    "trips": _("trips of no kind"),
}


def pipeline_name(key: str, pipeline: Pipeline) -> Sentence:
    """As the owner calls it; the shipped one until it has a name."""
    if pipeline.labels:
        return verbatim(said(pipeline.labels))
    return _("Our way of a deal") if key == SHIPPED else verbatim(key)


@SETTINGS_SLOTS.button(200, Right.CHANGE_SETTINGS)
def pipelines_in_settings(_exchange: Exchange, _nothing: None) -> Button:
    return go(_("🗂 Stages"), PIPELINES)


@routes.draws(PIPELINES)
def pipelines(exchange: Exchange) -> Screen:
    found = pipelines_to_see(exchange.desk)
    use = exchange.desk.agency.definitions.one(entities.PIPELINE_USE)
    shown = [(key, one) for key, one in found.all.items() if not one.retired]
    used = [
        _("{deals}: {stages}")(deals=USES[what], stages=pipeline_name(key, found.all[key]))
        for what, key in (("tailor_made", use.tailor_made), ("trips", use.trips))
    ]
    buttons = [go(_("🗂 {name}")(name=pipeline_name(key, one)), PIPELINE, key, 0) for key, one in shown[:MOST]]
    text = lines(
        _("<b>🗂 Stages</b>"),
        _("The stages a deal goes through. A change holds for what comes; no deal is lost by it."),
        "",
        *used,
    )
    below = [ask(_("➕ New stages"), NewPipeline), go(_("🚌 Kinds of trips"), TRIP_KINDS, 0), back(SETTINGS)]
    return Screen(text, column([*buttons, *below]))


@routes.draws(PIPELINE)
def pipeline(exchange: Exchange, key: str, page: int) -> Screen:
    found, revision = pipeline_to_see(exchange.desk, key)
    names = exchange.desk.agency.pipelines.names
    steps = [*enumerate(found.all_steps, 1)]
    told = [_step_line(place, step, names) for place, step in steps]
    return listing(
        lines(_("<b>🗂 {name}</b>")(name=pipeline_name(key, found)), "", *told),
        steps[page * SIZE :],
        page,
        opens=lambda one: go(_numbered(*one, names), STEP, key, one[1].key),
        turns=lambda label, other: turn(label, PIPELINE, key, other),
        below=pairs(
            [
                ask(_("➕ Stage"), NewStage, pipeline=key, seen=revision),
                go(_("✏️ Name"), STEP_NAMES, key, ""),
                go(_("🎯 Used for"), PIPELINE_USES, key),
                back(PIPELINES),
            ]
        ),
        size=SIZE,
    )


def _numbered(place: int, step: Step, names: Names) -> Sentence:
    return _("{place}. {stage}")(place=place, stage=stage_words(step.key, names))


def _step_line(place: int, step: Step, names: Names) -> Sentence:
    if step.retired:
        return _("<s>{place}. {stage}</s>")(place=place, stage=stage_words(step.key, names))
    return _numbered(place, step, names)


@routes.draws(PIPELINE_USES)
def uses(exchange: Exchange, key: str) -> Screen:
    found, _revision = pipeline_to_see(exchange.desk, key)
    settled = exchange.desk.agency.definitions
    use, seen = settled.one(entities.PIPELINE_USE), settled.revision(entities.PIPELINE_USE, ONLY)
    now = {"tailor_made": use.tailor_made, "trips": use.trips}

    def choice(what: str) -> Button:
        label = _("✓ {deals}") if now[what] == key else _("{deals}")
        return act(label(deals=USES[what]), USE_PIPELINE, what, key, seen)

    text = lines(
        _("Which deals go through “{name}”?")(name=pipeline_name(key, found)),
        _("It holds for deals that are opened from now on. Trips of a kind: see “Kinds of trips”."),
    )
    return picker(text, USES, choice, back(PIPELINE, key, 0))


@routes.does(USE_PIPELINE)
def use(exchange: Exchange, what: str, key: str, seen: int) -> None:
    use_pipeline(exchange.desk, what, key, seen)
    exchange.show(PIPELINE_USES, key)


@routes.draws(STEP_NAMES)
def names(exchange: Exchange, key: str, step: str) -> Screen:
    """What it is called in each language."""
    found, revision = pipeline_to_see(exchange.desk, key)
    if step and not found.has(step):
        raise NotFound("no_such_definition")
    labels = found.step(step).labels if step else found.labels
    away = back(STEP, key, step) if step else back(PIPELINE, key, 0)

    def language(code: Language) -> Button:
        label = _("{language}: {name}")(language=LANGUAGES[code], name=labels.get(code, "—"))
        return ask(label, NameStage, pipeline=key, step=step, seen=revision, language=code.value)

    text = _("What it is called. Who reads a language in which it has no name reads the first one.")
    return picker(text, _spoken(exchange), language, away)


def _spoken(exchange: Exchange) -> Iterable[Language]:
    """The reader's language first."""
    return sorted(Language, key=lambda code: code is not exchange.voice.language)
