"""Pipelines: their list, one with its stages, and which deals go through which."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, pairs, turn
from bot.conversation.widgets.listing import listing
from bot.conversation.widgets.picker import picker
from bot.flows.pipelines.stages import CopyPipeline, NameStage, NewPipeline
from bot.flows.pipelines.steps import NewStage
from bot.handlers.settings.kinds import named
from bot.links.pipelines import (
    PIPELINE,
    PIPELINE_MORE,
    PIPELINE_SHIPPED,
    PIPELINE_USES,
    PIPELINES,
    RETIRE_PIPELINE,
    STEP,
    STEP_NAMES,
    TRIP_KINDS,
    USE_PIPELINE,
)
from bot.links.settings import SETTINGS, SETTINGS_SLOTS
from domain.entities import pipeline as entities
from domain.entities.definitions import ONLY
from domain.entities.people import Right
from domain.entities.stages import Step
from domain.queries.pipelines import is_changed, labels_at, pipeline_to_see, pipelines_to_see
from domain.usecases.settings.pipelines import retire_pipeline, use_pipeline
from domain.values.labels import Names
from domain.values.language import Language
from locales import Sentence, _, lines
from locales.terms.deals import pipeline_words, stage_words
from locales.terms.languages import LANGUAGES, this_one_first

routes = Routes()

SIZE = 4
"""Stages on a page: beside them stand up to four other buttons."""
MOST = 5
"""Pipelines on a page of their list."""

named(entities.PIPELINE, _("Stages"))
named(entities.TRIP_KIND, _("Kinds of trips"))
named(entities.PIPELINE_USE, _("Which stages are used"))
USES: dict[str, Sentence] = {
    "tailor_made": _("tailor-made tours"),
    "trips": _("trips without a kind"),
}


@SETTINGS_SLOTS.button(200, Right.CHANGE_SETTINGS)
def pipelines_in_settings(_exchange: Exchange, _nothing: None) -> Button:
    return go(_("🗂 Stages"), PIPELINES, 0)


@routes.draws(PIPELINES)
def pipelines(exchange: Exchange, page: int = 0) -> Screen:
    found = pipelines_to_see(exchange.desk)
    use = exchange.desk.agency.definitions.one(entities.PIPELINE_USE)
    shown = sorted(found.all, key=lambda key: found.all[key].retired)
    used = [
        _("{deals}: {stages}")(deals=USES[what], stages=pipeline_words(key, found.all))
        for what, key in (("tailor_made", use.tailor_made), ("trips", use.trips))
    ]
    text = lines(
        _("<b>🗂 Stages</b>"),
        _("The stages a deal goes through. Changes apply from now on; no deal is lost."),
        "",
        *used,
    )
    below = [ask(_("➕ New stages"), NewPipeline), go(_("🚌 Kinds of trips"), TRIP_KINDS, 0), back(SETTINGS)]

    def opens(key: str) -> Button:
        label = _("🗄 {name}") if found.all[key].retired else _("🗂 {name}")
        return go(label(name=pipeline_words(key, found.all)), PIPELINE, key, 0)

    return listing(
        text,
        shown[page * MOST :],
        page,
        opens=opens,
        turns=lambda label, other: turn(label, PIPELINES, other),
        below=column(below),
        size=MOST,
    )


@routes.draws(PIPELINE)
def pipeline(exchange: Exchange, key: str, page: int) -> Screen:
    found, revision = pipeline_to_see(exchange.desk, key)
    names = exchange.desk.agency.pipelines.names
    steps = [*enumerate(found.all_steps, 1)]
    told = [_step_line(place, step, names) for place, step in steps]
    text = lines(
        _("<b>🗂 {name}</b>")(name=_called(exchange, key)),
        _("No new deals are opened here; existing ones go on.") if found.retired else None,
        "",
        *told,
    )
    return listing(
        text,
        steps[page * SIZE :],
        page,
        opens=lambda one: go(_numbered(*one, names), STEP, key, one[1].key),
        turns=lambda label, other: turn(label, PIPELINE, key, other),
        below=pairs(
            [
                ask(_("➕ Stage"), NewStage, pipeline=key, seen=revision),
                go(_("✏️ Name"), STEP_NAMES, key, ""),
                go(_("⋯ More"), PIPELINE_MORE, key),
                back(PIPELINES, 0),
            ]
        ),
        size=SIZE,
    )


def _called(exchange: Exchange, key: str) -> Sentence:
    return pipeline_words(key, exchange.desk.agency.pipelines.all)


def _numbered(place: int, step: Step, names: Names) -> Sentence:
    return _("{place}. {stage}")(place=place, stage=stage_words(step.key, names))


def _step_line(place: int, step: Step, names: Names) -> Sentence:
    if step.retired:
        return _("<s>{place}. {stage}</s>")(place=place, stage=stage_words(step.key, names))
    return _numbered(place, step, names)


@routes.draws(PIPELINE_MORE)
def more(exchange: Exchange, key: str) -> Screen:
    """What is done with all its stages together."""
    found, seen = pipeline_to_see(exchange.desk, key)
    ends = _("♻️ Bring back") if found.retired else _("🗄 Retire")
    text = lines(
        _("<b>🗂 {name}</b>")(name=_called(exchange, key)),
        _("A copy starts with the same stages. No deals are opened in retired stages; existing deals go on."),
    )
    buttons = [
        None if found.retired else go(_("🎯 Used for"), PIPELINE_USES, key),
        ask(_("🔁 Copy"), CopyPipeline, pipeline=key),
        go(_("↩️ As at first"), PIPELINE_SHIPPED, key) if is_changed(key, seen) else None,
        act(ends, RETIRE_PIPELINE, key, seen, not found.retired),
        back(PIPELINE, key, 0),
    ]
    return Screen(text, column(buttons))


@routes.does(RETIRE_PIPELINE)
def retire(exchange: Exchange, key: str, seen: int, retired: bool) -> None:  # noqa: FBT001 (as a button keeps it)
    retire_pipeline(exchange.desk, key, seen, retired=retired)
    exchange.show(PIPELINE, key, 0)


@routes.draws(PIPELINE_USES)
def uses(exchange: Exchange, key: str) -> Screen:
    pipeline_to_see(exchange.desk, key)
    settled = exchange.desk.agency.definitions
    use, seen = settled.one(entities.PIPELINE_USE), settled.revision(entities.PIPELINE_USE, ONLY)
    now = {"tailor_made": use.tailor_made, "trips": use.trips}

    def choice(what: str) -> Button:
        label = _("✓ {deals}") if now[what] == key else _("{deals}")
        return act(label(deals=USES[what]), USE_PIPELINE, what, key, seen)

    text = lines(
        _("Which deals go through “{name}”?")(name=_called(exchange, key)),
        _("It applies to deals opened from now on. For trips of a kind see “Kinds of trips”."),
    )
    return picker(text, USES, choice, back(PIPELINE_MORE, key))


@routes.does(USE_PIPELINE)
def use(exchange: Exchange, what: str, key: str, seen: int) -> None:
    use_pipeline(exchange.desk, what, key, seen)
    exchange.show(PIPELINE_USES, key)


@routes.draws(STEP_NAMES)
def names(exchange: Exchange, key: str, step: str) -> Screen:
    """What a stage, a sub-stage or (without a step) the pipeline is called in each language."""
    found, revision = pipeline_to_see(exchange.desk, key)
    labels = labels_at(found, step) if step else found.labels
    stage, _point, substage = step.partition(".")
    whole = exchange.desk.agency.pipelines.names
    above = go(_("✏️ {stage}")(stage=stage_words(stage, whole)), STEP_NAMES, key, stage) if substage else None
    card = step if found.has(step) else next((one.key for one in found.all_steps if one.stage == stage), "")
    away = back(STEP, key, card) if step else back(PIPELINE, key, 0)

    def language(code: Language) -> Button:
        label = _("{language}: {name}")(language=LANGUAGES[code], name=labels.get(code, "—"))
        return ask(label, NameStage, pipeline=key, step=step, seen=revision, language=code.value)

    text = lines(
        _("<b>{stage}</b>")(stage=stage_words(step, whole)) if step else None,
        _("Its name in each language. Readers of a language without a name see the first one."),
    )
    return picker(text, this_one_first(exchange.voice.language), language, above, away)
